"""The scoring and the rules of a standard as rows to read; plain values, no Qt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from workbench.domain.score import shown_number
from workbench.domain.standard import PART_WORDS, Certainty, Indicator, Part, Rule, Standard
from workbench.domain.subject import KIND_WORDS
from workbench.gui.rule_lines import checked_by, price_in_words
from workbench.gui.standard_view.cell_lines import CellLine, rule_lines_of, scoring_lines, who_and_day
from workbench.standards.cell_address import CellOwner
from workbench.standards.standard_changes import AmendedStandard

SCORING_WORD = "评分规则"
_MEANINGS = {
    "fail_below": "低于它为不合格，恰好等于它为合格",
    "bonus_above": "扣分后高于它才计加分",
    "bonus_cap": "加分最多计这么多",
    "scored_kinds": "这些对象计分，其余只判合格、不合格",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A rule with its cells, or one cell of the scoring: then `indicator` and `rule` are None.

    `opens_part` and `opens_indicator` mark the first row shown of a part and of an indicator: what repeats is said once.
    `holds_indicator` marks the first rule of an indicator, whether the ones before it are shown or not.
    """

    cells: tuple[CellLine, ...]
    indicator: Indicator | None = None
    rule: Rule | None = None
    holds_indicator: bool = False
    opens_part: bool = False
    opens_indicator: bool = False

    @property
    def key(self) -> str:
        """Names the row as long as the standard lives."""
        return self.rule.code if self.rule else self.cells[0].address

    @property
    def part(self) -> str:
        return PART_WORDS[self.indicator.part] if self.indicator else SCORING_WORD

    @property
    def name(self) -> str:
        return f"{self.indicator.code}　{self.indicator.name}" if self.indicator else self.cells[0].title

    @property
    def when(self) -> str:
        return self.rule.when if self.rule else _MEANINGS[self.cells[0].cell.address.name]

    @property
    def price(self) -> str:
        if self.rule is None or self.indicator is None:
            return self.cells[0].text
        return price_in_words(self.rule, self.indicator.part)

    @property
    def certainty(self) -> Certainty | None:
        return self.rule.certainty if self.rule else None

    @property
    def unverified(self) -> tuple[CellLine, ...]:
        """The cells to look up; those of an indicator are counted with its first rule."""
        return tuple(
            line
            for line in self.cells
            if line.is_unverified and (self.holds_indicator or line.cell.address.owner is CellOwner.RULE)
        )

    @property
    def main(self) -> CellLine:
        """The cell that opening the row is about: what is torn, what nobody has verified, then what may vary by office."""
        torn = tuple(line for line in self.changeable if line.sides)
        usual = tuple(line for line in self.changeable if line.cell.address.name != "when")
        return (*torn, *self.unverified, *usual, *self.changeable)[0]

    @property
    def changeable(self) -> tuple[CellLine, ...]:
        return tuple(line for line in self.cells if line.act)

    @property
    def changed(self) -> str:
        """Who changed something here last, or that the lead's PCs disagree."""
        if any(line.sides for line in self.cells):
            return "两台电脑不同"
        changes = [line.change for line in self.cells if line.change is not None]
        newest = max(changes, key=lambda change: change.at.isoformat() if change.at else "", default=None)
        return who_and_day(newest) if newest else ""


RuleFilter = Callable[[RuleRow], bool]


def _is_of(part: Part) -> RuleFilter:
    return lambda row: row.indicator is not None and row.indicator.part is part


RULE_FILTERS: dict[str, tuple[str, RuleFilter]] = {
    "all": ("全部", lambda _row: True),
    "scoring": (SCORING_WORD, lambda row: row.indicator is None),
    "veto": (PART_WORDS[Part.VETO], _is_of(Part.VETO)),
    "deduct": (PART_WORDS[Part.DEDUCT], _is_of(Part.DEDUCT)),
    "bonus": (PART_WORDS[Part.BONUS], _is_of(Part.BONUS)),
    "checked": ("自动检查会提出", lambda row: row.rule is not None and bool(checked_by(row.rule))),
    "changed": ("本单位改过", lambda row: any(line.is_changed for line in row.cells)),
}


def rule_rows(
    amended: AmendedStandard, *, shows: str = "all", text: str = "", is_unverified_only: bool = False
) -> tuple[RuleRow, ...]:
    _title, is_shown = RULE_FILTERS[shows]
    wanted = text.casefold()
    kept = [row for row in _all_rows(amended) if is_shown(row) and wanted in _searched(row)]
    if is_unverified_only:
        kept = [row for row in kept if row.unverified]
    before = [None, *kept[:-1]]
    return tuple(
        replace(
            row,
            opens_part=old is None or old.part != row.part,
            opens_indicator=old is None or old.name != row.name,
        )
        for row, old in zip(kept, before, strict=False)
    )


def unverified_cells(rows: tuple[RuleRow, ...]) -> int:
    return sum(len(row.unverified) for row in rows)


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


def _all_rows(amended: AmendedStandard) -> Iterator[RuleRow]:
    for line in scoring_lines(amended):
        yield RuleRow(cells=(line,), holds_indicator=True)
    for indicator in amended.standard.indicators:
        for rule in indicator.rules:
            yield RuleRow(
                indicator=indicator,
                rule=rule,
                cells=rule_lines_of(amended, indicator, rule),
                holds_indicator=rule is indicator.rules[0],
            )


def _searched(row: RuleRow) -> str:
    group = row.indicator.group if row.indicator else ""
    rule = f"{row.rule.code} {row.rule.clause}" if row.rule else ""
    return f"{row.part} {row.name} {group} {rule} {row.when}".casefold()
