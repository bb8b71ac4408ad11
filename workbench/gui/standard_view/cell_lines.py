"""The cells of the standard as lines to read and to change: value, how sure, who changed it when and from what; no Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.domain.standard import Certainty, Indicator, Rule
from workbench.domain.standard_change import StandardChange
from workbench.standards.cell_address import CellOwner
from workbench.standards.cell_words import cell_in_words, cell_title
from workbench.standards.standard_cells import (
    StandardCell,
    cell_at,
    cells_of,
    indicator_cells,
    rule_cells,
)
from workbench.standards.standard_changes import AmendedStandard


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLine:
    """`shipped` is what stands in the pinned standard; `sides` are what two PCs of the lead say differently."""

    cell: StandardCell
    title: str
    text: str
    shipped: str
    change: StandardChange | None = None
    sides: tuple[StandardChange, ...] = ()

    @property
    def address(self) -> str:
        return str(self.cell.address)

    @property
    def is_unverified(self) -> bool:
        return self.cell.is_unverified

    @property
    def is_changed(self) -> bool:
        return self.change is not None or bool(self.sides)

    @property
    def act(self) -> str:
        """What can be done with it, in a word; nothing with a clause that is confirmed already."""
        if self.cell.value is Certainty.CONFIRMED:
            return ""
        is_sure = self.cell.certainty in (None, Certainty.CONFIRMED) and not self.is_unverified
        return "修改" if is_sure else "核实"

    @property
    def told(self) -> str:
        """Who changed it, when and from what source; or that the lead's PCs disagree."""
        if self.sides:
            listed = "；".join(f"{each.value}（{each.source}）" for each in self.sides)
            other = "；另一台恢复了原值" if len(self.sides) == 1 else ""
            return f"两台电脑填得不一样：{listed}{other}。暂按原值，请重新填写一次。"
        if self.change is None:
            return ""
        before = f"原值{self.shipped}。" if self.shipped != self.text else ""
        return f"{who_and_when(self.change)}，依据：{self.change.source}。{before}"


def who_and_when(change: StandardChange) -> str:
    at = change.at.astimezone() if change.at else None
    day = f" {at.year}年{at.month}月{at.day}日" if at else ""
    return f"{change.inspector}{day}"


def who_and_day(change: StandardChange) -> str:
    """For where there is little room."""
    at = change.at.astimezone() if change.at else None
    return f"{change.inspector} {at.month}月{at.day}日" if at else change.inspector


def scoring_lines(amended: AmendedStandard) -> tuple[CellLine, ...]:
    cells = cells_of(amended.standard)
    return tuple(_lines(amended, (cell for cell in cells if cell.address.owner is CellOwner.SCORING)))


def rule_lines_of(amended: AmendedStandard, indicator: Indicator, rule: Rule) -> tuple[CellLine, ...]:
    """The cells of the rule, then those of its indicator."""
    return (
        *_lines(amended, rule_cells(indicator, rule)),
        *_lines(amended, indicator_cells(amended.standard, indicator)),
    )


def _lines(amended: AmendedStandard, cells: Iterable[StandardCell]) -> Iterator[CellLine]:
    for cell in cells:
        change = amended.standing.get(cell.address)
        sides = amended.disputed.get(cell.address, ())
        yield CellLine(
            cell=cell,
            title=cell_title(cell),
            text=cell_in_words(cell),
            shipped=cell_in_words(cell_at(amended.pinned, cell.address)) if change else "",
            change=change,
            sides=sides,
        )
