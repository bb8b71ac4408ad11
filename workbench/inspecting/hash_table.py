"""Numbers by 64-bit hashes, in rows of plain integers: a dict takes six times the room."""

from array import array

_LEAST_PLACES = 1 << 16


class HashTable:
    """Each hash is put once, and is as good as random, as those of texts are: a taken place sends the search on to the next."""

    def __init__(self) -> None:
        self._make(_LEAST_PLACES)

    def get(self, key: int) -> int | None:
        keys, mask = self._keys, self._mask
        at = key & mask
        while number := self._numbers[at]:
            if keys[at] == key:
                return number - 1
            at = (at + 1) & mask
        return None

    def put(self, key: int, number: int) -> None:
        if self._used * 3 >= self._mask * 2:
            self._grow()
        at = key & self._mask
        while self._numbers[at]:
            at = (at + 1) & self._mask
        # 0 stands for an empty place.
        self._keys[at], self._numbers[at] = key, number + 1
        self._used += 1

    def _make(self, places: int) -> None:
        self._keys = array("q", bytes(8 * places))
        self._numbers = array("I", bytes(4 * places))
        self._mask = places - 1
        self._used = 0

    def _grow(self) -> None:
        keys, numbers = self._keys, self._numbers
        self._make(2 * (self._mask + 1))
        for key, number in zip(keys, numbers, strict=True):
            if number:
                self.put(key, number - 1)
