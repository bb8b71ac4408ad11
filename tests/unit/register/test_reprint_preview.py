"""Lists of papers to be reprinted: which tables are such, and what each row would do."""

from pathlib import Path
from uuid import UUID

from workbench.register.preview_row import PreviewRow, RowState
from workbench.register.register_file import read_register
from workbench.register.register_preview import preview
from workbench.register.register_table import TableKind

CAMPAIGN = UUID(int=5)
HEAD = "序号,标题,发布日期,发文机关,转载期限,字数\n"


def rows(folder: Path, text: str, *known: PreviewRow) -> tuple[PreviewRow, ...]:
    file = folder / "list.csv"
    file.write_text(HEAD + text, encoding="utf-8-sig")
    table = read_register(file)
    assert table.kind is TableKind.REPRINTS
    existing = [row.reprint for row in known if row.reprint is not None]
    return preview(table, campaign=CAMPAIGN, existing=(), existing_reprints=existing).rows


def test_a_list_is_known_by_its_headings_and_a_second_import_changes_nothing(tmp_path: Path) -> None:
    text = "1,国务院关于推进养老服务发展的意见,2026年11月10日,国务院,,5200字\n"
    text += "2,国务院办公厅关于春运的通知,2026-11-01,,2026-11-03,\n"
    first = rows(tmp_path, text)
    assert [row.state for row in first] == [RowState.NEW, RowState.NEW]
    told = [row.reprint for row in first if row.reprint]
    assert [(t.issuer, t.length, str(t.last_day)) for t in told] == [
        ("国务院", 5200, "2026-11-11"),
        ("", 0, "2026-11-03"),
    ]
    assert [row.state for row in rows(tmp_path, text, *first)] == [RowState.SAME, RowState.SAME]
    changed = rows(tmp_path, text.replace("5200字", "5300"), *first)
    assert [(change.label, change.old, change.new) for change in changed[0].changes] == [
        ("字数", "5200", "5300")
    ]


def test_rows_that_cannot_be_taken_say_why(tmp_path: Path) -> None:
    text = (
        "1,国务院关于养老服务的意见,,,,\n2,国务院关于春运的通知,2026-11-10,,2026-11-01,\n"
        "3,国务院关于托育的意见,2026-11-10,,,很多\n4,国务院关于消费的意见,2026-11-10,,,\n5,国务院关于消费的意见,2026-11-10,,,\n"
    )
    found = rows(tmp_path, text)
    assert {row.state for row in found} == {RowState.FAULTY}
    for row, words in zip(
        found, ("没有写发布日期", "早于发布日期", "不是整数", "同一份文件", "同一份文件"), strict=True
    ):
        assert words in row.reason
