"""One subject's inspection over a real server: events in, nothing stored."""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar
from uuid import uuid4

import pytest

from lone_inspection import inspect_subject
from trap_server import Answer, TrapServer, page, status
from workbench.checks.catalogue import Check, checks
from workbench.domain.check_outcome import CheckEnd
from workbench.domain.column import Column, ColumnClass
from workbench.domain.finding import Category
from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.domain.observation import Observation
from workbench.domain.standard import CountBasis, Indicator, Observes, Part, Rule, Scoring, Standard
from workbench.domain.subject import Subject, SubjectKind
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.inspecting.inspection_event import (
    CheckEnded,
    InspectionEvent,
    LinkFound,
    PageCaptured,
    Progress,
    ProposalFound,
)
from workbench.inspecting.subject_job import SubjectJob
from workbench.views.column_view import ColumnView
from workbench.views.link_target import LinkTarget

POLICY = FetchPolicy(allowed_networks=("127.0.0.0/8",), timeout_s=2, retries=0, retry_delay_s=0)
STANDARD = Standard(
    id="s",
    title="s",
    document="",
    scoring=Scoring(start=Decimal(100), fail_below=Decimal(60)),
    indicators=(
        Indicator(
            code="U",
            name="链接",
            group="g",
            part=Part.DEDUCT,
            applies_to=tuple(SubjectKind),
            rules=(
                Rule(code="U.home", when="首页", observes=Observes("dead-links", ("home",))),
                Rule(code="U.other", when="其他", observes=Observes("dead-links", ("other",))),
            ),
        ),
    ),
)
Event = TypeVar("Event")


@contextmanager
def site(**changes: Answer) -> Iterator[TrapServer]:
    pages: dict[str, Answer] = {
        "/": page('<title>某局</title><a href="/news/">要闻</a><a href="/gone">公报</a>'),
        "/news/": page('<title>要闻</title><a href="/news/1.html">会议召开</a><a href="/lost">附表</a>'),
        "/news/1.html": page("<title>会议召开</title>"),
    }
    with TrapServer(pages | {f"/{name}": answer for name, answer in changes.items()}) as server:
        yield server


def job(server: TrapServer, **changes: object) -> SubjectJob:
    subject = Subject(id=uuid4(), code="1", name="某局", home_url=server.home)
    settings: dict[str, object] = {
        "subject": subject,
        "columns": (),
        "standard": STANDARD,
        "as_of": date(2026, 11, 20),
        "policy": POLICY,
        "only": ("dead-links",),
    }
    return SubjectJob(**(settings | changes))  # type: ignore[arg-type]  # one test sets one field


def of_kind(events: list[InspectionEvent], kind: type[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


def column(server: TrapServer, path: str, name: str = "要闻") -> Column:
    return Column(
        id=uuid4(), subject_id=uuid4(), name=name, url=server.url(path), column_class=ColumnClass.NEWS
    )


def test_dead_links_become_proposals_under_the_rules_that_cite_them() -> None:
    with site() as server:
        events = list(inspect_subject(job(server)))
        findings = [event.finding for event in of_kind(events, ProposalFound)]
        assert {(f.place, f.rule, f.aspect, f.category) for f in findings} == {
            (server.url("/gone"), "U.home", "home", Category.LINK),
            (server.url("/lost"), "U.other", "other", Category.LINK),
        }
        assert all(finding.at is not None for finding in findings)
        [ended] = of_kind(events, CheckEnded)
        assert (ended.outcome.check, ended.outcome.state) == ("dead-links", CheckEnd.FOUND)
        assert {event.link.url for event in of_kind(events, LinkFound)} == {
            server.url(path) for path in ("/news/", "/gone", "/news/1.html", "/lost")
        }


@pytest.mark.parametrize(
    ("basis", "count"), [(CountBasis.LINK, 1), (CountBasis.PLACE, 5), (CountBasis.PAGE, 4)]
)
def test_the_standard_says_what_of_a_link_in_many_places_is_counted(basis: CountBasis, count: int) -> None:
    [indicator] = STANDARD.indicators
    rules = tuple(replace(rule, count_basis=basis) for rule in indicator.rules)
    standard = replace(STANDARD, indicators=(replace(indicator, rules=rules),))
    more = {
        f"more{n}": page(f'<title>更多{n}</title><a href="/lost">附表</a><a href="/more{n + 1}">下</a>')
        for n in range(3)
    }
    front = page('<title>某局</title><a href="/news/">要闻</a><a href="/more0">更多</a>')
    news = page('<title>要闻</title><a href="/lost">附表</a><a href="/lost">又一处</a>')
    end = page("<title>更多</title>")
    with site(**{"": front, "news/": news, "more3": end, **more}) as server:
        findings = [
            event.finding
            for event in of_kind(list(inspect_subject(job(server, standard=standard))), ProposalFound)
        ]
        assert {finding.place for finding in findings} == {server.url("/lost")}
        assert len({finding.id for finding in findings}) == 1
        assert findings[-1].count == count


def test_the_last_progress_says_that_all_is_done() -> None:
    with site() as server:
        last = of_kind(list(inspect_subject(job(server))), Progress)[-1]
        assert last.done == last.known == 5


def test_a_site_without_dead_links_is_fine() -> None:
    with site(gone=page("公报"), lost=page("附表")) as server:
        events = list(inspect_subject(job(server)))
        assert of_kind(events, ProposalFound) == []
        assert [event.outcome.state for event in of_kind(events, CheckEnded)] == [CheckEnd.FINE]


def test_home_and_columns_are_captured_as_they_came() -> None:
    with site() as server:
        wanted = tuple(check.id for check in checks)
        columns = (column(server, "/news/"), column(server, "/closed/"))
        events = list(inspect_subject(job(server, columns=columns, only=wanted)))
        captures = {event.capture.url: event.capture for event in of_kind(events, PageCaptured)}
        assert captures[server.home].body.startswith(b"<title>")
        assert captures[server.url("/news/")].status == 200
        assert dict(captures[server.home].headers)["content-type"].startswith("text/html")
        assert captures[server.home].at is not None
        assert server.asked["GET", "/news/"] == 1


def test_a_column_that_cannot_be_opened_is_skipped_with_the_reason() -> None:
    with site() as server:
        columns = (column(server, "/closed/"),)
        others = tuple(check.id for check in checks if check.sees is ColumnView)
        if not others:
            pytest.skip("no check of columns yet")
        events = list(inspect_subject(job(server, columns=columns, only=others)))
        ended = [event.outcome for event in of_kind(events, CheckEnded)]
        assert {(outcome.check, outcome.target, outcome.state) for outcome in ended} == {
            (check, columns[0].url, CheckEnd.SKIPPED) for check in others
        }
        assert all("404" in outcome.reason for outcome in ended)
        assert of_kind(events, LinkFound) == []


def test_a_closed_home_page_skips_the_checks_and_says_why() -> None:
    with TrapServer({"/": status(500)}) as server:
        events = list(inspect_subject(job(server)))
        [ended] = of_kind(events, CheckEnded)
        assert ended.outcome.state is CheckEnd.SKIPPED
        assert "500" in ended.outcome.reason


def test_an_account_is_left_to_a_person_and_nothing_is_asked() -> None:
    account = Subject(
        id=uuid4(), code="2", name="某局发布", kind=SubjectKind.ACCOUNT, home_url="http://gone.invalid/"
    )
    with site() as server:
        events = list(inspect_subject(job(server, subject=account)))
        assert server.asked.total() == 0
    [ended] = of_kind(events, CheckEnded)
    assert ended.outcome.state is CheckEnd.SKIPPED
    assert "人工" in ended.outcome.reason


def test_a_subject_without_an_address_says_so() -> None:
    bare = Subject(id=uuid4(), code="3", name="某局")
    with site() as server:
        [ended] = of_kind(list(inspect_subject(job(server, subject=bare))), CheckEnded)
    assert "首页网址" in ended.outcome.reason


def test_a_crash_of_a_check_is_its_own_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    def crashing(target: LinkTarget) -> Iterator[Observation]:
        if target.link.url.endswith("/lost"):
            raise RuntimeError("boom")
        yield Observation(check="crashing", aspect="x", place=target.link.url)

    monkeypatch.setitem(
        checks._entries,
        "crashing",
        Check("crashing", LinkTarget, "会出错的检查", "links", "", crashing),
    )
    with site() as server:
        events = list(inspect_subject(job(server, only=("crashing", "dead-links"))))
    ended = {event.outcome.check: event.outcome for event in of_kind(events, CheckEnded)}
    assert ended["crashing"].state is CheckEnd.CRASHED
    assert "RuntimeError: boom" in ended["crashing"].reason
    assert ended["dead-links"].state is CheckEnd.FOUND
    assert sum(event.finding.check == "crashing" for event in of_kind(events, ProposalFound)) == 3


def test_closing_the_iterator_stops_the_inspection() -> None:
    with site() as server:
        running = inspect_subject(job(server))
        next(iter(running))
        running.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_job_travels_to_another_process() -> None:
    with site() as server:
        sent = job(server)
        assert pickle.loads(pickle.dumps(sent)) == sent


def visited(server: TrapServer, *, failed: int) -> tuple[HomeVisit, ...]:
    """A week of twenty visits a day, of which the last ones failed."""
    first = datetime(2026, 11, 2, tzinfo=UTC)
    times = [first + timedelta(days=day, minutes=30 * number) for day in range(7) for number in range(20)]
    return tuple(
        HomeVisit(
            subject_id=uuid4(),
            url=server.home,
            at=at,
            state=VisitState.FAILED if number >= 140 - failed else VisitState.OK,
        )
        for number, at in enumerate(times)
    )


def test_recorded_visits_are_judged_without_asking_for_anything() -> None:
    with site() as server:
        only = ("site-reachability",)
        events = list(inspect_subject(job(server, only=only, visits=visited(server, failed=7))))
        assert server.asked.total() == 0
    [found] = of_kind(events, ProposalFound)
    assert (found.finding.aspect, found.finding.place) == ("unreachable", server.home)
    [ended] = of_kind(events, CheckEnded)
    assert (ended.outcome.check, ended.outcome.state) == ("site-reachability", CheckEnd.FOUND)
    assert ended.outcome.at == visited(server, failed=7)[-1].at


def test_a_site_that_is_closed_today_is_still_judged_by_its_log() -> None:
    with TrapServer({"/": status(500)}) as server:
        only = ("dead-links", "site-reachability")
        events = list(inspect_subject(job(server, only=only, visits=visited(server, failed=2))))
        ended = {event.outcome.check: event.outcome.state for event in of_kind(events, CheckEnded)}
    assert ended == {"dead-links": CheckEnd.SKIPPED, "site-reachability": CheckEnd.FOUND}


def test_too_few_visits_leave_it_to_a_person() -> None:
    with site() as server:
        [event] = inspect_subject(job(server, only=("site-reachability",)))
    assert isinstance(event, CheckEnded)
    assert event.outcome.state is CheckEnd.UNSURE
    assert "访问次数不足，不能下结论" in event.outcome.reason
