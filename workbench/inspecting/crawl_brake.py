"""Notices that a host has begun to turn us away: it is left in peace, asked slowly, and in the end not at all."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetched import Fetched
from workbench.inspecting.host_pace import Pace, PaceChange
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.site_of import host_key

BRAKED = LinkVerdict(LinkOutcome.NOT_CHECKED, "可能是本机地址被拦截，这一段作废，请换个时间或网络再查")
STOPPED = LinkVerdict(
    LinkOutcome.NOT_CHECKED, "可能是本机地址被拦截，放慢后仍被拒绝，本次不再查，请换个时间或网络再查"
)

_LOOPBACK = ("127.", "localhost", "::1")
_WINDOW = 30
_TURNED_AWAY = 24
# Before that the host must have been well disposed: one that answers 403 from the start just does so.
_GOOD_BEFORE = 10
_SLOW_WINDOW = 10
_SLOW_TURNED_AWAY = 8
_SLOW_GOOD = 20
# Seconds from question to question, one at a time, with a host that has calmed down.
_CALM_GAP_S = 0.25


@dataclass(slots=True)
class _Manner:
    """How a host has answered: `latest` holds the link's number and whether we were turned away."""

    pace: Pace = Pace.FREE
    good: int = 0
    void_until: datetime | None = None
    latest: deque[tuple[int, bool]] = field(default_factory=lambda: deque(maxlen=_WINDOW))

    def begin(self, pace: Pace) -> None:
        self.pace, self.good = pace, 0
        self.latest = deque(maxlen=_SLOW_WINDOW)

    def away(self) -> list[int]:
        return [number for number, was_away in self.latest if was_away]


class CrawlBrake:
    """`changes` are to be taken and carried out by whoever asks."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._manners: dict[str, _Manner] = {}
        self._stopped: set[str] = set()
        self.changes: list[PaceChange] = []

    def is_on(self, url: str) -> bool:
        return bool(self._stopped) and host_key(url) in self._stopped

    def is_void(self, fetched: Fetched) -> bool:
        """Whether a refusal says nothing about the link: the host is stopped, or was asked before it was left in peace."""
        host = host_key(fetched.request.url)
        manner = self._manners.get(host)
        until = manner.void_until if manner is not None else None
        return host in self._stopped or (until is not None and fetched.at < until)

    def paces(self) -> dict[str, Pace]:
        """The hosts that have shown us their limits, to be remembered."""
        return {host: each.pace for host, each in self._manners.items() if each.pace is not Pace.FREE}

    def take_up(self, paces: dict[str, Pace]) -> None:
        """Go on as slowly as an earlier survey had to."""
        for host, pace in paces.items():
            if pace is Pace.STOPPED:
                self._stopped.add(host)
            self._manners.setdefault(host, _Manner()).begin(pace)
            self._announce(host, pace)

    def note(self, number: int, fetched: Fetched, verdict: LinkVerdict) -> list[int]:
        """Take note of an answer; the numbers of the links whose answers are void where it was the last straw."""
        host = host_key(fetched.request.url)
        if not self._policy.brakes or self._is_spared(host):
            return []
        manner = self._manners.setdefault(host, _Manner())
        if manner.pace is Pace.STOPPED or (manner.void_until is not None and fetched.at < manner.void_until):
            return []
        is_away = _is_turned_away(fetched, verdict)
        manner.good += not is_away
        manner.latest.append((number, is_away))
        return self._weigh(host, manner, fetched.at)

    def _weigh(self, host: str, manner: _Manner, at: datetime) -> list[int]:
        away = manner.away()
        if manner.pace is Pace.SLOW and manner.good >= _SLOW_GOOD:
            manner.begin(Pace.CALM)
            self._announce(host, Pace.CALM)
        elif manner.pace is Pace.FREE:
            well_disposed = manner.good - (len(manner.latest) - len(away)) >= _GOOD_BEFORE
            if len(away) >= _TURNED_AWAY and well_disposed:
                manner.void_until = at + timedelta(seconds=self._policy.brake_rest_s)
                manner.begin(Pace.SLOW)
                self._announce(host, Pace.SLOW, rest_s=self._policy.brake_rest_s)
                return away
        elif len(away) >= _SLOW_TURNED_AWAY:
            manner.pace = Pace.STOPPED
            self._stopped.add(host)
            self._announce(host, Pace.STOPPED)
            return away
        return []

    def _announce(self, host: str, pace: Pace, *, rest_s: float = 0.0) -> None:
        gap_s = {Pace.SLOW: self._policy.brake_gap_s, Pace.CALM: _CALM_GAP_S}.get(pace, 0.0)
        self.changes.append(PaceChange(host, pace, rest_s, min(gap_s, self._policy.brake_gap_s)))

    def _is_spared(self, host: str) -> bool:
        return host.startswith(_LOOPBACK) and not self._policy.brakes_loopback


def is_refusal(fetched: Fetched) -> bool:
    """Whether an answer is of the sort that a host gives to whom it turns away."""
    return fetched.status is None or fetched.status in (403, 412, 429, 503)


def _is_turned_away(fetched: Fetched, verdict: LinkVerdict) -> bool:
    return verdict.outcome in (LinkOutcome.BLOCKED, LinkOutcome.LIMITED) or fetched.fault is Fault.RESET
