"""A site knows its home page, the pages behind it, and when each article was published."""

from datetime import date
from uuid import UUID

from tests.unit.views.column_pages import PROSE
from tests.unit.views.shared_pages import labels, needs_pages, view
from workbench.checks.catalogue import checks
from workbench.domain.subject import Subject
from workbench.views.home_news import home_news
from workbench.views.page_facts import PageFacts, page_facts
from workbench.views.page_kind import PageKind
from workbench.views.page_view import PageView
from workbench.views.site_view import SiteView

DAY = date(2026, 11, 20)
HOST = "http://www.some.gov.cn"
SUBJECT = Subject(id=UUID(int=1), code="1234560001", name="某某局", home_url=f"{HOST}/")
ARTICLE = f'<meta name="PubDate" content="2026-11-02 10:31"><title>某某局召开例会</title><h1>某某局召开例会</h1>{PROSE}'
LIST = '<title>要闻</title><ul><li><a href="/yw/1.html">某某局召开例会</a>2026-11-03</li></ul>'


def facts(path: str, html: str, *, is_start: bool = False, is_column: bool = False) -> PageFacts:
    page = PageView(html.encode(), url=HOST + path, as_of=DAY)
    return page_facts(page, url=HOST + path, seen_on=DAY, is_start=is_start, is_column=is_column)


def site(*pages: PageFacts, code: str = "1234560001") -> SiteView:
    subject = Subject(id=UUID(int=1), code=code, name="某某局", home_url=f"{HOST}/")
    return SiteView(subject=subject, pages=pages, as_of=DAY)


def test_the_front_page_behind_a_start_page_that_leads_on() -> None:
    start = facts("/", '<meta http-equiv="refresh" content="0;url=/web/index.html">', is_start=True)
    front = facts("/web/index.html", '<a href="/yw/">要闻</a><p>某某局召开例会</p>')
    assert site(start, front).home is front
    assert site(start).home is start
    assert site().home is None
    assert site().home_url == f"{HOST}/"


def test_the_article_knows_its_day_better_than_a_list() -> None:
    whole = site(facts("/yw/", LIST), facts("/yw/1.html", ARTICLE))
    assert whole.date_of(f"{HOST}/yw/1.html#top") == date(2026, 11, 2)
    assert site(facts("/yw/", LIST)).date_of(f"{HOST}/yw/1.html") == date(2026, 11, 3)
    assert whole.date_of(f"{HOST}/no.html") is None


def test_only_site_codes_are_codes() -> None:
    assert site().code == "1234560001"
    assert site(code="JC-PD-01").code == ""


def test_what_is_kept_of_a_page() -> None:
    article = facts("/yw/1.html", ARTICLE)
    assert (article.kind, article.is_article, article.is_list, article.clock) == (
        PageKind.CONTENT,
        True,
        False,
        "10:31",
    )
    listed = facts("/yw/", LIST)
    assert (listed.is_list, listed.is_article, listed.clock, listed.links) == (True, False, "", ())
    assert facts("/", LIST, is_start=True).links == (f"{HOST}/yw/1.html",)
    assert not facts("/yw/1.html", ARTICLE, is_column=True).is_article


def test_the_news_of_a_home_page_have_their_days_from_wherever_they_are_written() -> None:
    home = "".join(f'<li><a href="/yw/{n}.html">某某局召开第{n}次工作例会</a></li>' for n in range(1, 4))
    news = home_news(site(facts("/", f"<ul>{home}</ul>", is_start=True), facts("/yw/1.html", ARTICLE)))
    assert news is not None
    assert [(entry.day, entry.source) for entry in news.past] == [(date(2026, 11, 2), "文章页或栏目页")]
    assert (len(news.items), news.undated, news.is_second_level) == (3, 2, False)


@needs_pages
def test_real_articles_raise_no_doubt_about_their_dates() -> None:
    articles = labels("articles.json", "articles")
    pages = []
    for label in articles:
        page = view(label)
        pages.append(page_facts(page, url=page.url, seen_on=page.as_of))
    whole = SiteView(subject=SUBJECT, pages=tuple(pages), as_of=DAY)
    wrong = [said for said in checks["date-honesty"].run(whole) if said.aspect in ("before-signed", "future")]
    expected = sum(bool(label["published_before_signature"]) for label in articles)
    assert len(wrong) == expected
