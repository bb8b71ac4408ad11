"""Knows addresses that grow for ever: relative links that a server answers at any depth. They are asked for, not read."""

from collections import Counter
from urllib.parse import urlsplit

_LONGEST = 1_500
_DEEPEST = 24
_MOST_REPEATS = 4


def is_endless(url: str) -> bool:
    if len(url) > _LONGEST:
        return True
    path = urlsplit(url).path
    if path.count("/") <= _MOST_REPEATS:
        return False
    segments = [segment for segment in path.split("/") if segment]
    return len(segments) > _DEEPEST or max(Counter(segments).values(), default=0) > _MOST_REPEATS
