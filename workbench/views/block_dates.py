"""Dates that a layout breaks into a big day and a small month, or a month and day above the year."""

import re
from dataclasses import dataclass
from datetime import date

from workbench.views.date_words import DateForm, real_day
from workbench.views.page_outline import NONE, Outline
from workbench.views.written_numbers import plain

_PIECES = (
    ("ym", re.compile(r"^((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*月?$")),
    ("md", re.compile(r"^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$")),
    ("y", re.compile(r"^((?:19|20)\d\d)\s*年?$")),
    ("m", re.compile(r"^(\d{1,2})\s*月$")),
    ("d", re.compile(r"^(\d{1,2})\s*日?$")),
)
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDERS = frozenset(
    {
        ("d", "ym"),
        ("ym", "d"),
        ("md", "y"),
        ("y", "md"),
        ("d", "m", "y"),
        ("y", "m", "d"),
        ("m", "d", "y"),
        ("d", "m"),
        ("m", "d"),
    }
)
_LONGEST_PIECE = 9
# With what divides them a date may stand in so many runs.
_MOST_RUNS, _MOST_PIECES = 6, 3
_SIGNS = re.compile(r"[-/.年月日]")
# The pieces of one date stand in one small box.
_LEVELS = 3


@dataclass(frozen=True, slots=True)
class BlockDate:
    day: date
    last: int
    form: DateForm
    words: str


def block_date(outline: Outline, run: int) -> BlockDate | None:
    """The date whose pieces begin with run `run`, up to three pieces; the longest reading wins."""
    if len(outline.texts[run]) > 2 * _LONGEST_PIECE:
        return None
    pieces: list[tuple[str, tuple[int, ...]]] = []
    best: BlockDate | None = None
    for last in range(run, min(run + _MOST_RUNS, len(outline.texts))):
        if pieces and _SIGNS.fullmatch(outline.texts[last]):
            continue
        read = _pieces(outline.texts[last])
        if not read or (last > run and not _is_same_box(outline, run, last)):
            break
        pieces += read
        if len(pieces) > _MOST_PIECES:
            break
        found = _assembled(pieces)
        if found is not None and len(pieces) > 1:
            words = " ".join(outline.texts[run : last + 1])
            best = BlockDate(found[0], last, found[1], words)
    return best


def _pieces(text: str) -> list[tuple[str, tuple[int, ...]]]:
    """The pieces of one run, or nothing where anything in it is no piece."""
    words = plain(text).strip(" []()-/.|\\")
    whole = _piece(words)
    if whole is not None:
        return [whole]
    parts = [_piece(part.strip("[]()-/.|\\")) for part in words.split()]
    return [part for part in parts if part is not None] if all(parts) else []


def _piece(words: str) -> tuple[str, tuple[int, ...]] | None:
    if len(words) > _LONGEST_PIECE:
        return None
    if words[:3].lower() in _MONTH_NAMES and words.isalpha():
        return "m", (_MONTH_NAMES.index(words[:3].lower()) + 1,)
    for name, pattern in _PIECES:
        match = pattern.match(words)
        if match is not None:
            return name, tuple(int(part) for part in match.groups())
    return None


def _assembled(pieces: list[tuple[str, tuple[int, ...]]]) -> tuple[date, DateForm] | None:
    if tuple(name for name, _ in pieces) == ("y", "d", "d"):
        # A bare number is a day, unless it follows the year.
        pieces = [pieces[0], ("m", pieces[1][1]), pieces[2]]
    if tuple(name for name, _ in pieces) not in _ORDERS:
        return None
    values = {sign: number for name, numbers in pieces for sign, number in zip(name, numbers, strict=True)}
    if "y" in values:
        day = real_day(values["y"], values["m"], values["d"])
        return (day, DateForm.FULL) if day else None
    day = real_day(2000, values["m"], values["d"])
    return (day, DateForm.MONTH_DAY) if day else None


def _is_same_box(outline: Outline, run: int, other: int) -> bool:
    """Whether both runs lie in one link or in none, and close together."""
    if outline.run_anchors[run] != outline.run_anchors[other]:
        return False
    element = outline.run_elements[run]
    for _ in range(_LEVELS):
        if outline.is_inside(outline.run_elements[other], element):
            return True
        element = outline.parents[element]
        if element == NONE:
            return False
    return False
