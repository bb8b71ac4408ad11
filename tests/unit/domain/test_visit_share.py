from datetime import UTC, datetime
from fractions import Fraction
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.domain.visit_share import VisitShare, share_of

Shares = st.builds(
    VisitShare,
    opened=st.integers(0, 5000),
    failed=st.integers(0, 5000),
    void=st.integers(0, 5000),
)


def visit(state: VisitState) -> HomeVisit:
    return HomeVisit(
        subject_id=UUID(int=1), url="http://a.cn/", at=datetime(2026, 11, 20, tzinfo=UTC), state=state
    )


@given(Shares)
def test_the_share_is_failed_of_all_but_void(share: VisitShare) -> None:
    if not share.counted:
        assert share.whole_percents == 0
        assert not share.reaches(0)
        return
    exact = Fraction(100 * share.failed, share.opened + share.failed)
    assert share.whole_percents == exact.numerator // exact.denominator
    for line in (1, 3, 5, 100):
        assert share.reaches(line) == (exact >= line)


@given(Shares, st.integers(0, 5000))
def test_void_visits_change_nothing(share: VisitShare, void: int) -> None:
    other = VisitShare(opened=share.opened, failed=share.failed, void=void)
    assert other.whole_percents == share.whole_percents
    assert other.in_words() == share.in_words()
    assert [other.reaches(line) for line in range(101)] == [share.reaches(line) for line in range(101)]


@given(Shares)
def test_one_failure_more_never_lowers_it_and_one_success_never_raises_it(share: VisitShare) -> None:
    worse = VisitShare(opened=share.opened, failed=share.failed + 1)
    better = VisitShare(opened=share.opened + 1, failed=share.failed)
    assert better.whole_percents <= share.whole_percents <= worse.whole_percents


@given(Shares)
def test_what_is_shown_reaches_no_line_that_the_share_does_not(share: VisitShare) -> None:
    if share.counted:
        shown = Fraction(share.in_words().partition("%")[0])
        assert shown <= Fraction(100 * share.failed, share.counted) < shown + Fraction(1, 10)


@given(st.lists(st.sampled_from(VisitState)))
def test_every_visit_is_counted_once(states: list[VisitState]) -> None:
    share = share_of(visit(state) for state in states)
    assert share.opened + share.failed + share.void == len(states)
    assert share.counted == len(states) - states.count(VisitState.VOID)
