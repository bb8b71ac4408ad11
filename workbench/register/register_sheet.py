"""A sheet of text cells, the one form every kind of file is brought into."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`number` is the row's line in the file, as the office's own program shows it; blank rows are left out."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows` may be walked several times; only as much is read as is asked for."""

    name: str
    rows: Callable[[], Iterator[SheetRow]]
