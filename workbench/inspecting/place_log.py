"""Where links stand, packed: in memory while it is little, in a temporary file when it is much."""

import struct
import tempfile
import weakref
from array import array
from collections.abc import Iterable
from typing import IO

MOST_PLACES = 20
_MOST_TEXT = 500
_MOST_IN_MEMORY = 8_000_000
# Where the place before it lies, the page, and how long the words are.
_HEAD = struct.Struct("<IIH")
_LAST_PLACE = 2**32 - 1


class PlaceLog:
    """Of each link all places are counted and the first `MOST_PLACES` kept: page number and words."""

    def __init__(self, *, most_in_memory: int = _MOST_IN_MEMORY) -> None:
        self._most_in_memory = most_in_memory
        self._first, self._last = array("I"), array("I")
        self.counts = array("I")
        # Nothing lies at 0: that is where the first place of a link points back to.
        self._tail = bytearray(1)
        self._tail_at = 0
        self._file: IO[bytes] | None = None

    def add_link(self) -> None:
        self._first.append(0)
        self._last.append(0)
        self.counts.append(0)

    def note(self, page: int, places: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
        """Note links and their words as they stand on the page; those kept, and not counted alone."""
        # The inner loop of every inspection: most links stand on more pages than are kept.
        counts, kept = self.counts, []
        for place in places:
            count = counts[place[0]]
            counts[place[0]] = count + 1
            if count < MOST_PLACES and self._keep(place[0], page, place[1], is_first=not count):
                kept.append(place)
        return kept

    def _keep(self, link: int, page: int, text: str, *, is_first: bool) -> bool:
        at = self._tail_at + len(self._tail)
        if at > _LAST_PLACE:
            return False
        words = text[:_MOST_TEXT].encode("utf-8", "surrogatepass")
        self._tail += _HEAD.pack(self._last[link], page, len(words)) + words
        self._last[link] = at
        if is_first:
            self._first[link] = at
        if len(self._tail) >= self._most_in_memory:
            self._put_away()
        return True

    def first(self, link: int) -> tuple[tuple[int, str], ...]:
        at = self._first[link]
        return (self._read(at)[1:],) if at else ()

    def all(self, link: int) -> tuple[tuple[int, str], ...]:
        """The places kept, in the order in which they were noted."""
        places = []
        at = self._last[link]
        while at:
            at, page, text = self._read(at)
            places.append((page, text))
        return tuple(reversed(places))

    def _read(self, at: int) -> tuple[int, int, str]:
        if at >= self._tail_at:
            start = at - self._tail_at
            before, page, size = _HEAD.unpack_from(self._tail, start)
            words = self._tail[start + _HEAD.size : start + _HEAD.size + size]
        else:
            assert self._file is not None
            self._file.seek(at)
            before, page, size = _HEAD.unpack(self._file.read(_HEAD.size))
            words = bytearray(self._file.read(size))
        return before, page, words.decode("utf-8", "surrogatepass")

    def _put_away(self) -> None:
        file = self._file or self._open_file()
        file.seek(self._tail_at)
        file.write(self._tail)
        file.flush()
        self._tail_at += len(self._tail)
        self._tail = bytearray()

    def _open_file(self) -> IO[bytes]:
        # Open as long as the log is.
        self._file = tempfile.TemporaryFile(buffering=1_024)  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        return self._file
