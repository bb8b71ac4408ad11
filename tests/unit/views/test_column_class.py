"""Columns are classed by what they are called, and by the initials in their address."""

import pytest

from workbench.domain.column import ColumnClass
from workbench.views.column_class import class_of_address, class_of_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("工作动态", ColumnClass.NEWS),
        ("通知公告", ColumnClass.NOTICE),
        ("行政规范性文件", ColumnClass.POLICY),
        ("政策解读", ColumnClass.INTERPRETATION),
        ("政策文件解读", ColumnClass.INTERPRETATION),
        ("机构职能", ColumnClass.OVERVIEW),
        ("局领导", ColumnClass.LEADERS),
        ("县长信箱", ColumnClass.CONSULTATION),
        ("领导信箱", ColumnClass.CONSULTATION),
        ("人事任免", ColumnClass.PERSONNEL_PLAN),
        ("统计公报", ColumnClass.STATISTICS),
        ("意见征集", ColumnClass.SURVEY),
        ("在线访谈", ColumnClass.INTERVIEW),
        ("办事指南", ColumnClass.SERVICE),
        ("来信选登", ColumnClass.MESSAGE_BOARD),
        ("国务院信息转载", ColumnClass.REPRINT),
    ],
)
def test_names(name: str, expected: ColumnClass) -> None:
    told = class_of_name(name)
    assert told is not None
    assert told[0] is expected


@pytest.mark.parametrize("name", ["", "党建之窗", "县区文旅"])
def test_names_that_tell_nothing(name: str) -> None:
    assert class_of_name(name) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://www.some.gov.cn/zwgk/tzgg/", ColumnClass.NOTICE),
        ("http://www.some.gov.cn/zwgk/tzgg/index_2.html", ColumnClass.NOTICE),
        ("http://www.some.gov.cn/rsxx.html", ColumnClass.PERSONNEL_PLAN),
        ("http://www.some.gov.cn/zcjd_1234/list.shtml", ColumnClass.INTERPRETATION),
        ("http://www.some.gov.cn/bmgk/jycy/", None),
        ("http://www.some.gov.cn/col/col1023/index.html", None),
        ("", None),
    ],
)
def test_addresses(url: str, expected: ColumnClass | None) -> None:
    told = class_of_address(url)
    assert (told[0] if told else None) is expected
