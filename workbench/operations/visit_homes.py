"""Visit home pages a number of times, spaced, and put every visit into the log as soon as it is known.

For a day's spot check: what the log comes to is the matter of the check `site-reachability`.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.home_visit import HomeVisit
from workbench.domain.subject import Subject, SubjectKind
from workbench.domain.visit_share import VisitShare, share_of
from workbench.errors import WrongUseError
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.open_fetcher import open_fetcher
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.visit_round import (
    VISIT_LIMIT_S,
    HomeAddress,
    VisitRound,
    pay_visits,
    visit_policy,
)
from workbench.operations.checking_policy import networks_of, networks_of_addresses, policy_from
from workbench.operations.find_subject import find_subject
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace

Announce = Callable[[Mapping[str, object]], None]
MOST_TIMES = 1000
LONGEST_PAUSE_S = 24 * 60 * 60
LOOK_EVERY_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRequest:
    """So many rounds, one beginning `every_s` after the other; all subjects that are inspected where none is named."""

    times: int = 1
    every_s: float = 0.0
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSummary:
    """`shares` by subject, of the visits just paid; `is_finished` is False where it was stopped."""

    shares: tuple[tuple[Subject, VisitShare], ...]
    is_finished: bool


def visit_homes(
    workspace: Workspace,
    request: VisitRequest,
    *,
    options: Options,
    announce: Announce,
    should_stop: Callable[[], bool] = lambda: False,
    limit_s: float = VISIT_LIMIT_S,
) -> VisitSummary:
    """Pay the visits; what is known when it is stopped or killed is in the file.

    Raises:
        WrongUseError: nothing to visit, or too much asked for.
    """
    _refuse_unbounded(request)
    subjects = _chosen(workspace, request)
    policy = visit_policy(policy_from(options), limit_s=limit_s)
    paid: defaultdict[UUID, list[HomeVisit]] = defaultdict(list)
    announce({"event": "started", "subjects": len(subjects), "times": request.times})
    started = time.monotonic()
    for number in range(request.times):
        _wait(started + number * request.every_s, should_stop)
        if should_stop():
            break
        for subject, visit in _one_round(subjects, policy, should_stop, limit_s=limit_s):
            workspace.save_home_visits(visit)
            paid[subject.id].append(visit)
            announce(_event(subject, visit, number=number + 1, times=request.times))
    return VisitSummary(
        shares=tuple((subject, share_of(paid[subject.id])) for subject in subjects),
        is_finished=not should_stop(),
    )


def _one_round(
    subjects: Sequence[Subject], policy: FetchPolicy, should_stop: Callable[[], bool], *, limit_s: float
) -> Iterator[tuple[Subject, HomeVisit]]:
    by_id = {subject.id: subject for subject in subjects}
    for networks, group in _by_networks(subjects):
        homes = [HomeAddress(subject_id=each.id, url=as_asked(each.home_url)) for each in group]
        visits = VisitRound(homes, references=policy.witnesses, limit_s=limit_s)
        fetcher = open_fetcher(policy.allowing((*networks, *networks_of_addresses(policy.witnesses))))
        try:
            for visit in pay_visits(visits, fetcher):
                yield by_id[visit.subject_id], visit
                if should_stop() and not visits.is_waiting:
                    return
        finally:
            fetcher.close()


def _by_networks(subjects: Iterable[Subject]) -> list[tuple[tuple[str, ...], list[Subject]]]:
    """A subject may be visited at the internal address its own entry names, and no other may be sent on to it."""
    groups: defaultdict[tuple[str, ...], list[Subject]] = defaultdict(list)
    for subject in subjects:
        groups[networks_of(subject)].append(subject)
    return list(groups.items())


def _wait(until: float, should_stop: Callable[[], bool]) -> None:
    while (left := until - time.monotonic()) > 0 and not should_stop():
        time.sleep(min(left, LOOK_EVERY_S))


def _chosen(workspace: Workspace, request: VisitRequest) -> tuple[Subject, ...]:
    if request.subjects:
        chosen = [find_subject(workspace, code) for code in dict.fromkeys(request.subjects)]
    else:
        chosen = [subject for subject in workspace.subjects() if subject.is_inspected]
    visited = tuple(each for each in chosen if each.kind is not SubjectKind.ACCOUNT and each.home_url)
    if not visited:
        raise WrongUseError("没有可访问的首页：请先在台账里填上首页网址，新媒体账号请人工查看。")
    return tuple(sorted(visited, key=lambda subject: subject.code))


def _refuse_unbounded(request: VisitRequest) -> None:
    if not 1 <= request.times <= MOST_TIMES:
        raise WrongUseError(f"访问次数应为 1 到 {MOST_TIMES} 的整数。")
    if not 0 <= request.every_s <= LONGEST_PAUSE_S:
        raise WrongUseError(f"访问间隔应为 0 到 {LONGEST_PAUSE_S} 秒。")


def _event(subject: Subject, visit: HomeVisit, *, number: int, times: int) -> dict[str, object]:
    return {
        "event": "visited",
        "subject": subject.code,
        "name": subject.name,
        "round": number,
        "times": times,
        "state": visit.state.value,
        "status": visit.status,
        "total_s": visit.total_s,
        "reason": visit.reason,
    }
