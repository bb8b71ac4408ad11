"""The rules of a standard as rows to read; plain values, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from workbench.domain.score import shown_number
from workbench.domain.standard import PART_WORDS, Certainty, Indicator, Part, Rule, Standard
from workbench.domain.subject import KIND_WORDS
from workbench.gui.rule_lines import checked_by, price_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """`opens_part` and `is_first` mark the first row of a part and of an indicator: what repeats is said once."""

    indicator: Indicator
    rule: Rule
    is_first: bool = False
    opens_part: bool = False

    @property
    def price(self) -> str:
        return price_in_words(self.rule, self.indicator.part)


RuleFilter = Callable[[RuleRow], bool]

RULE_FILTERS: dict[str, tuple[str, RuleFilter]] = {
    "all": ("全部细则", lambda _row: True),
    "veto": (PART_WORDS[Part.VETO], lambda row: row.indicator.part is Part.VETO),
    "deduct": (PART_WORDS[Part.DEDUCT], lambda row: row.indicator.part is Part.DEDUCT),
    "bonus": (PART_WORDS[Part.BONUS], lambda row: row.indicator.part is Part.BONUS),
    "unverified": ("未核实", lambda row: row.rule.certainty is Certainty.UNVERIFIED),
    "checked": ("自动检查会提出", lambda row: bool(checked_by(row.rule))),
}


def rule_rows(standard: Standard, *, shows: str, text: str) -> tuple[RuleRow, ...]:
    _title, is_shown = RULE_FILTERS[shows]
    wanted = text.casefold()
    found = [
        RuleRow(indicator=indicator, rule=rule)
        for indicator in standard.indicators
        for rule in indicator.rules
    ]
    kept = [row for row in found if is_shown(row) and wanted in _searched(row)]
    before = [None, *kept[:-1]]
    return tuple(_marked(row, old) for row, old in zip(kept, before, strict=False))


def _marked(row: RuleRow, before: RuleRow | None) -> RuleRow:
    return replace(
        row,
        is_first=before is None or before.indicator is not row.indicator,
        opens_part=before is None or before.indicator.part is not row.indicator.part,
    )


def scoring_in_words(standard: Standard) -> str:
    """How findings become a number, in a sentence or two."""
    scoring = standard.scoring
    parts = [f"满分 {shown_number(scoring.start)}，低于 {shown_number(scoring.fail_below)} 为不合格"]
    if scoring.is_capped:
        parts.append("每项指标扣分不超过该项分值")
    if scoring.bonus_above is not None:
        cap = f"，最多加 {shown_number(scoring.bonus_cap)}" if scoring.bonus_cap is not None else ""
        parts.append(f"高于 {shown_number(scoring.bonus_above)} 才计加分{cap}")
    if scoring.without_service is not None:
        without = scoring.without_service
        parts.append(f"没有服务功能的不考核“{without.group}”，其余得分乘 {without.times}/{without.over}")
    parts.append(f"计分的类型：{'、'.join(KIND_WORDS[kind] for kind in scoring.scored_kinds)}")
    return "；".join(parts) + "。"


def _searched(row: RuleRow) -> str:
    indicator, rule = row.indicator, row.rule
    return f"{indicator.code} {indicator.name} {indicator.group} {rule.code} {rule.when} {rule.clause}".casefold()
