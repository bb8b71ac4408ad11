"""One round of visits to home pages: each is opened once, and what fails is held against the office's reference hosts."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.domain.link import LINK_OUTCOME_WORDS, LinkOutcome
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.fetch.fetcher import Fetcher
from workbench.inspecting.link_probe import HTML
from workbench.inspecting.link_verdict import LinkVerdict, judge

VISIT_LIMIT_S = 15.0
"""What both standards give a home page to open in."""

_OPENED = frozenset(
    {
        LinkOutcome.OK,
        LinkOutcome.REDIRECT,
        LinkOutcome.FOREIGN_REDIRECT,
        LinkOutcome.REDIRECTED_HOME,
    }
)
_OUR_NETWORK = "参照网站同时打不开，是本单位网络的问题"
_FAILED = frozenset({LinkOutcome.DEAD, LinkOutcome.TIMED_OUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeAddress:
    """Where a subject's home page is, in the form in which it is asked for."""

    subject_id: UUID
    url: str


@dataclass(frozen=True, slots=True)
class _Held:
    """A visit that waits for the witness. Where the fault might be our own, it takes a witness to make it a failure."""

    visit: HomeVisit
    is_perhaps_ours: bool


def visit_policy(policy: FetchPolicy, *, limit_s: float = VISIT_LIMIT_S) -> FetchPolicy:
    """The policy of a visit: the limit is the standard's and not an option of this PC."""
    return replace(policy, timeout_s=limit_s, total_timeout_s=limit_s, slow_s=limit_s, retries=0)


def pay_visits(visits: "VisitRound", fetcher: Fetcher) -> Iterator[HomeVisit]:
    """Every visit as soon as it is known; the fetcher stays open and is the caller's to close."""
    while (request := visits.take()) is not None:
        fetcher.submit(request)
    for fetched in fetcher.completed():
        yield from visits.receive(fetched)
        while (request := visits.take()) is not None:
            fetcher.submit(request)


class VisitRound:
    """Answers in, questions and visits out. A visit says nothing of the site, and is void, when every reference is silent
    too, when a firewall keeps us out, or when the fault may be our own and no reference is there to tell.
    """

    def __init__(
        self, homes: Sequence[HomeAddress], *, references: Sequence[str] = (), limit_s: float = VISIT_LIMIT_S
    ) -> None:
        self._homes = tuple(homes)
        self._references = tuple(references)
        self._limit_s = limit_s
        self._held: list[_Held] = []
        self._open_questions = 0
        self._has_answer = False
        self._requests = deque(
            FetchRequest(url=home.url, tag=number, body_types=HTML) for number, home in enumerate(homes)
        )

    @property
    def is_waiting(self) -> bool:
        """Whether a visit has been paid whose meaning only the references can tell."""
        return bool(self._held)

    def take(self) -> FetchRequest | None:
        return self._requests.popleft() if self._requests else None

    def receive(self, fetched: Fetched) -> Iterator[HomeVisit]:
        if fetched.request.tag < 0:
            yield from self._hear(fetched)
            return
        verdict = judge(fetched)
        if verdict.outcome is LinkOutcome.DEAD and not fetched.request.is_second_look:
            # No failure rests on the quirks of one engine.
            self._requests.append(replace(fetched.request, is_second_look=True))
        elif verdict.outcome in _OPENED and fetched.timings.total_s <= self._limit_s:
            yield self._visit(fetched, VisitState.OK, verdict.reason)
        else:
            yield from self._weigh(fetched, verdict)

    def _weigh(self, fetched: Fetched, verdict: LinkVerdict) -> Iterator[HomeVisit]:
        reason = verdict.reason or LINK_OUTCOME_WORDS[verdict.outcome]
        if verdict.outcome in _OPENED:
            reason = f"超过{self._limit_s:g}秒才打开"
        has_failed = verdict.outcome in _FAILED or verdict.outcome in _OPENED
        if not has_failed and verdict.outcome is not LinkOutcome.NOT_CHECKED:
            yield self._visit(fetched, VisitState.VOID, f"{reason}，不能说明网站打不开")
            return
        held = _Held(self._visit(fetched, VisitState.FAILED, reason), is_perhaps_ours=not has_failed)
        if not self._references:
            yield _without_witness(held)
        elif self._open_questions and self._has_answer:
            yield held.visit
        else:
            self._held.append(held)
            if not self._open_questions:
                self._ask_references()

    def _ask_references(self) -> None:
        """At the moment of the failure, for a network that fails is back a while later."""
        self._open_questions, self._has_answer = len(self._references), False
        self._requests.extend(
            FetchRequest(url=url, tag=-1 - number, body_types=HTML)
            for number, url in enumerate(self._references)
        )

    def _hear(self, fetched: Fetched) -> Iterator[HomeVisit]:
        """Any answer at all shows that our own network works; only the silence of all shows that it does not."""
        self._open_questions -= 1
        self._has_answer = self._has_answer or fetched.status is not None
        if not self._has_answer and self._open_questions:
            return
        for held in self._held:
            yield held.visit if self._has_answer else _void(held.visit, _OUR_NETWORK)
        self._held.clear()

    def _visit(self, fetched: Fetched, state: VisitState, reason: str) -> HomeVisit:
        home = self._homes[fetched.request.tag]
        return HomeVisit(
            subject_id=home.subject_id,
            url=home.url,
            at=fetched.at,
            state=state,
            status=fetched.status,
            total_s=round(fetched.timings.total_s, 3),
            reason=reason,
        )


def _void(visit: HomeVisit, why: str) -> HomeVisit:
    return replace(visit, state=VisitState.VOID, reason=f"{visit.reason}；{why}")


def _without_witness(held: _Held) -> HomeVisit:
    if held.is_perhaps_ours:
        return _void(held.visit, "没有设置参照网站，不能排除本单位网络的问题")
    return held.visit
