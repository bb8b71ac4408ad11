"""Every form a register comes in is read alike; what is none gets one plain sentence."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.errors import EnvironmentFaultError, ForeignFileError, WorkbenchError, WrongUseError
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_file import read_register
from workbench.register.register_table import RegisterTable, TableKind

Write = Callable[..., Path]
ROWS = [
    ["网站标识码", "网站名称", "首页网址"],
    ["4601000012", "示例市人民政府", "http://www.example-city.gov.cn/"],
    ["4601000013", "示例市教育局", "http://edu.example-city.gov.cn/"],
]


def codes(table: RegisterTable) -> list[str]:
    return [line.text(Field.CODE) for line in table.lines]


def sentence_for(path: Path) -> str:
    with pytest.raises(WorkbenchError) as caught:
        read_register(path)
    text = str(caught.value)
    assert text.endswith("。")
    assert "\n" not in text
    return text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimited_text_in_every_encoding(write_csv: Write, encoding: str, delimiter: str) -> None:
    table = read_register(write_csv(ROWS, encoding=encoding, delimiter=delimiter))
    assert table.kind is TableKind.SUBJECTS
    assert codes(table) == ["4601000012", "4601000013"]
    assert table.lines[0].number == 2
    assert table.lines[0].text(Field.NAME) == "示例市人民政府"


def test_text_named_as_a_workbook_is_read_as_text(write_csv: Write) -> None:
    for name in ("导出.xls", "导出.xlsx", "导出.zip", "导出"):
        assert codes(read_register(write_csv(ROWS, name=name, encoding="gb18030"))) == codes_of_rows()


def codes_of_rows() -> list[str]:
    return [row[0] for row in ROWS[1:]]


def test_a_workbook_named_as_text_is_read_as_a_workbook(write_xlsx: Write) -> None:
    assert codes(read_register(write_xlsx({"台账": ROWS}, name="台账.csv"))) == codes_of_rows()


def test_heading_below_title_rows_and_codes_stored_as_numbers(write_xlsx: Write) -> None:
    rows = [
        ["示例市政府网站台账"],
        [],
        ["填报单位：示例市"],
        ["序号", *ROWS[0]],
        [1, 4601000012.0, *ROWS[1][1:]],
    ]
    table = read_register(write_xlsx({"台账": rows}, merged=["A1:D1"]))
    assert codes(table) == ["4601000012"]
    assert table.lines[0].number == 5


def test_old_workbook(tmp_path: Path) -> None:
    table = read_register(Path(__file__).with_name("old_register.xls"))
    assert codes(table) == ["4601000012", "4601000013", "4601000014"]
    assert [line.number for line in table.lines] == [4, 5, 6]
    assert {line.text(Field.SUPERVISOR) for line in table.lines} == {"示例市人民政府"}
    assert "不应读到" not in {line.text(Field.NAME) for line in table.lines}


def test_several_tables_in_one_zip(tmp_path: Path, write_csv: Write, write_xlsx: Write) -> None:
    more = [ROWS[0], ["bm29000002", "示例部", "http://www.example-ministry.gov.cn/"]]
    path = tmp_path / "登记表.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(write_csv(ROWS, encoding="gb18030"), "地方/一.csv")
        archive.write(write_xlsx({"台账": more}), "二.xlsx")
        archive.writestr("说明.docx", "not a table")
    table = read_register(path)
    assert codes(table) == [*codes_of_rows(), "bm29000002"]
    assert [line.place for line in table.lines] == ["“一.csv”第2行", "“一.csv”第3行", "“二.xlsx”第2行"]


def test_the_first_visible_sheet_with_a_heading_row_is_read_and_the_next_is_named(write_xlsx: Write) -> None:
    wrong = [ROWS[0], ["4601000099", "不应读到", "http://no.example.cn"]]
    path = write_xlsx(
        {"隐藏的": wrong, "说明": [["填表说明"]], "网站": ROWS, "新媒体": [["账号名称", "平台"]]}
    )
    table = read_register(path)
    assert codes(table) == codes_of_rows()
    assert table.remarks == (
        "“台账.xlsx”只读了工作表“网站”，工作表“新媒体”也像台账，需要时请另存为单独的文件再导入。",
    )


def test_a_table_of_columns_is_recognised(write_csv: Write) -> None:
    rows = [
        ["网站标识码", "栏目名称", "网址"],
        ["4601000012", "通知公告", "http://www.example-city.gov.cn/tzgg/"],
    ]
    table = read_register(write_csv(rows))
    assert table.kind is TableKind.COLUMNS
    assert table.lines[0].text(Field.COLUMN_URL) == "http://www.example-city.gov.cn/tzgg/"


def test_a_table_of_accounts_needs_no_address(write_csv: Write) -> None:
    assert read_register(write_csv([["账号名称", "平台"], ["示例发布", "微博"]])).kind is TableKind.SUBJECTS


def test_totals_remarks_and_repeated_headings_are_no_entries(write_csv: Write) -> None:
    rows = [
        *ROWS,
        ["", "", ""],
        ROWS[0],
        ["合计：2", "", ""],
        ["注：以上均已核对", "", ""],
        ["填报人：某某", "", ""],
    ]
    assert codes(read_register(write_csv(rows))) == codes_of_rows()


def test_missing_headings_are_named(write_csv: Write) -> None:
    text = sentence_for(write_csv([["网站名称", "联系电话"], ["示例", "1"]]))
    assert text == "“台账.csv”的表头缺少“首页网址”（只找到：网站名称、联系电话），请补上后再导入。"
    assert "找不到表头" in sentence_for(write_csv([["甲", "乙"], ["1", "2"]]))


def test_only_a_heading_row(write_csv: Write) -> None:
    assert "只有表头" in sentence_for(write_csv(ROWS[:1]))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("空.csv", b"", "空文件"),
        ("照片.xls", b"\x89PNG\r\n\x1a\n\0\0", "图片"),
        ("通报.csv", b"%PDF-1.7\n", "PDF"),
        ("台账.xls", b"<html><table><tr><td>\xcd\xf8</td></tr></table></html>", "其实是网页"),
        ("台账.xls", b"\xef\xbb\xbf\r\n<!DOCTYPE html><table>", "其实是网页"),
        ("台账.xls", b'<?xml version="1.0"?><Workbook>', "XML"),
        ("台账.xlsx", b"PK\x03\x04 broken", "已损坏"),
        ("台账.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "不是表格或已损坏"),
        ("台账.csv", b"\x01\x02\0\x03", "不是表格文件"),
        ("台账.csv", b"\xff\xff\xff\xff,\xff", "文字编码"),
        ("锁.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "设有密码"),
        ("台账.rar", b"Rar!\x1a\x07", "RAR"),
    ],
)
def test_wrong_files_get_one_sentence(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    text = sentence_for(path)
    assert said in text
    assert name in text


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("word/document.xml", "文档"),
        ("ppt/presentation.xml", "文档"),
        ("xl/workbook.bin", "xlsb"),
        ("图片.jpg", "没有 csv"),
        ("content.xml", "ODF"),
        ("里面.zip.csv", "压缩包里的压缩包"),
    ],
)
def test_packed_files_that_are_no_register(tmp_path: Path, member: str, said: str) -> None:
    path = tmp_path / "台账.xlsx"
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("一.csv", "网站名称,首页网址")
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inner, member)
        archive.writestr("mimetype", "application/octet-stream")
    assert said in sentence_for(path)


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "巨大.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    text = sentence_for(path)
    assert "有 200 MB" in text
    assert "最大 50 MB" in text


def test_too_many_rows_are_refused(write_csv: Write) -> None:
    rows = [ROWS[0], *([f"46{i:08}", f"站{i}", f"http://s{i}.gov.cn"] for i in range(20_001))]
    assert "超过 20000 行" in sentence_for(write_csv(rows))


def test_what_is_no_file(tmp_path: Path) -> None:
    assert "不是文件" in sentence_for(tmp_path)
    assert "找不到文件" in sentence_for(tmp_path / "没有.csv")
    assert "找不到文件" in sentence_for(tmp_path / "没有.csv" / "更没有.csv")


def test_a_file_the_system_will_not_open(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError, match="读取权限"):
        read_register(tmp_path / ("长" * 2000))


def test_subjects_and_columns_in_one_zip_are_told_apart(tmp_path: Path, write_csv: Write) -> None:
    path = tmp_path / "混合.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(write_csv(ROWS), "网站.csv")
        archive.write(
            write_csv([["栏目名称", "栏目网址"], ["要闻", "http://a.gov.cn/"]], name="2.csv"), "栏目.csv"
        )
    with pytest.raises(WrongUseError, match="分开导入"):
        read_register(path)


def test_a_readme_beside_the_table_of_a_zip_is_passed_over_and_told(tmp_path: Path, write_csv: Write) -> None:
    path, alone = tmp_path / "台账.zip", tmp_path / "只有说明.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(write_csv(ROWS), "网站.csv")
        archive.writestr("说明.txt", "请于月底前报送。")
        archive.writestr("空.txt", "")
    table = read_register(path)
    assert len(table.lines) == len(ROWS) - 1
    assert table.remarks == ("压缩包里的“说明.txt”不是表格，没有读。", "压缩包里的“空.txt”不是表格，没有读。")
    with zipfile.ZipFile(alone, "w") as archive:
        archive.writestr("说明.txt", "请于月底前报送。")
    assert "说明.txt" in sentence_for(alone)


def test_a_table_without_headings_in_a_zip_is_never_passed_over(tmp_path: Path, write_csv: Write) -> None:
    path = tmp_path / "台账.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(write_csv(ROWS), "网站.csv")
        archive.writestr("续表.csv", "甲,乙\n1,2\n")
    assert "续表.csv" in sentence_for(path)


def test_errors_split_by_whose_fault_it_is(tmp_path: Path, write_csv: Write) -> None:
    with pytest.raises(EnvironmentFaultError):
        read_register(tmp_path / "没有.csv")
    broken = tmp_path / "坏.zip"
    broken.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(ForeignFileError):
        read_register(broken)
    with pytest.raises(WrongUseError):
        read_register(write_csv([["甲"]]))
