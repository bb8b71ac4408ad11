"""How the cells an office may change are read from text and written back: the same values a pack's file takes."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from workbench.domain.standard import Certainty, Per
from workbench.domain.subject import SubjectKind
from workbench.domain.window import Window
from workbench.errors import WrongUseError
from workbench.standards.cell_address import CellAddress, CellOwner
from workbench.standards.pack_cells import UNKNOWN, CellError, amount, list_of, one_of, text, window
from workbench.standards.pack_problems import ProblemCode, did_you_mean

CellValue = Decimal | Window | int | str | tuple[SubjectKind, ...]
Reader = Callable[[object], CellValue]
_BETWEEN_KINDS = re.compile(r"[\s,，、;；\"'\[\]]+")
_LONGEST_SENTENCE = 300
_MOST_DIGITS = 6


def _count(value: object) -> int:
    found = text(value)
    if not found.isdecimal() or len(found) > _MOST_DIGITS:
        raise CellError(ProblemCode.WRONG_TYPE, f"“{found[:20]}”应是整数，例如 5。")
    return int(found)


def _kinds(value: object) -> tuple[SubjectKind, ...]:
    """One kind or more, as a list of a pack's file or simply one after the other; in the order of the register."""
    named = [word for word in _BETWEEN_KINDS.split(text(value)) if word]
    kinds = set(list_of(one_of(SubjectKind))(named))
    if not kinds:
        raise CellError(ProblemCode.MISSING_CELL, "请至少留一种对象，例如 portal。")
    return tuple(kind for kind in SubjectKind if kind in kinds)


def _confirmed(value: object) -> Certainty:
    if one_of(Certainty)(value) is not Certainty.CONFIRMED:
        message = "只能写 confirmed（已对照原文核实）；要收回核实，请把这一格恢复原值。"
        raise CellError(ProblemCode.UNKNOWN_WORD, message)
    return Certainty.CONFIRMED


def _sentence(value: object) -> str:
    found = " ".join(text(value).split())
    if len(found) > _LONGEST_SENTENCE or not found.isprintable():
        raise CellError(ProblemCode.WRONG_TYPE, f"请写成不超过{_LONGEST_SENTENCE}字的一句话。")
    return found


def _points(value: object) -> Decimal:
    """Tidied, so that 5 and 5.0 are one value."""
    if value == UNKNOWN:
        raise CellError(ProblemCode.PRICE_NOT_A_NUMBER, "请写核实到的数；还不知道的，先不要改。")
    found = amount(value)
    # What is out of range anyway is not worked on: that would overflow.
    is_usual = abs(found.adjusted()) <= _MOST_DIGITS
    return found.normalize() + Decimal(0) if is_usual else found


_READERS: Mapping[CellOwner, Mapping[str, Reader]] = {
    CellOwner.SCORING: {
        "fail_below": _points,
        "bonus_above": _points,
        "bonus_cap": _points,
        "scored_kinds": _kinds,
    },
    CellOwner.INDICATOR: {"points": _points, "applies_to": _kinds},
    CellOwner.RULE: {
        "price": _points,
        "per": one_of(Per),
        "cap": _points,
        "window": window,
        "at_least": _count,
        "when": _sentence,
        "certainty": _confirmed,
    },
}


def read_value(address: CellAddress, given: str) -> CellValue:
    """What the text says for this cell.

    Raises:
        WrongUseError: no such cell may be changed, or the text is no value of it.
    """
    readers = _READERS[address.owner]
    if address.name not in readers:
        raise WrongUseError(f"没有可以修改的格子“{address.name[:40]}”，{did_you_mean(address.name, readers)}")
    try:
        return readers[address.name](given)
    except CellError as error:
        raise WrongUseError(error.message) from error


def written(value: CellValue | None) -> str:
    """The value as text in the form of a pack's file, without quotes; empty for None."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)
