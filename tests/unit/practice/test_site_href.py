"""Links in each of the three ways sites write them lead to the same place."""

from dataclasses import replace
from urllib.parse import urljoin

import pytest

from workbench.practice.site_href import href
from workbench.practice.site_plan import SitePlan, load_plans

PAGES = ["/", "/a/", "/a/b/c.html", "/list.aspx?cid=11"]


@pytest.fixture(scope="module")
def plan() -> SitePlan:
    return load_plans()[0]


@pytest.mark.parametrize("way", ["root", "relative", "absolute"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("to", [*PAGES, "/a/index.html", "/x/y/z/"])
def test_a_link_leads_where_it_should(plan: SitePlan, way: str, page: str, to: str) -> None:
    written = href(replace(plan, href=way), page=page, to=to)
    assert urljoin(f"http://{plan.host}{page}", written) == f"http://{plan.host}{to}"


def test_the_ways_differ(plan: SitePlan) -> None:
    written = {
        way: href(replace(plan, href=way), page="/a/b.html", to="/c.html")
        for way in ("root", "relative", "absolute")
    }
    assert written == {"root": "/c.html", "relative": "../c.html", "absolute": f"http://{plan.host}/c.html"}


def test_a_whole_address_stays(plan: SitePlan) -> None:
    assert href(plan, page="/", to="http://other.example/?a=1&b=2") == "http://other.example/?a=1&amp;b=2"
