"""Follows redirects hop by hop, so that both engines follow them alike and every hop passes the guard."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import urlsplit

from workbench.fetch.exchange import Exchange, Reply
from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched, Hop
from workbench.views.url_resolver import UrlResolver

# What the browser engine opens waits for its turn there, and keeps no connection of a host from the other engines.
BROWSER_QUEUE = "browser engine"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class RedirectTrail:
    """The way of one request. Cookies given on the way are carried along it: many sites set one and ask again."""

    __slots__ = ("_cookies", "_hops", "_policy", "_request", "_seen", "_total_s")

    def __init__(self, request: FetchRequest, policy: FetchPolicy) -> None:
        self._request = request
        self._policy = policy
        self._hops: list[Hop] = []
        self._cookies: dict[str, dict[str, str]] = {}
        self._seen: set[tuple[str, str]] = set()
        self._total_s = 0.0

    def first(self) -> Exchange:
        return self._remember(self._exchange(_without_fragment(self._request.url)))

    def follow(self, exchange: Exchange, reply: Reply) -> Exchange | Fetched:
        """The next exchange, or the end of the way."""
        self._total_s += reply.timings.total_s
        location = reply.headers.get("location", "")
        if reply.status not in _REDIRECTS or not location:
            return self.end(exchange, reply)
        url = _resolve(exchange.url, location)
        self._hops.append(Hop(exchange.url, reply.status, url))
        self._keep_cookies(exchange.host, reply.headers.get("set-cookie", ""))
        if len(self._hops) > self._policy.max_redirects:
            return self._lost(exchange, reply, Fault.REDIRECT_CHAIN)
        following = self._exchange(url)
        if (following.url, following.cookies) in self._seen:
            return self._lost(exchange, reply, Fault.REDIRECT_LOOP)
        return self._remember(following)

    def end(self, exchange: Exchange, reply: Reply) -> Fetched:
        return Fetched(
            request=self._request,
            at=datetime.now(UTC),
            final_url=reply.final_url or exchange.url,
            status=reply.status,
            headers=reply.headers,
            body=reply.body,
            hops=tuple(self._hops),
            error=reply.error,
            timings=replace(reply.timings, total_s=self._total_s) if self._hops else reply.timings,
            address=reply.address,
        )

    def _lost(self, exchange: Exchange, reply: Reply, fault: Fault) -> Fetched:
        error = FetchError(fault, f"{len(self._hops)} redirects")
        return self.end(
            exchange, Reply(status=reply.status, error=error, timings=reply.timings, address=reply.address)
        )

    def _exchange(self, url: str) -> Exchange:
        host = host_of(url)
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.get(host, {}).items())
        return Exchange(
            url=url,
            host=BROWSER_QUEUE if self._request.by_browser else host,
            method=self._request.method,
            max_bytes=self._request.max_bytes or self._policy.max_bytes,
            body_types=self._request.body_types,
            cookies=cookies,
            is_second_look=self._request.is_second_look,
            by_browser=self._request.by_browser,
        )

    def _remember(self, exchange: Exchange) -> Exchange:
        self._seen.add((exchange.url, exchange.cookies))
        return exchange

    def _keep_cookies(self, host: str, lines: str) -> None:
        for line in lines.split("\n"):
            name, is_pair, value = line.partition(";")[0].strip(" \t").partition("=")
            if is_pair and name and len(line) < 4096:
                self._cookies.setdefault(host, {})[name] = value


def host_of(url: str) -> str:
    """Host and port as they name a queue; empty where the address has none."""
    end = url.find("/", 8)
    return _host_of_origin(url[:end] if end > 0 else url)


@lru_cache(maxsize=2_048)
def _host_of_origin(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def _resolve(base: str, location: str) -> str:
    """Where a Location points, read as browsers read a link. Raw bytes in it (Latin-1 here) are percent-encoded as they came."""
    written = _NOT_ASCII.sub(lambda sign: f"%{ord(sign[0]) & 0xFF:02X}", location)
    # Nothing but a fragment leads to the same address once more.
    return UrlResolver(base, charset="utf-8").resolve(written) or base


def _without_fragment(url: str) -> str:
    return url.partition("#")[0]
