"""The practice city is the same for the same day and seed, and its dates hang on the monitoring day."""

from datetime import date

import pytest

from workbench.domain.column import ColumnClass
from workbench.domain.subject import SubjectKind
from workbench.domain.window import Window
from workbench.practice.city import City, build_city
from workbench.practice.site_content import Section, SiteContent

WINDOWS = {
    ColumnClass.NEWS: "14d",
    ColumnClass.NOTICE: "6mo",
    ColumnClass.POLICY: "6mo",
    ColumnClass.INTERPRETATION: "6mo",
    ColumnClass.PERSONNEL_PLAN: "1y",
    ColumnClass.STATISTICS: "1y",
}
DAYS = [date(2024, 2, 29), date(2026, 1, 1), date(2026, 3, 31), date(2026, 8, 16), date(2028, 12, 31)]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def city_of_day(request: pytest.FixtureRequest) -> City:
    return build_city(request.param)


def sections_of(city: City) -> list[tuple[SiteContent, Section]]:
    return [(site, section) for site in city.sites for section in site.sections]


def test_the_same_day_and_seed_give_the_same_bytes(city: City, as_of: date) -> None:
    assert build_city(as_of) == city


def test_another_seed_gives_other_words_and_the_same_addresses_of_columns(city: City, as_of: date) -> None:
    other = build_city(as_of, seed=2)
    assert other.hosts != city.hosts
    assert other.truth == city.truth


def test_there_are_eight_sites_a_channel_and_a_module(city: City) -> None:
    kinds = [site.plan.kind for site in city.sites]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        SubjectKind.PORTAL: 2,
        SubjectKind.DEPARTMENT_SITE: 6,
        SubjectKind.CHANNEL: 1,
        SubjectKind.MODULE: 1,
    }


def test_nothing_is_dated_after_the_monitoring_day(city_of_day: City) -> None:
    late = [
        article.title
        for _, section in sections_of(city_of_day)
        for article in section.articles
        if article.day > city_of_day.as_of
    ]
    assert late == []


def test_columns_are_stale_where_the_truth_file_says_so_and_nowhere_else(city_of_day: City) -> None:
    as_of = city_of_day.as_of
    stale = set()
    for site, section in sections_of(city_of_day):
        window = WINDOWS.get(section.column.column_class)
        if window is None or not section.articles or section.state == "undated":
            continue
        newest = max(article.day for article in section.articles)
        if not Window.parse(window).contains(newest, as_of=as_of):
            stale.add((site.plan.code, section.column.aspect, section.column.path))
    written = {(d.subject, d.aspect, d.place) for d in city_of_day.truth.defects if d.state == "stale"}
    assert stale == written


def test_a_stale_column_is_as_old_as_written(city_of_day: City) -> None:
    for site, section in sections_of(city_of_day):
        defect = city_of_day.truth.column_defect(site.plan.code, section.column.path)
        if defect is not None and defect.state == "stale":
            newest = max(article.day for article in section.articles)
            assert defect.days_silent <= (city_of_day.as_of - newest).days < defect.days_silent + 14


def test_every_home_page_shows_ten_items_of_the_last_two_weeks(city_of_day: City) -> None:
    window = Window.parse("14d")
    for site in city_of_day.sites:
        if site.plan.kind is SubjectKind.MODULE:
            continue
        shown = [
            article
            for section in site.sections
            if section.column.is_on_home
            for article in section.articles[: site.plan.page_size]
        ]
        recent = [a for a in shown if window.contains(a.day, as_of=city_of_day.as_of)]
        assert len(recent) >= 10, site.plan.name


def test_sites_are_active_enough_but_for_what_the_truth_file_says(city_of_day: City) -> None:
    year = Window.parse("1y")
    truth = city_of_day.truth
    known = {(d.subject, d.place) for d in truth.defects if d.check == "yearly-activity"}
    known |= {(remark.subject, remark.place) for remark in truth.remarks}
    for site, section in sections_of(city_of_day):
        if section.column.column_class not in (ColumnClass.SURVEY, ColumnClass.INTERVIEW):
            continue
        needed = 6 if site.plan.kind is SubjectKind.PORTAL else 3
        own = [a for a in section.articles if a.source == site.plan.facts.organiser]
        active = sum(year.contains(article.day, as_of=city_of_day.as_of) for article in own)
        assert (active >= needed) != ((site.plan.code, section.column.path) in known)


def test_letters_are_answered_before_the_monitoring_day(city_of_day: City) -> None:
    letters = [letter for _, section in sections_of(city_of_day) for letter in section.letters]
    assert len(letters) > 20
    assert all(letter.asked < letter.answered <= city_of_day.as_of for letter in letters)


def test_no_document_is_published_before_it_is_signed(city_of_day: City) -> None:
    for _, section in sections_of(city_of_day):
        assert all(a.document.signed < a.day for a in section.articles if a.document)


def test_no_title_comes_twice_on_a_site(city_of_day: City) -> None:
    for site in city_of_day.sites:
        titles = [article.title for section in site.sections for article in section.articles]
        assert len(titles) == len(set(titles)), site.plan.name


def test_pages_are_in_the_charset_they_ought_to_be_in(city: City) -> None:
    for site in city.sites:
        host = next(host for host in city.hosts if host.name == site.plan.host)
        for section in site.sections:
            text = host.pages[section.column.path].body.decode(site.plan.codec)
            assert f"charset={site.plan.charset}" in text.replace('"', "").lower()
            assert section.column.name in text


def test_a_gb2312_page_holds_a_character_that_gb2312_does_not_know(city: City) -> None:
    """Read as what it calls itself, everything behind the rare name would be lost."""
    site = city.site("9901000002")
    home = next(host for host in city.hosts if host.name == site.plan.host).pages["/"].body
    assert b"charset=gb2312" in home
    text = home.decode("gb18030")
    assert "镕" in text
    assert "<a href" in text.partition("镕")[2]
    with pytest.raises(UnicodeDecodeError):
        home.decode("gb2312")


def test_one_list_holds_an_old_item_at_the_top(city: City) -> None:
    section = next(s for _, s in sections_of(city) if s.column.has_pinned)
    assert section.articles[0].day < section.articles[1].day
