"""Where a link stands, packed into a few bytes: the same footer stands on every page."""

import zlib
from collections.abc import Sequence

import msgspec

from workbench.domain.link import Occurrence

_PLAIN, _SQUEEZED = b"\0", b"\1"
_WORTH_SQUEEZING = 96
_MAX_BYTES = 2**24
_MAX_TEXT = 500


def pack_occurrences(occurrences: Sequence[Occurrence]) -> bytes:
    plain = msgspec.msgpack.encode([(place.page, place.text[:_MAX_TEXT]) for place in occurrences])
    if len(plain) < _WORTH_SQUEEZING:
        return _PLAIN + plain
    # The quickest level: a better one costs more than the whole crawl and saves a tenth.
    return _SQUEEZED + zlib.compress(plain, 1)


def unpack_occurrences(packed: bytes) -> tuple[Occurrence, ...]:
    """Read them back.

    Raises:
        ValueError: these bytes were not packed by this program.
    """
    body = packed[1:]
    if packed[:1] == _SQUEEZED:
        body = unsqueeze(body, at_most=_MAX_BYTES)
    pairs = msgspec.msgpack.decode(body, type=list[tuple[str, str]])
    return tuple(Occurrence(page, text) for page, text in pairs)


def unsqueeze(packed: bytes, *, at_most: int) -> bytes:
    """Decompress, and stop at a bound: a few bytes from outside may stand for gigabytes.

    Raises:
        ValueError: not compressed by zlib, cut off, or longer than the bound.
    """
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(packed, at_most)
    except zlib.error as error:
        raise ValueError("these bytes cannot be decompressed") from error
    if not stream.eof:
        raise ValueError("the bytes are cut off or stand for too much")
    return plain
