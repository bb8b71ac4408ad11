"""A check of a whole site says the same after a kill as without one."""

from datetime import date
from uuid import UUID

import pytest

from lone_inspection import inspect_subject
from trap_server import Answer, TrapServer, page
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.subject import Subject
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.inspecting.inspection_event import CheckEnded, ProposalFound
from workbench.inspecting.subject_job import SubjectJob
from workbench.standards.pack_reader import load_standard

POLICY = FetchPolicy(allowed_networks=("127.0.0.0/8",), per_host=1, timeout_s=2, retries=0, retry_delay_s=0)
TAGS = '<meta name="SiteName" content="某局"><meta name="SiteDomain" content="a.gov.cn">'
ITEMS = "".join(
    f'<li><a href="/news/{n}.html">某局召开第{n}次工作例会</a>2026-09-0{n}</li>' for n in range(1, 6)
)
SITE: dict[str, Answer] = {
    "/": page(f"{TAGS}<title>某局</title><a href='/news/'>要闻</a><ul>{ITEMS}</ul><p>版权所有 某局</p>"),
    "/news/": page(f"{TAGS}<title>要闻</title><h2>要闻</h2><ul>{ITEMS}</ul>"),
    **{
        f"/news/{n}.html": page(f"<title>第{n}次</title><p>某局召开第{n}次工作例会。</p>")
        for n in range(1, 6)
    },
}
ONLY = ("footer-marks", "home-updates", "identity-tags")
Said = set[tuple[str, str, str, str]]


def job(server: TrapServer) -> SubjectJob:
    subject = Subject(id=UUID(int=1), code="1234560001", name="某局", home_url=server.home)
    standard = load_standard("national-2015")
    return SubjectJob(
        subject=subject, columns=(), standard=standard, as_of=date(2026, 11, 20), policy=POLICY, only=ONLY
    )


def said(events: list[object]) -> Said:
    found = [event.finding for event in events if isinstance(event, ProposalFound)]
    return {(f.check, f.aspect, f.rule, f.excerpt) for f in found}


def ended(events: list[object]) -> dict[str, CheckOutcome]:
    return {event.outcome.check: event.outcome for event in events if isinstance(event, CheckEnded)}


def test_a_whole_inspection_tells_what_is_wrong_with_the_site() -> None:
    with TrapServer(SITE) as server:
        events = list[object](inspect_subject(job(server)))
    found = said(events)
    assert {check for check, _, _, _ in found} == set(ONLY)
    assert ("home-updates", "stale", "V2") in {entry[:3] for entry in found}
    assert {check: outcome.state for check, outcome in ended(events).items()} == dict.fromkeys(
        ONLY, CheckEnd.FOUND
    )


@pytest.mark.parametrize("rests", [1, 3, 6])
def test_after_a_kill_it_tells_the_same(rests: int) -> None:
    with TrapServer(SITE) as server:
        whole = said(list(inspect_subject(job(server))))
        kept: list[bytes] = []
        running = inspect_subject(job(server), rest=lambda at: kept.append(at.take_state()))
        for _ in running:
            if len(kept) == rests:
                break
        running.close()  # type: ignore[attr-defined]  # it is a generator
        after = list[object](inspect_subject(job(server), kept=kept))
    assert said(after) == whole
    assert set(ended(after)) == set(ONLY)
