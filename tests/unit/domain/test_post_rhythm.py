from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.post_rhythm import PostRhythm, last_minute_posts, post_rhythm

AS_OF = date(2026, 11, 20)
DAYS = st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=30)


def back(*days: int) -> list[date]:
    return [AS_OF - timedelta(each) for each in days]


def test_the_newest_post_says_how_long_an_account_is_silent() -> None:
    rhythm = post_rhythm(back(16, 20, 50), as_of=AS_OF)
    assert (rhythm.newest, rhythm.days_silent, rhythm.count) == (date(2026, 11, 4), 16, 3)
    assert (rhythm.longest_gap, rhythm.gap_first, rhythm.gap_last) == (30, *reversed(back(20, 50)))
    assert [rhythm.is_silent(limit) for limit in (7, 10, 14, 16)] == [True, True, True, False]


def test_no_post_is_not_silence_but_not_known() -> None:
    assert post_rhythm([], as_of=AS_OF) == PostRhythm()
    assert not post_rhythm([AS_OF + timedelta(1)], as_of=AS_OF).is_silent(7)


def test_posts_just_before_the_limit_are_told() -> None:
    assert last_minute_posts(back(0, 14, 28, 30), as_of=AS_OF, limit_days=14) == tuple(reversed(back(0, 14)))
    assert last_minute_posts(back(0, 5, 9), as_of=AS_OF, limit_days=14) == ()


@given(posts=DAYS)
def test_order_does_not_matter_and_the_gap_is_never_below_the_silence(posts: list[date]) -> None:
    rhythm = post_rhythm(posts, as_of=AS_OF)
    assert rhythm == post_rhythm(sorted(posts), as_of=AS_OF)
    assert rhythm.longest_gap >= (rhythm.days_silent or 0)


@given(posts=DAYS, later=st.dates(date(2026, 11, 21), date(2027, 12, 31)))
def test_what_is_dated_later_changes_nothing(posts: list[date], later: date) -> None:
    assert post_rhythm([*posts, later], as_of=AS_OF) == post_rhythm(posts, as_of=AS_OF)
