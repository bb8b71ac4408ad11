from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.views.visit_log import SPACING, VisitLog, clock_of, day_of

HOME = "http://a.gov.cn/"
FIRST = datetime(2026, 11, 1, tzinfo=UTC)
TEMPLATE = HomeVisit(subject_id=UUID(int=1), url=HOME, at=FIRST, state=VisitState.OK)


def days_of(*numbers: int, a_day: int = 20, state: VisitState = VisitState.OK) -> list[HomeVisit]:
    """Visits every half hour from 8 o'clock in China."""
    return [
        replace(TEMPLATE, at=FIRST + timedelta(days=day, minutes=30 * number), state=state)
        for day in numbers
        for number in range(a_day)
    ]


def test_a_day_is_a_day_in_china() -> None:
    late = datetime(2026, 11, 1, 16, 30, tzinfo=UTC)
    assert day_of(late) == date(2026, 11, 2)
    assert clock_of(late) == "11-02 00:30"


def test_a_single_visit_after_the_week_takes_nothing_from_it() -> None:
    week = days_of(*range(7))
    log = VisitLog([*week, *days_of(9, a_day=1)], home_url=HOME)
    assert log.whole is not None
    assert (log.whole.first, log.whole.last) == (date(2026, 11, 1), date(2026, 11, 7))
    assert log.latest is not None
    assert (log.latest.last, log.latest.enough_days) == (date(2026, 11, 10), 4)


def test_of_more_days_the_latest_seven_count() -> None:
    log = VisitLog([*days_of(0, state=VisitState.FAILED), *days_of(*range(1, 8))], home_url=HOME)
    assert log.whole is not None
    assert log.whole.share.failed == 0
    assert log.whole.share.counted == 140


def test_a_day_without_enough_breaks_the_row() -> None:
    assert VisitLog(days_of(0, 1, 2, 4, 5, 6, 7), home_url=HOME).whole is None


def test_visits_to_another_address_are_left_out() -> None:
    old = [replace(visit, url="http://old.gov.cn/") for visit in days_of(*range(7))]
    log = VisitLog(old, home_url=HOME)
    assert log.whole is None
    assert log.latest is None


def test_a_void_visit_does_not_keep_the_next_one_out() -> None:
    void = replace(TEMPLATE, state=VisitState.VOID)
    again = replace(TEMPLATE, at=FIRST + timedelta(minutes=1))
    log = VisitLog([void, again], home_url=HOME)
    assert log.latest is not None
    assert (log.latest.share.opened, log.latest.share.void) == (1, 1)


@given(
    st.lists(
        st.tuples(st.integers(0, 9 * 24 * 60), st.sampled_from(VisitState), st.sampled_from(["pc-1", "pc-2"]))
    ),
    st.randoms(),
)
def test_the_order_of_the_log_does_not_matter_and_what_counts_is_spaced(
    told: list[tuple[int, VisitState, str]], chance: object
) -> None:
    visits = [
        replace(TEMPLATE, at=FIRST + timedelta(minutes=minutes), state=state, device=device)
        for minutes, state, device in told
    ]
    shuffled = list(visits)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands in a random.Random
    one, other = VisitLog(visits, home_url=HOME).latest, VisitLog(shuffled, home_url=HOME).latest
    assert (one and one.share) == (other and other.share)
    if one is not None:
        times = [visit.at for visit in one.visits if visit.state is not VisitState.VOID]
        assert all(later - earlier >= SPACING for earlier, later in pairwise(times))
