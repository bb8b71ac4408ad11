"""342 made-up column pages in three site fashions: what a person reads off each, the page view reads too."""

import pytest

from tests.unit.views.column_pages import AS_OF, URL, ColumnPage, column_pages
from workbench.views.page_kind import PageKind
from workbench.views.page_view import PageView

EVERY = list(column_pages())
STATES = {
    PageKind.LIST: "dated",
    PageKind.LIST_UNDATED: "undated",
    PageKind.LIST_BLANK: "blank",
    PageKind.SCRIPT: "script",
    PageKind.CONTENT: "content",
}


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_reads_state_and_newest_date(case: ColumnPage) -> None:
    page = PageView(case.html.encode(), url=URL, as_of=AS_OF)
    assert STATES.get(page.kind) == case.state
    assert page.newest_date == case.newest
    assert page.is_blank == (case.state == "blank")
    assert page.is_undated == (case.state == "undated")
    assert page.is_script_filled == (case.state == "script")
    assert bool(page.items) == (case.state in ("dated", "undated"))


@pytest.mark.parametrize("case", EVERY[::7], ids=lambda case: case.name)
def test_reads_the_same_from_a_gb_page(case: ColumnPage) -> None:
    page = PageView(case.html.replace("utf-8", "gb2312").encode("gb18030"), url=URL, as_of=AS_OF)
    assert page.charset == "gb18030"
    assert (STATES.get(page.kind), page.newest_date) == (case.state, case.newest)


@pytest.mark.parametrize("case", EVERY[::11], ids=lambda case: case.name)
def test_reads_a_saved_page_whose_address_nobody_knows(case: ColumnPage) -> None:
    page = PageView(case.html.encode(), url="", as_of=AS_OF)
    assert page.newest_date == case.newest
    assert page.is_blank == (case.state == "blank")
