"""Where a link stands after one of its pages was read again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.inspecting.link_places import gone_from, place_again
from workbench.inspecting.place_log import MOST_PLACES

PAGES = frozenset({"http://a.cn/x", "http://a.cn/x/"})
Places = st.lists(
    st.builds(
        Occurrence, page=st.sampled_from([*PAGES, "http://a.cn/", "http://a.cn/y"]), text=st.just("链接")
    ),
    min_size=1,
    max_size=MOST_PLACES,
).map(tuple)


def known(places: tuple[Occurrence, ...], *, more: int = 0, is_on_home: bool = False) -> LinkResult:
    return LinkResult(
        url="http://b.cn/",
        kind=LinkKind.PAGE,
        outcome=LinkOutcome.DEAD,
        reason="404",
        is_on_home=is_on_home,
        occurrences=places,
        occurrence_count=len(places) + more,
    )


@given(Places, st.integers(0, 500), st.booleans(), st.booleans())
def test_off_the_page_and_on_it_again_is_as_it_was(
    places: tuple[Occurrence, ...], more: int, is_on_home: bool, is_home: bool
) -> None:
    link = known(places, more=more, is_on_home=is_on_home)
    here = tuple(place for place in places if place.page in PAGES)
    found = replace(link, occurrences=here, occurrence_count=len(here), is_on_home=True)
    again = place_again(found, link, pages=PAGES, is_home=is_home)
    assert again.occurrence_count == link.occurrence_count
    assert sorted(again.occurrences, key=repr) == sorted(places, key=repr)
    if not is_home and again.occurrence_count > len(here):
        assert again.is_on_home == is_on_home


@given(Places, st.integers(0, 500))
def test_gone_from_its_last_page_it_stands_nowhere(places: tuple[Occurrence, ...], more: int) -> None:
    link = gone_from(known(places, more=more), pages=PAGES, is_home=False)
    elsewhere = [place for place in places if place.page not in PAGES]
    assert (link.occurrence_count == 0) == (not elsewhere and not more)
    assert (link.outcome is LinkOutcome.DEAD) == bool(link.occurrence_count)
    assert list(link.occurrences) == elsewhere
    assert gone_from(link, pages=PAGES, is_home=False) == link


def test_gone_from_home_it_is_no_link_of_the_home_page() -> None:
    places = (Occurrence("http://a.cn/x", ""), Occurrence("http://a.cn/y", ""))
    assert not gone_from(known(places, is_on_home=True), pages=PAGES, is_home=True).is_on_home
    assert gone_from(known(places, is_on_home=True), pages=PAGES, is_home=False).is_on_home


def test_a_link_never_seen_before_is_of_the_home_page_only_if_it_stands_there() -> None:
    found = known((Occurrence("http://a.cn/x", ""),), is_on_home=True)
    assert not place_again(found, None, pages=PAGES, is_home=False).is_on_home
    assert place_again(found, None, pages=PAGES, is_home=True).is_on_home
