"""Notices that a host has begun to turn us away: then our own address is blocked, and its links are not what is broken."""

from collections import deque
from dataclasses import dataclass, field

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetched import Fetched
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.site_of import host_key

BRAKED = LinkVerdict(LinkOutcome.NOT_CHECKED, "可能是本机地址被拦截，这一段作废，请换个时间或网络再查")

_LOOPBACK = ("127.", "localhost", "::1")
_WINDOW = 30
_TURNED_AWAY = 24
# Before that the host must have been well disposed: one that answers 403 from the start just does so.
_GOOD_BEFORE = 10


@dataclass(slots=True)
class _Manner:
    """How a host has answered: `latest` holds the link's number and whether we were turned away."""

    good: int = 0
    latest: deque[tuple[int, bool]] = field(default_factory=lambda: deque(maxlen=_WINDOW))


class CrawlBrake:
    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._manners: dict[str, _Manner] = {}
        self._stopped: set[str] = set()
        self.just_stopped: list[str] = []

    def is_on(self, url: str) -> bool:
        return bool(self._stopped) and host_key(url) in self._stopped

    def note(self, number: int, fetched: Fetched, verdict: LinkVerdict) -> list[int]:
        """Take note of an answer; the numbers of the links whose answers are void where it was the last straw."""
        host = host_key(fetched.request.url)
        if not self._policy.brakes or host in self._stopped or self._is_spared(host):
            return []
        manner = self._manners.setdefault(host, _Manner())
        is_away = _is_turned_away(fetched, verdict)
        manner.good += not is_away
        manner.latest.append((number, is_away))
        away = [entry for entry, was_away in manner.latest if was_away]
        if len(away) < _TURNED_AWAY or manner.good - (len(manner.latest) - len(away)) < _GOOD_BEFORE:
            return []
        self._stopped.add(host)
        self.just_stopped.append(host)
        return away

    def _is_spared(self, host: str) -> bool:
        return host.startswith(_LOOPBACK) and not self._policy.brakes_loopback


def is_refusal(fetched: Fetched) -> bool:
    """Whether an answer is of the sort that a host gives to whom it turns away."""
    return fetched.status is None or fetched.status in (403, 412, 429, 503)


def _is_turned_away(fetched: Fetched, verdict: LinkVerdict) -> bool:
    return verdict.outcome in (LinkOutcome.BLOCKED, LinkOutcome.LIMITED) or fetched.fault is Fault.RESET
