from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.link import LinkOutcome
from workbench.domain.link_change import LinkChange, change_of

Outcomes = st.none() | st.sampled_from(LinkOutcome)
DEAD = LinkOutcome.DEAD


@given(Outcomes, Outcomes)
def test_every_dead_link_has_become_exactly_one_thing(
    before: LinkOutcome | None, after: LinkOutcome | None
) -> None:
    change = change_of(before, after)
    assert (change is None) == (DEAD not in (before, after))
    assert (change in (LinkChange.NEW, LinkChange.STILL_DEAD)) == (after is DEAD)
    assert (change is LinkChange.GONE) == (before is DEAD and after is None)


def test_only_what_opens_is_repaired() -> None:
    assert change_of(DEAD, LinkOutcome.OK) is LinkChange.REPAIRED
    assert change_of(DEAD, LinkOutcome.REDIRECT) is LinkChange.REPAIRED
    for doubtful in (
        LinkOutcome.TIMED_OUT,
        LinkOutcome.BLOCKED,
        LinkOutcome.SOFT_404,
        LinkOutcome.NOT_CHECKED,
    ):
        assert change_of(DEAD, doubtful) is LinkChange.UNCLEAR
