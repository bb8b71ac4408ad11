"""The words of cells: kinds, media, states, yes and no, classes and levels of columns."""

import pytest

from workbench.domain.column import COLUMN_CLASS_WORDS, ColumnClass
from workbench.domain.subject import KIND_WORDS, STATE_WORDS, SubjectKind, SubjectState
from workbench.register.register_words import (
    column_class_of,
    has_failed,
    kind_of,
    level_of,
    platform_of,
    state_of,
    yes_or_no,
)


@pytest.mark.parametrize(
    ("word", "kind", "platform"),
    [
        ("政府门户网站", SubjectKind.PORTAL, ""),
        ("政府门户", SubjectKind.PORTAL, ""),
        ("部门独立站点", SubjectKind.DEPARTMENT_SITE, ""),
        ("部门门户网站", SubjectKind.DEPARTMENT_SITE, ""),
        ("子频道", SubjectKind.CHANNEL, ""),
        ("门户网站频道", SubjectKind.CHANNEL, ""),
        ("信息公开模块", SubjectKind.MODULE, ""),
        ("模块", SubjectKind.MODULE, ""),
        ("政务新媒体", SubjectKind.ACCOUNT, ""),
        ("微信公众号", SubjectKind.ACCOUNT, "微信公众号"),
        ("政务微博", SubjectKind.ACCOUNT, "微博"),
        ("移动客户端（APP）", SubjectKind.ACCOUNT, "移动客户端"),
    ],
)
def test_kinds(word: str, kind: SubjectKind, platform: str) -> None:
    assert kind_of(word) == (kind, platform)


def test_our_own_words_are_understood() -> None:
    assert all(kind_of(word) == (kind, "") for kind, word in KIND_WORDS.items())
    assert all(kind_of(kind.value) == (kind, "") for kind in SubjectKind)
    assert all(state_of(word) is state for state, word in STATE_WORDS.items())
    assert all(state_of(state.value) is state for state in SubjectState)
    assert all(column_class_of(word) is each for each, word in COLUMN_CLASS_WORDS.items())
    assert all(column_class_of(each.value) is each for each in ColumnClass)


def test_unknown_words_are_nobodys() -> None:
    assert kind_of("其他") is None
    assert state_of("忙") is None
    assert yes_or_no("也许") is None
    assert column_class_of("随笔") is None
    assert level_of("高") is None
    assert platform_of("集约化平台") == ""


@pytest.mark.parametrize(
    ("word", "column_class"),
    [
        ("工作动态", ColumnClass.NEWS),
        ("公示公告", ColumnClass.NOTICE),
        ("规范性文件", ColumnClass.POLICY),
        ("通知公告类", ColumnClass.NOTICE),
        ("领导之窗", ColumnClass.LEADERS),
        ("意见征集", ColumnClass.SURVEY),
        ("其它", ColumnClass.OTHER),
    ],
)
def test_column_classes(word: str, column_class: ColumnClass) -> None:
    assert column_class_of(word) is column_class


def test_levels() -> None:
    assert [level_of(word) for word in ("一级", "1", "二级栏目", "第3级", "首级", "４级")] == [
        1,
        1,
        2,
        3,
        1,
        4,
    ]


def test_yes_no_and_failed() -> None:
    assert [yes_or_no(word) for word in ("有", "是", "√", "TRUE", "1", "无", "否", "×", "0")] == [
        *[True] * 5,
        *[False] * 4,
    ]
    assert [has_failed(word) for word in ("不合格", "是", "合格", "否")] == [True, True, False, False]
    assert state_of("已关停") is SubjectState.CLOSING
