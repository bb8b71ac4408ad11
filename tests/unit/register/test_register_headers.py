"""Headings as offices write them are told whatever blanks, brackets and width they have."""

import pytest

from workbench.register.heading_words import COLUMN_HEADINGS, SUBJECT_HEADINGS
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_headers import (
    count_known_headings,
    explain_missing,
    find_header,
    is_heading,
    plain_heading,
)
from workbench.register.register_sheet import SheetRow
from workbench.register.register_table import TableKind


def header_of(*cells: str) -> dict[Field, tuple[int, ...]]:
    header = find_header([SheetRow(1, cells)])
    assert header is not None
    return dict(header.columns)


@pytest.mark.parametrize(
    "written",
    [
        "首页网址",
        " 首页\n网址 ",
        "首页网址（必填）",
        "首页网址*：",
        "首 页 网 址",
        "【首页网址】",
        "ＵＲＬ",
        "Url(首页)",
    ],
)
def test_one_heading_in_many_spellings(written: str) -> None:
    assert header_of("网站名称", written)[Field.HOME_URL] == (1,)


def test_every_heading_means_one_field_only() -> None:
    for headings in (SUBJECT_HEADINGS, COLUMN_HEADINGS):
        plain = [plain_heading(word) for words in headings.values() for word in words]
        assert len(plain) == len(set(plain))
        assert "" not in plain


def test_the_national_register() -> None:
    cells = [
        "网站名称",
        "首页网址",
        "主办单位",
        "主管单位",
        "政府网站标识码",
        "ICP备案号",
        "公安机关备案号",
        "地区",
        "网站类型",
    ]
    assert list(header_of(*cells)) == [
        Field.NAME,
        Field.HOME_URL,
        Field.ORGANISER,
        Field.SUPERVISOR,
        Field.CODE,
        Field.ICP,
        Field.POLICE_RECORD,
        Field.REGION,
        Field.KIND,
    ]
    assert set(header_of("sitecode", "wzmc", "wzzgdw", "url")) == {
        Field.CODE,
        Field.NAME,
        Field.SUPERVISOR,
        Field.HOME_URL,
    }


def test_of_two_columns_for_one_field_the_better_heading_speaks_first() -> None:
    header = find_header([SheetRow(1, ("网站域名", "网站名称", "首页网址"))])
    assert header is not None
    assert header.columns[Field.HOME_URL] == (2, 0)
    assert header.texts(("a.gov.cn", "甲", ""))[Field.HOME_URL] == "a.gov.cn"
    assert header.texts(("a.gov.cn", "甲", "b.gov.cn"))[Field.HOME_URL] == "b.gov.cn"
    assert header.texts(("a.gov.cn",))[Field.NAME] == ""


def test_the_fullest_row_is_the_heading_row() -> None:
    rows = [
        SheetRow(2, ("网站名称", "网址", "联系方式", "")),
        SheetRow(3, ("网站名称", "网址", "负责人", "电话")),
    ]
    header = find_header(rows)
    assert header is not None
    assert header.row_number == 3
    assert header.kind is TableKind.SUBJECTS


def test_columns_are_told_from_sites() -> None:
    header = find_header([SheetRow(1, ("网站名称", "首页网址", "栏目名称", "栏目地址", "栏目类型"))])
    assert header is not None
    assert header.kind is TableKind.COLUMNS
    assert header.columns[Field.NAME] == (0,)


def test_what_is_missing_is_said() -> None:
    assert find_header([SheetRow(1, ("网站名称", "电话"))]) is None
    assert "缺少“网站名称”" in explain_missing([SheetRow(1, ("网址", "电话"))], name="a.csv")
    assert "找不到表头" in explain_missing([], name="a.csv")


def test_counting_and_recognising() -> None:
    assert count_known_headings(("网站名称", "甲", "首页网址", "")) == 2
    assert is_heading("网站 名称", Field.NAME)
    assert not is_heading("示例网站", Field.NAME)
