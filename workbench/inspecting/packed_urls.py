"""Addresses in a few bytes each: folders once, the rest in one row of bytes, found again by 64 bits."""

from array import array
from collections.abc import Iterable

from workbench.inspecting.hash_table import HashTable

_MOST_FRESH = 4_096


class PackedUrls:
    """Addresses by their number, in the order in which they were added; the same one may be added twice."""

    def __init__(self) -> None:
        self._stems: list[str] = []
        self._stem_numbers: dict[str, int] = {}
        self._stem_of = array("I")
        self._starts = array("L", [0])
        self._rests = bytearray()
        # Those just asked for are asked for again: the pages a link stands on, mostly.
        self._fresh: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._stem_of)

    def __getitem__(self, number: int) -> str:
        url = self._fresh.get(number)
        if url is None:
            if len(self._fresh) >= _MOST_FRESH:
                self._fresh.clear()
            rest = self._rests[self._starts[number] : self._starts[number + 1]]
            url = self._fresh[number] = self._stems[self._stem_of[number]] + rest.decode(
                "utf-8", "surrogatepass"
            )
        return url

    def add(self, url: str) -> int:
        cut = url.rfind("/") + 1
        stem = url[:cut]
        number = self._stem_numbers.get(stem)
        if number is None:
            number = self._stem_numbers[stem] = len(self._stems)
            self._stems.append(stem)
        self._stem_of.append(number)
        self._rests += url[cut:].encode("utf-8", "surrogatepass")
        self._starts.append(len(self._rests))
        return len(self._stem_of) - 1


class UrlNumbers(PackedUrls):
    """Knows the number of an address, too; each is added once.

    Told apart by 64 bits of their hash, which no site can foresee: among a million addresses two are taken for one once in
    forty million surveys.
    """

    def __init__(self, *, most_in_dict: int = 30_000) -> None:
        super().__init__()
        # Quicker than a table of our own, and six times as large.
        self._few: dict[int, int] = {}
        self._most_in_dict = most_in_dict
        self._many: HashTable | None = None

    def number_of(self, url: str) -> int | None:
        if self._many is None:
            return self._few.get(hash(url))
        return self._many.get(hash(url))

    def numbers_of(self, urls: Iterable[str]) -> list[int | None]:
        if self._many is None:
            return list(map(self._few.get, map(hash, urls)))
        return list(map(self._many.get, map(hash, urls)))

    def add(self, url: str) -> int:
        number = super().add(url)
        if self._many is not None:
            self._many.put(hash(url), number)
            return number
        self._few[hash(url)] = number
        if len(self._few) > self._most_in_dict:
            self._many = HashTable()
            for key, value in self._few.items():
                self._many.put(key, value)
            self._few.clear()
        return number
