"""Knows addresses without end: relative links that grow at any depth, and pages that only ever lead to more of their kind."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from workbench.domain.link import LinkOutcome
from workbench.inspecting.link_book import LinkEntry
from workbench.inspecting.link_verdict import LinkVerdict

ENDLESS = LinkVerdict(LinkOutcome.NOT_CHECKED, "疑似没有尽头的日历或查询页面，没有继续追踪")

_LONGEST = 1_500
_DEEPEST = 24
_MOST_REPEATS = 4
_STEM = re.compile(r"^\w+://[^/]*/[^0-9?]*")
_LONG_CHAIN = 12
_MOST_OF_A_KIND = 100
_SHORT_CHAIN = 2
_MOST_OF_A_WEB = 3_000


def is_endless(url: str) -> bool:
    if len(url) > _LONGEST:
        return True
    path = urlsplit(url).path
    if path.count("/") <= _MOST_REPEATS:
        return False
    segments = [segment for segment in path.split("/") if segment]
    return len(segments) > _DEEPEST or max(Counter(segments).values(), default=0) > _MOST_REPEATS


def stem_of(url: str) -> str:
    """What addresses have in common that one program makes by counting: all before the first number or query."""
    found = _STEM.match(url)
    return found[0] if found else url


def chain_up(parent: LinkEntry, found: Sequence[LinkEntry]) -> None:
    """Note in new entries how many pages in a row have led to nothing new but more of their own kind.

    A list that is paged through leads to articles and begins anew each time; a calendar does not.
    """
    kind = stem_of(parent.url)
    own = [entry for entry in found if stem_of(entry.url) == kind]
    if len(own) == len(found):
        for entry in own:
            entry.chain = parent.chain + 1


class CrawlTrap:
    """Counts the pages at the end of chains by their kind, and holds those beyond a bound.

    A calendar is a long chain; a query page that leads to many of its own kind is a short one that spreads, and is given
    more room, since a site's articles may lead to one another as well.
    """

    def __init__(self) -> None:
        self._deep: Counter[str] = Counter()
        self._wide: Counter[str] = Counter()

    def holds(self, entry: LinkEntry) -> bool:
        if entry.chain <= _SHORT_CHAIN:
            return False
        kind = stem_of(entry.url)
        self._wide[kind] += 1
        if entry.chain > _LONG_CHAIN:
            self._deep[kind] += 1
        return self._deep[kind] > _MOST_OF_A_KIND or self._wide[kind] > _MOST_OF_A_WEB
