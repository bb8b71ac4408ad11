"""Knows addresses without end: relative links that grow at any depth, and pages that only ever lead to more like themselves."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from workbench.domain.link import LinkOutcome
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_verdict import LinkVerdict

ENDLESS = LinkVerdict(LinkOutcome.NOT_CHECKED, "疑似没有尽头的日历或查询页面，没有继续追踪")

_LONGEST = 1_500
_DEEPEST = 24
_MOST_REPEATS = 4
# `list2` and `col12` are names; a longer number, or one by itself, is counted through.
_STEM = re.compile(r"^\w+://[^/]*/[^0-9?;]*(?:(?<=[A-Za-z])\d{1,2}(?!\d)[^0-9?;]*)*")
_NOT_WORDS = re.compile(r"[\d\W_]+")
_SAMPLE_CHARS = 6_000
# A chain is made of small numbers: levels since a page last said something new, how many pages in a row have led to nothing
# new but their own kind, and whether the page that led here repeated itself or at least differed in its words.
_LEVELS = 16
_LONG_CHAIN = 12
_SHORT_RUN = 2
_LONGEST_RUN = 3
_FROM_ALIKE, _FROM_OTHER, _OWN_KIND = 64, 128, 256
# Pages that differ in their words are given more room, all kinds together more still.
_ROOM_FOR_OWN, _ROOM_FOR_OTHER_WORDS, _ROOM_FOR_ALL = 4, 6, 20


def is_endless(url: str) -> bool:
    if len(url) > _LONGEST:
        return True
    if url.count("/") <= _MOST_REPEATS + 2:
        return False
    path = urlsplit(url).path
    if path.count("/") <= _MOST_REPEATS:
        return False
    segments = [segment for segment in path.split("/") if segment]
    return len(segments) > _DEEPEST or max(Counter(segments).values(), default=0) > _MOST_REPEATS


def stem_of(url: str) -> str:
    """What addresses have in common that one program makes by counting: all before the first number, query or session."""
    found = _STEM.match(url)
    return found[0] if found else url


def _form_of(url: str) -> str:
    """The stem with the names in the query: a list and the articles of one program differ in them."""
    query = url.partition("?")[2]
    return "&".join([stem_of(url), *sorted(part.partition("=")[0] for part in query.split("&"))])


class CrawlTrap:
    """Counts the pages that lead on in chains without saying anything new, and holds what lies beyond a bound.

    Whatever its addresses look like, a trap repeats itself: calendars but for the numbers, sessions word for word, sorted and
    filtered lists but for the order. A list of 400 pages and the articles behind them stay within the bound; pages that
    differ in their words begin a new chain, and only where they lead to nothing but their own kind are they counted too.
    """

    def __init__(self, *, most_alike: int) -> None:
        self._most_alike = most_alike
        self._alike: Counter[str] = Counter()
        self._own: Counter[str] = Counter()
        self._others: Counter[str] = Counter()
        self._seen: set[bytes] = set()

    def holds(self, entry: LinkEntry) -> bool:
        """Whether enough has been followed of what this page belongs to; to be asked just before it would be read."""
        if entry.chain & _FROM_ALIKE:
            return self._holds_alike(entry)
        if entry.chain & _FROM_OTHER:
            return self._others[stem_of(entry.url)] > self._most_alike * _ROOM_FOR_OTHER_WORDS
        return False

    def counts(self) -> list[dict[str, int]]:
        """What has been counted so far, for `take_up` in a survey that goes on with this one."""
        return [dict(counts) for counts in (self._alike, self._own, self._others)]

    def take_up(self, counts: Sequence[dict[str, int]]) -> None:
        for mine, theirs in zip((self._alike, self._own, self._others), counts, strict=False):
            mine.update(theirs)

    def _holds_alike(self, entry: LinkEntry) -> bool:
        kind, most = stem_of(entry.url), self._most_alike
        if entry.chain & _OWN_KIND:
            self._own[kind] += 1
        is_over = self._alike[kind] > most or self._own[kind] > most * _ROOM_FOR_OWN
        return is_over or self._alike.total() > most * _ROOM_FOR_ALL

    def chain_up(self, parent: LinkEntry, found: Sequence[LinkEntry], words: Callable[[], str]) -> None:
        """Note in new entries where in a chain they are; `words` of the page are looked at only where it is a long one."""
        if not found:
            return
        kind = stem_of(parent.url)
        is_run = all(stem_of(entry.url) == kind for entry in found)
        run, level = divmod(parent.chain % _FROM_ALIKE, _LEVELS)
        run = min(run + 1, _LONGEST_RUN) if is_run else 0
        level = min(level + 1, _LONG_CHAIN + 1)
        mark = 0
        if run > _SHORT_RUN or level > _LONG_CHAIN:
            if not self._says_something_new(words()):
                self._alike[kind] += 1
                mark = _FROM_ALIKE
            elif run > _SHORT_RUN:
                self._others[kind] += 1
                mark, level = _FROM_OTHER, 0
            else:
                level = 0
        for entry in found:
            entry.chain = mark + run * _LEVELS + level
            if mark == _FROM_ALIKE and _form_of(entry.url) == _form_of(parent.url):
                entry.chain += _OWN_KIND

    def _says_something_new(self, text: str) -> bool:
        """Whether its words, in whatever order and whatever the numbers among them, have not been read before."""
        words = sorted(set(_NOT_WORDS.sub(" ", text[:_SAMPLE_CHARS]).split()))
        sign = hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest()
        if sign in self._seen:
            return False
        self._seen.add(sign)
        return True
