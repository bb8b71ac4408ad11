"""Hosts that have turned us away several times in a row: nothing optional is asked of them any more."""

from collections import Counter

from workbench.fetch.fetched import Fetched
from workbench.inspecting.crawl_brake import is_refusal
from workbench.inspecting.site_of import host_key

_MOST_REFUSALS = 4


class RefusingHosts:
    def __init__(self) -> None:
        self._in_a_row: Counter[str] = Counter()

    def note(self, fetched: Fetched) -> None:
        host = host_key(fetched.request.url)
        if is_refusal(fetched):
            self._in_a_row[host] += 1
        else:
            del self._in_a_row[host]

    def refuse(self, url: str) -> bool:
        return self._in_a_row[host_key(url)] >= _MOST_REFUSALS
