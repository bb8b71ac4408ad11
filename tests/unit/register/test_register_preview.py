"""Importing twice changes nothing, whatever the register holds and however its rows are ordered."""

from collections.abc import Sequence
from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.subject import Subject
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_preview import RegisterPreview, RowState, preview
from workbench.register.register_table import RegisterLine, RegisterTable, TableKind

CAMPAIGN = UUID(int=7)
HOSTS = (
    "http://www.a.gov.cn",
    "http://a.gov.cn/",
    "http://b.a.gov.cn",
    "http://127.0.0.1:8001/",
    "示例.政务",
    "坏的",
)
PATHS = ("", "/", "/x/", "/x/y.html", "/?ch=1")
FIELDS: dict[Field, st.SearchStrategy[str]] = {
    Field.CODE: st.sampled_from(("", "", "4601000012", "4601000013", "bm29000002", "P001", "P002", "460100")),
    Field.NAME: st.sampled_from(("甲", "乙", "丙", "")),
    Field.HOME_URL: st.builds("".join, st.tuples(st.sampled_from(HOSTS), st.sampled_from(PATHS)))
    | st.just(""),
    Field.KIND: st.sampled_from(("", "门户网站", "部门网站", "频道", "模块", "微博", "奇怪")),
    Field.PARENT: st.sampled_from(("", "", "4601000012", "甲", "无", "http://www.a.gov.cn/")),
    Field.PREFIXES: st.sampled_from(("", "", "/x/", "/x", "http://www.a.gov.cn/z/", "http://b.a.gov.cn/")),
    Field.PLATFORM: st.sampled_from(("", "", "微信", "微博")),
    Field.PHONE: st.sampled_from(("", "无", "1", "2")),
    Field.STATE: st.sampled_from(("", "正常", "已关停", "忙")),
    Field.HAS_SERVICE: st.sampled_from(("", "有", "无")),
}
CARRIED = st.sets(st.sampled_from(list(FIELDS)), min_size=2).map(
    lambda some: {Field.NAME, Field.HOME_URL} | some
)
TABLES = CARRIED.flatmap(
    lambda fields: st.lists(st.fixed_dictionaries({field: FIELDS[field] for field in fields}), max_size=8)
)


def table_of(rows: Sequence[dict[Field, str]]) -> RegisterTable:
    lines = tuple(RegisterLine(number, texts) for number, texts in enumerate(rows, start=2))
    return RegisterTable(kind=TableKind.SUBJECTS, lines=lines)


def import_into(stored: dict[UUID, Subject], rows: Sequence[dict[Field, str]]) -> RegisterPreview:
    result = preview(table_of(rows), campaign=CAMPAIGN, existing=list(stored.values()))
    stored.update({subject.id: subject for subject in result.subjects_to_save})
    return result


@given(earlier=TABLES, rows=TABLES)
def test_importing_again_changes_nothing(
    earlier: list[dict[Field, str]], rows: list[dict[Field, str]]
) -> None:
    stored: dict[UUID, Subject] = {}
    import_into(stored, earlier)
    first = import_into(stored, rows)
    again = import_into(stored, rows)
    taken = {row.line for row in first.rows if row.state is not RowState.FAULTY}
    assert {row.state for row in again.rows if row.line in taken} <= {RowState.SAME}
    assert taken <= {row.line for row in again.rows}


@given(earlier=TABLES, rows=TABLES, order=st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    earlier: list[dict[Field, str]], rows: list[dict[Field, str]], order: Random
) -> None:
    stored: dict[UUID, Subject] = {}
    import_into(stored, earlier)
    turned = list(rows)
    order.shuffle(turned)
    assert _saved(stored, rows) == _saved(stored, turned)


def _saved(stored: dict[UUID, Subject], rows: Sequence[dict[Field, str]]) -> set[Subject]:
    return set(preview(table_of(rows), campaign=CAMPAIGN, existing=list(stored.values())).subjects_to_save)


@given(earlier=TABLES, rows=TABLES)
def test_codes_and_ids_stay_unique(earlier: list[dict[Field, str]], rows: list[dict[Field, str]]) -> None:
    stored: dict[UUID, Subject] = {}
    import_into(stored, earlier)
    result = import_into(stored, rows)
    assert len({subject.code for subject in stored.values()}) == len(stored)
    saved = [subject.id for subject in result.subjects_to_save]
    assert len(set(saved)) == len(saved)
    assert all(row.reason.endswith("。") for row in result.rows if row.state is RowState.FAULTY)


@given(rows=TABLES)
def test_parents_exist_and_hold_their_parts(rows: list[dict[Field, str]]) -> None:
    stored: dict[UUID, Subject] = {}
    import_into(stored, rows)
    codes = {subject.code for subject in stored.values()}
    for subject in stored.values():
        assert not subject.parent_code or subject.parent_code in codes
        assert subject.parent_code != subject.code
        if subject.url_prefixes:
            assert subject.parent_code
            assert all(prefix.startswith(("http://", "https://")) for prefix in subject.url_prefixes)


def test_an_empty_table_has_an_empty_preview() -> None:
    result = import_into({}, [])
    assert result.rows == ()
    assert result.summary == "新增 0 行，变更 0 行，不变 0 行，有误 0 行。"
