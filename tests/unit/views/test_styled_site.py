"""Links hidden by a stylesheet of the site's own: which pages, by which sheet, and what stays a question."""

from datetime import date

from workbench.views.hiding_style import hiding_rules
from workbench.views.link_hiding import styled_links
from workbench.views.page_view import PageView
from workbench.views.styled_site import StyledPage, StyledSite, StyleSheet

SHEET = "http://a.gov.cn/style.css"
BOX = '<div class="fx"><a href="http://www.some-shop.com/">家具</a></div>'


def page(url: str, html: str = BOX) -> StyledPage:
    view = PageView(html.encode(), url=url, as_of=date(2026, 11, 20))
    return StyledPage(url, (SHEET,), tuple(styled_links(view)))


def sheet(css: str, *, url: str = SHEET, imports: tuple[str, ...] = ()) -> StyleSheet:
    return StyleSheet(url, hiding_rules((css,), ()), imports)


def test_the_same_links_on_many_pages_are_told_once() -> None:
    pages = (page("http://a.gov.cn/2.html"), page("http://a.gov.cn/1.html"))
    [hidden] = StyledSite(pages, (sheet(".fx{position:absolute;left:-999px}"),)).hidden
    assert hidden.pages == ("http://a.gov.cn/1.html", "http://a.gov.cn/2.html")
    assert [(link.url, link.is_doubtful) for link in hidden.links] == [("http://www.some-shop.com/", False)]
    assert "单独的样式表" in hidden.links[0].how


def test_what_is_only_not_displayed_stays_a_question() -> None:
    [hidden] = StyledSite((page("http://a.gov.cn/1.html"),), (sheet(".fx{display:none}"),)).hidden
    assert hidden.links[0].is_doubtful


def test_imported_sheets_count_and_sheets_of_other_pages_do_not() -> None:
    inner = sheet(".fx{height:0;overflow:hidden}", url="http://a.gov.cn/inner.css")
    outer = sheet("p{color:red}", imports=(inner.url, SHEET))
    assert StyledSite((page("http://a.gov.cn/1.html"),), (outer, inner)).hidden
    assert not StyledSite((page("http://a.gov.cn/1.html"),), (inner,)).hidden


def test_what_the_page_itself_hides_is_told_by_the_page() -> None:
    own = page("http://a.gov.cn/1.html", f"<style>.fx{{display:none}}</style>{BOX}")
    assert own.links == ()
