import pytest

from workbench.domain.link import LinkKind
from workbench.inspecting.crawl_trap import CrawlTrap, chain_up, is_endless
from workbench.inspecting.link_book import LinkEntry


@pytest.mark.parametrize(
    "url",
    [
        "http://a.cn/" + "x/" * 5,
        "http://a.cn/" + "list/detail/" * 5,
        "http://a.cn/" + "/".join(str(n) for n in range(30)),
        "http://a.cn/?" + "a" * 1500,
    ],
)
def test_addresses_that_grow_for_ever(url: str) -> None:
    assert is_endless(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.cn/",
        "http://a.cn/a/a/a/a",
        "http://a.cn/zwgk/zfgb/2026/11/20/t20261120_1.html",
        "http://a.cn/show?id=1&p=2",
    ],
)
def test_addresses_of_sites(url: str) -> None:
    assert not is_endless(url)


def asked(paths: list[str], *, parent: LinkEntry | None = None) -> list[LinkEntry]:
    found = [LinkEntry(n, f"http://a.cn{path}", LinkKind.PAGE, 1) for n, path in enumerate(paths)]
    if parent is not None:
        chain_up(parent, found)
    return found


def pages_followed(*, spread: int, articles: bool, most: int) -> int:
    """How many pages of a query that leads to more of itself are followed before the trap holds them all."""
    trap, waiting, followed, made = CrawlTrap(), asked(["/list?a=0"]), 0, 0
    while waiting and followed < most:
        page = waiting.pop(0)
        if trap.holds(page):
            continue
        followed += 1
        made += spread
        paths = [f"/list?a={made + n}" for n in range(spread)]
        waiting += asked(paths + ([f"/news/{made}.html"] if articles else []), parent=page)[:spread]
    return followed


def test_a_query_that_spreads_without_end_is_left_in_the_end() -> None:
    assert pages_followed(spread=9, articles=False, most=20_000) < 5_000


def test_a_calendar_is_left_soon() -> None:
    assert pages_followed(spread=1, articles=False, most=20_000) < 200


def test_a_list_that_leads_to_articles_is_paged_through() -> None:
    assert pages_followed(spread=1, articles=True, most=5_000) == 5_000
