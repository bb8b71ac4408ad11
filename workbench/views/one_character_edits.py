"""Finds words that are one character away from a protected name: one exchanged, missing, too many, or two in the wrong order."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

# Said inside a name they make another phrase of it, and no error.
_LINKING = frozenset("和与及暨或的等")
# Where so much of a name is right, any character may be the one too many; in a shorter one only a character said twice.
_UNMISTAKABLE = 7
_CHINESE = re.compile("[\u4e00-\u9fff]*")


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:stop]` stands where `term` should; `at` is the character that is wrong, or before which one is missing."""

    start: int
    stop: int
    at: int
    term: str

    @property
    def is_missing(self) -> bool:
        return self.stop - self.start < len(self.term)


class NameIndex:
    """With one character wrong, the first two or the last two of a name are still right: these lead to it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._heads: Mapping[str, list[str]] = defaultdict(list)
        self._tails: Mapping[str, list[str]] = defaultdict(list)
        for name in names:
            self._heads[name[:2]].append(name)
            self._tails[name[-2:]].append(name)

    def edits(self, text: str) -> Iterator[Edit]:
        """Every edit once or more; a name that is there in full is none."""
        for at in range(len(text) - 1):
            pair = text[at : at + 2]
            for name in self._heads.get(pair, ()):
                if not text.startswith(name, at):
                    yield from _edits_from(text, at, name)
            for name in self._tails.get(pair, ()):
                if not text.endswith(name, 0, at + 2):
                    yield from _edits_up_to(text, at + 2, name)


def _edits_from(text: str, start: int, name: str) -> Iterator[Edit]:
    for length in (len(name), len(name) - 1, len(name) + 1):
        yield from _edit(text, start, start + length, name)


def _edits_up_to(text: str, stop: int, name: str) -> Iterator[Edit]:
    for length in (len(name), len(name) - 1, len(name) + 1):
        if length <= stop:
            yield from _edit(text, stop - length, stop, name)


def _edit(text: str, start: int, stop: int, name: str) -> Iterator[Edit]:
    part = text[start:stop]
    if len(part) != stop - start:
        return
    at = _wrong_character(part, name)
    if at is not None and _CHINESE.fullmatch(part):
        yield Edit(start, stop, start + at, name)


@lru_cache(maxsize=65_536)
def _wrong_character(part: str, name: str) -> int | None:
    """Where `part` leaves the name, if one character between the first and the last makes all the difference."""
    first = next((at for at, (one, other) in enumerate(zip(part, name, strict=False)) if one != other), 0)
    if len(part) == len(name):
        return first if _is_exchanged(part, name, first) else None
    if first == 0:
        return None
    if len(part) < len(name):
        return first if part[first:] == name[first + 1 :] else None
    is_twice = part[first] in (part[first - 1], part[first + 1])
    is_weighty = is_twice or (len(name) >= _UNMISTAKABLE and part[first] not in _LINKING)
    return first if is_weighty and part[first + 1 :] == name[first:] else None


def _is_exchanged(part: str, name: str, first: int) -> bool:
    if part[first + 1 :] == name[first + 1 :]:
        return 0 < first < len(name) - 1
    is_swapped = part[first : first + 2] == name[first : first + 2][::-1]
    return is_swapped and part[first + 2 :] == name[first + 2 :]
