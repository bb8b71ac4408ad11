"""The cells of a standard that an office may confirm or correct: which there are, what stands in them, and laying one in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.domain.standard import Certainty, Indicator, Part, Rule, Scoring, Standard
from workbench.errors import WrongUseError
from workbench.standards.cell_address import (
    CellAddress,
    CellOwner,
    indicator_cell,
    rule_cell,
    scoring_cell,
)
from workbench.standards.cell_values import CellValue
from workbench.standards.pack_problems import did_you_mean
from workbench.standards.rule_places import rules_of

Owner = TypeVar("Owner", Scoring, Indicator, Rule)
_PRICED = (Part.DEDUCT, Part.BONUS)
_SCORING_CELLS = ("fail_below", "bonus_above", "bonus_cap", "scored_kinds")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardCell:
    """One cell with what stands in it. `certainty` is set where the standard says how sure the cell is."""

    address: CellAddress
    value: CellValue | None
    indicator: Indicator | None = None
    rule: Rule | None = None
    certainty: Certainty | None = None

    @property
    def is_unverified(self) -> bool:
        """Whether somebody should look it up; a certain rule whose price nobody knows is not certain."""
        return self.certainty is Certainty.UNVERIFIED or (self.certainty is not None and self.value is None)


def cells_of(standard: Standard) -> Iterator[StandardCell]:
    """Every cell that may be changed, in the order of the standard."""
    for name in _SCORING_CELLS:
        yield StandardCell(address=scoring_cell(name), value=getattr(standard.scoring, name))
    for indicator in standard.indicators:
        yield from indicator_cells(standard, indicator)
        for rule in indicator.rules:
            yield from rule_cells(indicator, rule)


def indicator_cells(standard: Standard, indicator: Indicator) -> Iterator[StandardCell]:
    """Points matter only where they cap what an indicator costs."""
    if standard.scoring.is_capped and indicator.part in _PRICED:
        yield StandardCell(
            address=indicator_cell(indicator, "points"),
            value=indicator.points,
            indicator=indicator,
            certainty=indicator.points_certainty,
        )
    address = indicator_cell(indicator, "applies_to")
    yield StandardCell(address=address, value=indicator.applies_to, indicator=indicator)


def rule_cells(indicator: Indicator, rule: Rule) -> Iterator[StandardCell]:
    """A rule with a price is as sure as its price; any other is itself confirmed or not."""
    is_priced = indicator.part in _PRICED
    names = ["price", "per", "cap"] if is_priced else ["certainty"]
    names += ["window"] if rule.window is not None else []
    names += ["at_least"] if rule.at_least is not None else []
    for name in [*names, "when"]:
        yield StandardCell(
            address=rule_cell(rule, name),
            value=getattr(rule, name),
            indicator=indicator,
            rule=rule,
            certainty=rule.certainty if name == names[0] else None,
        )


def cell_at(standard: Standard, address: CellAddress) -> StandardCell:
    """Raises WrongUseError where this standard has no such cell to change."""
    for cell in _cells_of_owner(standard, address):
        if cell.address == address:
            return cell
    raise WrongUseError(_why_not_there(standard, address))


def with_value(standard: Standard, address: CellAddress, value: CellValue) -> Standard:
    """The standard with this value in the cell. The price and the points that somebody states are confirmed by that."""
    cells: dict[str, CellValue] = {address.name: value}
    if address.owner is CellOwner.SCORING:
        return replace(standard, scoring=_with(standard.scoring, cells))
    if address.name == "points":
        cells["points_certainty"] = Certainty.CONFIRMED
    if address.name == "price":
        cells["certainty"] = Certainty.CONFIRMED

    def laid_in(held: Indicator) -> Indicator:
        if address.owner is CellOwner.INDICATOR:
            return _with(held, cells) if held.code == address.code else held
        return _with_rule(held, address.code, lambda rule: _with(rule, cells))

    return replace(standard, indicators=tuple(laid_in(held) for held in standard.indicators))


def _with(owner: Owner, cells: Mapping[str, CellValue]) -> Owner:
    return replace(owner, **cells)  # type: ignore[arg-type]  # cell_values reads each name as the type of its field


def _with_rule(indicator: Indicator, code: str, change: Callable[[Rule], Rule]) -> Indicator:
    """An indicator without the rule stays the very same, so that who shows it need not draw it anew."""
    if all(rule.code != code for rule in indicator.rules):
        return indicator
    rules = tuple(change(rule) if rule.code == code else rule for rule in indicator.rules)
    return replace(indicator, rules=rules)


def _cells_of_owner(standard: Standard, address: CellAddress) -> Iterator[StandardCell]:
    if address.owner is CellOwner.SCORING:
        yield from (cell for cell in cells_of(standard) if cell.address.owner is CellOwner.SCORING)
    indicator = standard.indicator(address.code)
    if address.owner is CellOwner.INDICATOR and indicator is not None:
        yield from indicator_cells(standard, indicator)
    rule, holder = standard.rule(address.code), standard.indicator_of(address.code)
    if address.owner is CellOwner.RULE and rule is not None and holder is not None:
        yield from rule_cells(holder, rule)


def _why_not_there(standard: Standard, address: CellAddress) -> str:
    names = [cell.address.name for cell in _cells_of_owner(standard, address)]
    if names:
        return f"“{address}”这里没有可改的“{address.name[:40]}”，{did_you_mean(address.name, names)}"
    if address.owner is CellOwner.INDICATOR:
        codes = [indicator.code for indicator in standard.indicators]
        return f"《{standard.title}》没有指标“{address.code[:40]}”，{did_you_mean(address.code, codes)}"
    codes = [rule.code for _, rule in rules_of(standard)]
    return f"《{standard.title}》没有细则“{address.code[:40]}”，{did_you_mean(address.code, codes)}"
