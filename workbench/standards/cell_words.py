"""The cells of a standard in the words people use: what a cell is called, and what stands in it."""

from decimal import Decimal

from workbench.domain.score import shown_number
from workbench.domain.standard import Certainty, Part, Per
from workbench.domain.subject import KIND_WORDS
from workbench.domain.window import Window
from workbench.standards.standard_cells import StandardCell

_TITLES = {
    "fail_below": "及格线",
    "bonus_above": "加分线",
    "bonus_cap": "加分上限",
    "scored_kinds": "计分的对象",
    "points": "指标分值",
    "applies_to": "适用对象",
    "price": "扣分",
    "per": "计法",
    "cap": "最多扣",
    "certainty": "条款",
    "window": "时间窗",
    "at_least": "累计个数",
    "when": "情形",
}
_BONUS_TITLES = {"price": "加分", "cap": "最多加"}
_NOTHING = {"price": "未知", "points": "未知", "cap": "不限", "bonus_cap": "不限", "bonus_above": "没有"}
PER_WORDS = {Per.ITEM: "每处计一次", Per.ONCE: "只计一次", Per.PERCENT: "每1%计一次"}
_CERTAINTY_WORDS = {
    Certainty.CONFIRMED: "已核实",
    Certainty.DERIVED: "推算",
    Certainty.UNVERIFIED: "未核实",
}


def cell_title(cell: StandardCell) -> str:
    name = cell.address.name
    if cell.indicator is not None and cell.indicator.part is Part.BONUS and name in _BONUS_TITLES:
        return _BONUS_TITLES[name]
    return _TITLES[name]


def cell_owner_in_words(cell: StandardCell) -> str:
    """`P5 政策文件 · P5.stale`, or 评分规则."""
    if cell.indicator is None:
        return "评分规则"
    rule = f" · {cell.rule.code}" if cell.rule is not None else ""
    return f"{cell.indicator.code} {cell.indicator.name}{rule}"


def cell_in_words(cell: StandardCell) -> str:
    """What stands in the cell."""
    value = cell.value
    if isinstance(value, Certainty):
        return _CERTAINTY_WORDS[value]
    if isinstance(value, Per):
        return PER_WORDS[value]
    if isinstance(value, Window):
        return value.in_words()
    if isinstance(value, tuple):
        return "、".join(KIND_WORDS[kind] for kind in value)
    if isinstance(value, Decimal):
        return f"{shown_number(value)} 分"
    return _NOTHING.get(cell.address.name, "") if value is None else _counted(cell, value)


def certainty_in_words(cell: StandardCell) -> str:
    """Empty where the standard does not say how sure the cell is."""
    if cell.certainty is None:
        return ""
    return _CERTAINTY_WORDS[Certainty.UNVERIFIED if cell.is_unverified else cell.certainty]


def _counted(cell: StandardCell, value: int | str) -> str:
    return f"{value} 个" if cell.address.name == "at_least" else str(value)
