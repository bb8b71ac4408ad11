"""What an ignore covers, and that it ends by itself."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.ignore import Ignore, IgnoreScope
from workbench.domain.ignore_list import IgnoreList
from workbench.domain.link import LinkOutcome

SUBJECT, OTHER = UUID(int=1), UUID(int=2)
DAY = date(2026, 11, 20)
PLACE = "http://www.a.gov.cn/xw/1.html"
IGNORE = Ignore(
    id=UUID(int=9),
    subject_id=SUBJECT,
    scope=IgnoreScope.LINK,
    target=PLACE,
    check="dead-links",
    reason="周日维护",
    until=DAY,
)
FINDING = Finding(
    id=UUID(int=5), subject_id=SUBJECT, rule="U2.home", source=Source.CHECK, place=PLACE, check="dead-links"
)
Days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def covers(ignore: Ignore, finding: Finding = FINDING, *, day: date = DAY) -> bool:
    return IgnoreList([ignore], day=day).over_finding(finding) is not None


@pytest.mark.parametrize(
    ("scope", "target", "is_covered"),
    [
        (IgnoreScope.LINK, PLACE, True),
        (IgnoreScope.LINK, "HTTP://WWW.a.gov.cn:80/xw/1.html#top", True),
        (IgnoreScope.LINK, "http://www.a.gov.cn/xw/", False),
        (IgnoreScope.HOST, "www.a.gov.cn", True),
        (IgnoreScope.HOST, "a.gov.cn", False),
        (IgnoreScope.HOST, "www.a.gov.cn:8080", False),
        (IgnoreScope.PREFIX, "http://www.a.gov.cn/xw/", True),
        (IgnoreScope.PREFIX, "http://www.a.gov.cn/xw", True),
        (IgnoreScope.PREFIX, "http://www.a.gov.cn/x", False),
        (IgnoreScope.PREFIX, "http://www.a.gov.cn", True),
        (IgnoreScope.PREFIX, "", False),
        (IgnoreScope.SUBJECT, "", True),
    ],
)
def test_where_it_holds(scope: IgnoreScope, target: str, is_covered: bool) -> None:
    assert covers(replace(IGNORE, scope=scope, target=target)) == is_covered


def test_of_whom_and_of_what_it_holds() -> None:
    assert covers(replace(IGNORE, subject_id=None))
    assert not covers(replace(IGNORE, subject_id=OTHER))
    assert not covers(replace(IGNORE, check="stale-column"))
    assert covers(replace(IGNORE, check="", outcome=LinkOutcome.DEAD))
    assert not covers(replace(IGNORE, check="", outcome=LinkOutcome.TIMED_OUT))
    assert not covers(replace(IGNORE, check=""))


def test_only_what_a_check_proposes_can_be_ignored() -> None:
    assert not covers(IGNORE, replace(FINDING, source=Source.INSPECTOR))


@pytest.mark.parametrize(
    ("what", "outcome", "is_covered"),
    [
        ({"check": "dead-links"}, LinkOutcome.DEAD, True),
        ({"check": "dead-links"}, LinkOutcome.TIMED_OUT, False),
        ({"check": "", "outcome": LinkOutcome.TIMED_OUT}, LinkOutcome.TIMED_OUT, True),
        ({"check": "", "outcome": LinkOutcome.TIMED_OUT}, LinkOutcome.DEAD, False),
    ],
)
def test_a_link_is_covered_by_its_outcome(
    what: dict[str, object], outcome: LinkOutcome, is_covered: bool
) -> None:
    ignores = IgnoreList([replace(IGNORE, **what)], day=DAY)  # type: ignore[arg-type]  # what a case names
    assert (ignores.over_link(SUBJECT, PLACE, outcome) is not None) == is_covered
    assert ignores.over_link(OTHER, PLACE, outcome) is None


@given(Days, Days)
def test_it_holds_through_its_last_day_and_never_after(until: date, day: date) -> None:
    assert covers(replace(IGNORE, until=until), day=day) == (day <= until)


@given(st.lists(Days, max_size=6), Days)
def test_a_problem_counts_again_exactly_when_the_last_ignore_is_over(ends: list[date], day: date) -> None:
    ignores = [replace(IGNORE, id=UUID(int=n), until=until) for n, until in enumerate(ends)]
    kept, ignored = IgnoreList(ignores, day=day).set_aside([FINDING], [])
    assert bool(kept) == all(until < day for until in ends)
    assert len(kept) + len(ignored) == 1


@given(st.lists(Days, max_size=6), Days)
def test_what_counts_only_grows_as_days_pass(ends: list[date], day: date) -> None:
    ignores = [replace(IGNORE, id=UUID(int=n), until=until) for n, until in enumerate(ends)]
    today, _ = IgnoreList(ignores, day=day).set_aside([FINDING], [])
    tomorrow, _ = IgnoreList(ignores, day=day + timedelta(days=1)).set_aside([FINDING], [])
    assert set(today) <= set(tomorrow)


def test_what_a_person_has_decided_on_and_what_is_gone_stay_where_they_are() -> None:
    decision = Decision(
        id=UUID(int=7),
        finding_id=FINDING.id,
        subject_id=SUBJECT,
        inspector="李四",
        outcome=DecisionOutcome.CONFIRMED,
    )
    ignores = IgnoreList([IGNORE], day=DAY)
    assert ignores.set_aside([FINDING], [decision]) == ((FINDING,), ())
    gone = replace(FINDING, is_seen=False)
    assert ignores.set_aside([gone], []) == ((gone,), ())
