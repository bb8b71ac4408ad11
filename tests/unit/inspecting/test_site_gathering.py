"""A site is gathered page by page, shown whole at the end, and can be taken up from its pieces."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from workbench.domain.link import LinkOutcome
from workbench.domain.standard import Indicator, Observes, Part, Rule, Scoring, Standard
from workbench.domain.subject import Subject, SubjectKind
from workbench.domain.window import Window
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.gathered_views.site_gathering import SiteGathering
from workbench.inspecting.gathering import gatherings, windows_for
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.subject_job import SubjectJob
from workbench.inspecting.survey_event import PageRead
from workbench.views.page_view import PageView
from workbench.views.site_view import SiteView

DAY = date(2026, 11, 20)
HOME = "http://www.some.gov.cn/"
SUBJECT = Subject(id=UUID(int=1), code="1234560001", name="某某局", home_url=HOME)
STANDARD = Standard(
    id="s",
    title="s",
    document="",
    scoring=Scoring(start=Decimal(100), fail_below=Decimal(60)),
    indicators=(
        Indicator(
            code="H",
            name="首页",
            group="g",
            part=Part.DEDUCT,
            applies_to=tuple(SubjectKind),
            rules=(
                Rule(
                    code="H.few",
                    when="少",
                    window=Window(14, "d"),
                    observes=Observes("home-updates", ("few",)),
                ),
                Rule(code="H.other", when="无", observes=Observes("home-updates", ("other",))),
            ),
        ),
    ),
)


def job(*left: str) -> SubjectJob:
    return SubjectJob(subject=SUBJECT, columns=(), standard=STANDARD, as_of=DAY, left_to_children=left)


def read(path: str, *, outcome: LinkOutcome = LinkOutcome.OK) -> PageRead:
    url = HOME + path
    body = (
        f"<title>某某局</title><p>第{path}页，某某局召开第三季度工作例会。</p><a href='/a/'>要闻</a>".encode()
    )
    return PageRead(
        url=url,
        fetched=fetched(url, body),
        verdict=LinkVerdict(outcome, ""),
        page=PageView(body, url=url, as_of=DAY),
        is_start=not path,
    )


def fetched(url: str, body: bytes) -> Fetched:
    return Fetched(
        request=FetchRequest(url=url),
        status=200,
        body=body,
        final_url=url,
        at=datetime(2026, 11, 22, tzinfo=UTC),
    )


def urls(gathering: SiteGathering) -> list[str]:
    return [page.url.removeprefix(HOME) for page in gathering.view_for("home-updates").pages]


def test_what_is_gathered_is_shown() -> None:
    gathering = SiteGathering(job())
    gathering.take_page(read(""), is_column=False)
    gathering.take_page(read("a/"), is_column=True)
    site = gathering.view_for("home-updates")
    assert site.home is not None
    assert (site.home.url, site.home.seen_on) == (HOME, date(2026, 11, 22))
    assert [page.is_column for page in site.pages] == [False, True]
    assert [page.url for page in site.second_level] == [f"{HOME}a/"]
    assert site.windows == {"few": Window(14, "d")}


def test_error_pages_and_those_of_children_are_left_out() -> None:
    gathering = SiteGathering(job(f"{HOME}child/"))
    gathering.take_page(read("gone", outcome=LinkOutcome.SOFT_404), is_column=False)
    gathering.take_page(read("child/1.html"), is_column=False)
    gathering.take_page(read("children.html"), is_column=False)
    assert urls(gathering) == ["children.html"]


def test_a_killed_one_goes_on_from_its_pieces() -> None:
    first = SiteGathering(job())
    first.take_page(read(""), is_column=False)
    pieces = [first.take_piece()]
    first.take_page(read("a/"), is_column=True)
    pieces += [first.take_piece(), first.take_piece()]
    second = SiteGathering(job())
    second.take_up(pieces)
    assert second.view_for("x").pages == first.view_for("x").pages
    second.take_page(read("b/"), is_column=False)
    assert urls(second) == ["", "a/", "b/"]
    third = SiteGathering(job())
    third.take_up([*pieces, second.take_piece()])
    assert urls(third) == ["", "a/", "b/"]


def test_the_catalogue_knows_the_site() -> None:
    assert dict(gatherings)[SiteView] is SiteGathering


def test_windows_are_those_of_the_rules_that_cite_the_check() -> None:
    assert windows_for("home-updates", standard=STANDARD, subject=SUBJECT) == {"few": Window(14, "d")}
    assert windows_for("dead-links", standard=STANDARD, subject=SUBJECT) == {}
