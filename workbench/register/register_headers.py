"""Finds the heading row of a sheet and which column holds which field."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.register.heading_words import COLUMN_HEADINGS, SUBJECT_HEADINGS
from workbench.register.message_headings import MESSAGE_HEADINGS
from workbench.register.register_field import FIELD_WORDS, RegisterField
from workbench.register.register_sheet import SheetRow
from workbench.register.register_table import TableKind
from workbench.register.reprint_headings import REPRINT_HEADINGS

_BRACKETED = re.compile(r"[(\[【〔{<《][^)\]】〕}>》]*[)\]】〕}>》]")
_MARKS = re.compile(r"[\s*:;,.、。_\-—“”\"'()\[\]【】〔〕{}<>《》]+")


@dataclass(frozen=True, slots=True)
class Header:
    """`columns` gives for each field the positions that hold it, best heading first: the first cell with text speaks."""

    kind: TableKind
    row_number: int
    columns: Mapping[RegisterField, tuple[int, ...]]

    def texts(self, cells: Sequence[str]) -> dict[RegisterField, str]:
        return {field: _first_text(cells, positions) for field, positions in self.columns.items()}


def plain_heading(heading: str) -> str:
    """`heading` as it is compared: half width, lower case, without blanks, marks and what stands in brackets."""
    text = unicodedata.normalize("NFKC", heading).lower()
    return _MARKS.sub("", _BRACKETED.sub("", text)) or _MARKS.sub("", text)


def _positions_of(headings: Mapping[RegisterField, tuple[str, ...]]) -> dict[str, tuple[RegisterField, int]]:
    return {
        plain_heading(word): (field, rank)
        for field, words in headings.items()
        for rank, word in enumerate(words)
    }


_KNOWN = {
    TableKind.MESSAGES: _positions_of(MESSAGE_HEADINGS),
    TableKind.COLUMNS: _positions_of(COLUMN_HEADINGS),
    TableKind.SUBJECTS: _positions_of(SUBJECT_HEADINGS),
    TableKind.REPRINTS: _positions_of(REPRINT_HEADINGS),
}


# What a table has all the needed headings of, the first of these it is: a list of papers has few that others have not.
_IN_THIS_ORDER = (TableKind.MESSAGES, TableKind.COLUMNS, TableKind.SUBJECTS, TableKind.REPRINTS)


def find_header(rows: Iterable[SheetRow]) -> Header | None:
    """The row with the most known headings among those that have all the needed ones; the first of equals."""
    found = [header for row in rows for header in [_header_of(row)] if header is not None]
    return max(found, key=lambda header: len(header.columns), default=None)


def count_known_headings(cells: Sequence[str]) -> int:
    return max(len(_columns(cells, kind)) for kind in TableKind)


def is_heading(text: str, field: RegisterField) -> bool:
    """Whether the text is a heading of the field: a heading row printed again on each page."""
    plain = plain_heading(text)
    return any(known.get(plain, (None,))[0] is field for known in _KNOWN.values())


def _header_of(row: SheetRow) -> Header | None:
    for kind in _IN_THIS_ORDER:
        columns = _columns(row.cells, kind)
        if _is_complete(kind, columns):
            return Header(kind, row.number, columns)
    return None


def _is_complete(kind: TableKind, columns: Mapping[RegisterField, tuple[int, ...]]) -> bool:
    if kind is TableKind.MESSAGES:
        says_which = RegisterField.MESSAGE_NUMBER in columns or RegisterField.TITLE in columns
        return RegisterField.RECEIVED in columns and says_which
    if kind is TableKind.COLUMNS:
        return RegisterField.COLUMN_NAME in columns and RegisterField.COLUMN_URL in columns
    if kind is TableKind.REPRINTS:
        return RegisterField.TITLE in columns and RegisterField.PUBLISHED in columns
    ways_to_find = (RegisterField.HOME_URL, RegisterField.PLATFORM, RegisterField.PREFIXES)
    return RegisterField.NAME in columns and any(field in columns for field in ways_to_find)


def _columns(cells: Sequence[str], kind: TableKind) -> dict[RegisterField, tuple[int, ...]]:
    ranked: dict[RegisterField, list[tuple[int, int]]] = {}
    for position, cell in enumerate(cells):
        if not cell.strip():
            continue
        field, rank = _KNOWN[kind].get(plain_heading(cell), (None, 0))
        if field is not None:
            ranked.setdefault(field, []).append((rank, position))
    return {field: tuple(position for _, position in sorted(places)) for field, places in ranked.items()}


def _first_text(cells: Sequence[str], positions: tuple[int, ...]) -> str:
    texts = [cells[position] for position in positions if position < len(cells)]
    return next((text for text in texts if text.strip()), "")


def explain_missing(rows: Iterable[SheetRow], *, name: str) -> str:
    """The sentence for a file without a heading row: what was found and what is needed."""
    best = max((_columns(row.cells, TableKind.SUBJECTS) for row in rows), key=len, default={})
    found = "、".join(FIELD_WORDS[field] for field in best)
    if not found:
        return f"在“{name}”里找不到表头，台账的表头至少要有“网站名称”和“首页网址”两列，请补上后再导入。"
    needed = [
        f"“{FIELD_WORDS[field]}”"
        for field in (RegisterField.NAME, RegisterField.HOME_URL)
        if field not in best
    ]
    return f"“{name}”的表头缺少{'和'.join(needed)}（只找到：{found}），请补上后再导入。"
