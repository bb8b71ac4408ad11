"""A table of columns against what is stored."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

import pytest

from workbench.domain.column import Column, ColumnClass
from workbench.domain.column_recipe import ColumnRecipe
from workbench.domain.ids import column_id
from workbench.domain.subject import Subject, SubjectKind
from workbench.register.register_file import read_register
from workbench.register.register_preview import FieldChange, RegisterPreview, RowState, preview

ImportColumns = Callable[..., RegisterPreview]
CAMPAIGN = UUID(int=7)
HEADINGS = ["网站标识码", "栏目名称", "栏目网址", "栏目类别", "栏目级别", "历史专题"]
CITY = Subject(id=UUID(int=1), code="4601000012", name="示例市", home_url="http://www.city.gov.cn/")
CHANNEL = Subject(
    id=UUID(int=2),
    code="4601000012-2345AB",
    name="旅游频道",
    kind=SubjectKind.CHANNEL,
    home_url="http://www.city.gov.cn/lvyou/",
    url_prefixes=("http://www.city.gov.cn/lvyou/",),
    parent_code="4601000012",
)
ACCOUNT = Subject(id=UUID(int=3), code="ZB-234567", name="发布", kind=SubjectKind.ACCOUNT, platform="微博")
NEWS = ["4601000012", "要闻", "http://www.city.gov.cn/yw/", "动态要闻", "二级", "否"]


@pytest.fixture
def import_columns(write_csv: Callable[..., Path]) -> ImportColumns:
    def import_(*rows: Sequence[object], columns: Sequence[Column] = ()) -> RegisterPreview:
        table = read_register(write_csv(rows))
        return preview(table, campaign=CAMPAIGN, existing=[CITY, CHANNEL, ACCOUNT], existing_columns=columns)

    return import_


def test_a_new_column(import_columns: ImportColumns) -> None:
    (row,) = import_columns(HEADINGS, NEWS).rows
    assert (row.state, row.line, row.code, row.name, row.reason) == (RowState.NEW, 2, CITY.code, "要闻", "")
    assert row.column == Column(
        id=column_id(CITY.id, "http://www.city.gov.cn/yw/"),
        subject_id=CITY.id,
        name="要闻",
        url="http://www.city.gov.cn/yw/",
        column_class=ColumnClass.NEWS,
        level=2,
    )


RECIPE_HEADINGS = [*HEADINGS[:3], "条目选择器", "标题选择器", "日期选择器"]


def test_the_selectors_of_a_column(import_columns: ImportColumns) -> None:
    (row,) = import_columns(RECIPE_HEADINGS, [*NEWS[:3], "ul.list ＞ li", "a", ""]).rows
    assert row.column is not None
    assert row.column.recipe == ColumnRecipe(item="ul.list > li", title="a")
    (kept,) = import_columns(HEADINGS[:3], NEWS[:3], columns=[row.column]).rows
    assert kept.state is RowState.SAME
    (dropped,) = import_columns(RECIPE_HEADINGS, [*NEWS[:3], "无", "", ""], columns=[row.column]).rows
    assert dropped.changes == (FieldChange("识别规则", "ul.list > li；a", ""),)
    assert dropped.column is not None
    assert dropped.column.recipe is None


@pytest.mark.parametrize("cells", [("li[", "", ""), ("", "a", ""), ("li", "", "::x")])
def test_a_selector_that_cannot_be_read_makes_a_row_faulty(
    import_columns: ImportColumns, cells: tuple[str, str, str]
) -> None:
    (row,) = import_columns(RECIPE_HEADINGS, [*NEWS[:3], *cells]).rows
    assert row.state is RowState.FAULTY
    assert "选择器" in row.reason


def test_the_class_follows_from_the_name_where_none_is_given(import_columns: ImportColumns) -> None:
    preview = import_columns(
        HEADINGS[:3],
        ["4601000012", "通知公告", "/tzgg"],
        ["", "公示公告", "www.city.gov.cn/gg/"],
        ["", "随笔", "www.city.gov.cn/sb/"],
    )
    assert "不是网址" in preview.rows[0].reason
    assert [column.column_class for column in preview.columns_to_save] == [
        ColumnClass.NOTICE,
        ColumnClass.OTHER,
    ]


def test_changed_and_same(import_columns: ImportColumns) -> None:
    stored = import_columns(HEADINGS, NEWS).columns_to_save
    assert import_columns(HEADINGS, NEWS, columns=stored).rows[0].state is RowState.SAME
    same = import_columns(HEADINGS[:3], [NEWS[0], "", "HTTP://www.city.gov.cn:80/yw/"], columns=stored).rows[
        0
    ]
    assert (same.state, same.column) == (RowState.SAME, stored[0])
    (row,) = import_columns(
        HEADINGS, [*NEWS[:1], "今日要闻", NEWS[2], "政策文件", "1", "是"], columns=stored
    ).rows
    assert row.state is RowState.CHANGED
    assert row.changes == (
        FieldChange("栏目名称", "要闻", "今日要闻"),
        FieldChange("栏目类别", "动态要闻", "政策文件"),
        FieldChange("栏目级别", "2级", "1级"),
        FieldChange("历史专题", "否", "是"),
    )


def test_owners_are_found_by_code_name_address_or_place(import_columns: ImportColumns) -> None:
    headings = ["标识码", "网站名称", "首页网址", "栏目名称", "栏目网址"]
    preview = import_columns(
        headings,
        ["4601000012-2345AB", "", "", "一", "http://www.city.gov.cn/1/"],
        ["", "旅游频道", "", "二", "http://www.city.gov.cn/2/"],
        ["", "", "www.city.gov.cn", "三", "http://www.city.gov.cn/lvyou/3/"],
        ["", "", "", "四", "http://www.city.gov.cn/lvyou/4.html?a=/"],
        ["", "", "", "五", "http://www.city.gov.cn/5/"],
    )
    assert [column.subject_id.int for column in preview.columns_to_save] == [2, 2, 1, 2, 1]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["4601000099", "要闻", "http://www.city.gov.cn/yw/"], "网站“4601000099”不在台账里"),
        (["ZB-234567", "要闻", "http://www.city.gov.cn/yw/"], "不在台账里"),
        (["", "要闻", "http://www.else.gov.cn/yw/"], "按网址也找不到"),
        (["4601000012", "要闻", ""], "栏目“要闻”没有填写栏目网址"),
        (["4601000012", "", "http://www.city.gov.cn/yw/"], "没有填写栏目名称"),
        (["4601000012", "要闻", "javascript:void(0)"], "栏目网址“javascript:void(0)”不是网址"),
        (["4601000012", "=B2", "http://www.city.gov.cn/yw/"], "“栏目名称”是没有算出结果的公式"),
    ],
)
def test_faulty_rows(import_columns: ImportColumns, cells: Sequence[str], said: str) -> None:
    (row,) = import_columns(HEADINGS, cells).rows
    assert row.state is RowState.FAULTY
    assert row.reason.startswith("第2行：")
    assert said in row.reason
    assert row.name == cells[1].replace("=B2", "=B2")


def test_one_address_twice_is_faulty(import_columns: ImportColumns) -> None:
    preview = import_columns(HEADINGS, NEWS, [*NEWS[:1], "别名", NEWS[2]])
    assert [row.state for row in preview.rows] == [RowState.FAULTY] * 2
    assert preview.rows[0].reason == "第2行：栏目网址与第3行相同，请只保留一行，或改正网址。"


def test_unknown_words_are_remarked_upon(import_columns: ImportColumns) -> None:
    (row,) = import_columns(HEADINGS, [*NEWS[:3], "随笔", "高", "也许"]).rows
    assert row.state is RowState.NEW
    assert row.reason == (
        "第2行：“栏目类别”的“随笔”认不出来，未采用，请核对。“栏目级别”的“高”认不出来，未采用，请核对。"
        "“历史专题”的“也许”认不出来，未采用，请核对。"
    )
