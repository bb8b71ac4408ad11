"""The truth file says what the issue asks for, and names only what the city has."""

from collections import Counter

from workbench.domain.link import LinkOutcome
from workbench.practice.city import City
from workbench.practice.truth import Defect, Truth, load_truth


def test_every_defect_belongs_to_a_subject_and_stands_on_a_page_of_it(city: City) -> None:
    for entry in city.truth.entries:
        site = city.site(entry.subject)
        if isinstance(entry, Defect) and entry.message:
            continue
        if entry.link is None:
            section = site.section_at(entry.place)
            assert section is not None or entry.place == site.plan.home, entry
            continue
        section = site.section_at(entry.link.on)
        assert entry.link.on == site.plan.home or section is not None, entry
        if entry.link.article:
            assert section is not None
            assert entry.link.article <= len(section.articles), entry


def test_the_aspect_of_a_column_defect_is_the_columns_own(city: City) -> None:
    for defect in city.truth.defects:
        section = city.site(defect.subject).section_at(defect.place)
        # How much a year has seen is told with the class of the column: interview.few.
        own = defect.aspect.removesuffix(f".{defect.state}")
        is_of_pages = defect.article or defect.check == "policy-reprint"
        assert section is None or section.column.aspect == own or is_of_pages


def test_a_dead_link_is_on_the_home_page_or_it_is_not(city: City) -> None:
    for defect in city.truth.defects:
        if defect.check == "dead-links" and defect.link is not None:
            is_on_home = defect.link.on == city.site(defect.subject).plan.home
            assert defect.aspect == ("home" if is_on_home else "other")


def test_each_sort_of_defect_is_there() -> None:
    truth = load_truth()
    states = Counter((defect.check, defect.state) for defect in truth.defects)
    assert states["dead-links", "dead"] >= 4
    assert states["stale-column", "stale"] >= 2
    assert states["stale-column", "undated"] >= 1
    assert states["blank-column", "blank"] >= 1
    assert {0, 404, 410, 500} <= {d.link.status for d in truth.defects if d.link}
    outcomes = {odd.outcome for odd in truth.odd_links}
    assert {LinkOutcome.REDIRECTED_HOME, LinkOutcome.SOFT_404, LinkOutcome.OK} <= outcomes
    assert any(odd.link.delay_s for odd in truth.odd_links)


def test_the_perfect_site_has_nothing_and_the_vetoed_one_five_silent_columns() -> None:
    truth = load_truth()
    assert truth.defects_of(truth.perfect) == ()
    assert truth.planted(truth.perfect) == ()
    silent = truth.defects_of(truth.vetoed, check="stale-column")
    assert len(silent) >= 5


def test_no_place_is_named_twice() -> None:
    truth: Truth = load_truth()
    places = [(entry.subject, entry.place) for entry in truth.entries]
    assert len(places) == len(set(places))
