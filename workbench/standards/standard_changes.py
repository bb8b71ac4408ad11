"""The running changes of the lead laid over a pinned standard: pure, and the same in whatever order they came."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from uuid import UUID

from workbench.domain.standard import Standard
from workbench.domain.standard_change import StandardChange
from workbench.domain.window import Window
from workbench.errors import WrongUseError
from workbench.standards.cell_address import CellAddress, parse_address
from workbench.standards.cell_values import CellValue, read_value
from workbench.standards.pack_consistency import inconsistencies
from workbench.standards.standard_cells import cell_at, with_value

_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendedStandard:
    """`standard` is what is in force: `pinned` with the standing changes laid in.

    `disputed` are cells to which two PCs of the lead gave different values, or that one of them took back: they stay as
    pinned until somebody fills them in again.
    `unfit` are changes that make no sense for this standard and are left aside.
    """

    pinned: Standard
    standard: Standard
    standing: Mapping[CellAddress, StandardChange] = field(default_factory=dict)
    disputed: Mapping[CellAddress, tuple[StandardChange, ...]] = field(default_factory=dict)
    unfit: tuple[StandardChange, ...] = ()

    @property
    def changes(self) -> tuple[StandardChange, ...]:
        return (*self.standing.values(), *(c for held in self.disputed.values() for c in held), *self.unfit)


def amend(
    pinned: Standard, changes: Iterable[StandardChange], *, torn: Collection[str] = ()
) -> AmendedStandard:
    """Every change is held against the pinned standard by itself, so that none depends on another.

    `torn` are cells that another PC has taken back, not knowing of the change.
    """
    values: dict[CellAddress, dict[CellValue, StandardChange]] = defaultdict(dict)
    unfit: list[StandardChange] = []
    for change in sorted(changes, key=_order):
        try:
            address, value = _fitting(pinned, change)
        except WrongUseError:
            unfit.append(change)
        else:
            values[address][value] = change
    disputed = {at: tuple(held.values()) for at, held in values.items() if len(held) > 1 or str(at) in torn}
    agreed = {at: next(iter(held)) for at, held in sorted(values.items()) if at not in disputed}
    return AmendedStandard(
        pinned=pinned,
        standard=reduce(lambda held, cell: with_value(held, *cell), agreed.items(), pinned),
        standing={address: values[address][value] for address, value in agreed.items()},
        disputed=disputed,
        unfit=tuple(unfit),
    )


def refuse_unfit_change(standard: Standard, change: StandardChange) -> None:
    """Raises WrongUseError where the change names no cell of the standard or would leave it making no sense."""
    _fitting(standard, change)


def with_values(amended: AmendedStandard, values: Mapping[CellAddress, str | None]) -> AmendedStandard:
    """As it would be with these values; None takes a cell back to what is pinned.

    Raises:
        WrongUseError: a value does not fit.
    """
    kept = [change for change in amended.changes if _address_of(change) not in values]
    wanted = [trial_change(address, value) for address, value in values.items() if value is not None]
    for change in wanted:
        refuse_unfit_change(amended.pinned, change)
    torn = [str(address) for address, held in amended.disputed.items() if address not in values]
    return amend(amended.pinned, [*kept, *wanted], torn=torn)


def with_wording(standard: Standard, address: CellAddress, value: str) -> dict[CellAddress, str]:
    """The change and, where the sentence of its rule names the old window or number, the sentence with the new one.

    Raises:
        WrongUseError: the standard has no such cell, or the text is no value of it.
    """
    cell = cell_at(standard, address)
    new = read_value(address, value)
    changes = {address: value}
    if cell.rule is not None and address.name in ("window", "at_least") and new != cell.value:
        named = re.compile(rf"(?<!\d){re.escape(_in_words(cell.value))}(?!月)")
        if len(named.findall(cell.rule.when)) == 1:
            changes[address.beside("when")] = named.sub(_in_words(new), cell.rule.when)
    return changes


def trial_change(address: CellAddress, value: str) -> StandardChange:
    """A change nobody has made yet, to look what it would do."""
    return StandardChange(id=_NOBODY, subject_id=None, cell=str(address), value=value, source="")


def _fitting(pinned: Standard, change: StandardChange) -> tuple[CellAddress, CellValue]:
    address = parse_address(change.cell)
    cell_at(pinned, address)
    value = read_value(address, change.value)
    problems = inconsistencies(with_value(pinned, address, value))
    if problems:
        raise WrongUseError(problems[0].message)
    return address, value


def _address_of(change: StandardChange) -> CellAddress | None:
    try:
        return parse_address(change.cell)
    except WrongUseError:
        return None


def _in_words(value: CellValue | None) -> str:
    return value.in_words() if isinstance(value, Window) else f"{value}个"


def _order(change: StandardChange) -> tuple[str, ...]:
    at = change.at.isoformat() if change.at else ""
    return change.cell, change.value, at, change.inspector, change.device, change.source
