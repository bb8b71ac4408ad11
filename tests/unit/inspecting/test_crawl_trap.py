from collections import Counter
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from workbench.domain.link import LinkKind
from workbench.inspecting.crawl_trap import CrawlTrap, is_endless, stem_of
from workbench.inspecting.link_entry import LinkEntry


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


def test_numbers_queries_and_sessions_tell_no_kinds_apart() -> None:
    assert stem_of("http://a.cn/list2/p_17.html?x=1") == "http://a.cn/list2/p_"
    assert stem_of("http://a.cn/cal/2026/11") == stem_of("http://a.cn/cal/1999/1/1") == "http://a.cn/cal/"
    assert stem_of("http://a.cn/q;jsessionid=AB?x") == "http://a.cn/q"


Site = Callable[[str], tuple[str, list[str]]]


def walk(site: Site, *, most: int = 20_000, most_alike: int = 100) -> Counter[str]:
    """The pages that are followed, by the first segment of their path; `site` gives the words and links of a page."""
    trap = CrawlTrap(most_alike=most_alike)
    home = LinkEntry(0, "http://a.cn/start", LinkKind.PAGE, 0)
    waiting, known, followed = [home], {home.url}, Counter[str]()
    while waiting and followed.total() < most:
        entry = waiting.pop(0)
        if trap.holds(entry):
            continue
        parts = urlsplit(entry.url)
        followed[parts.path.split("/")[1].partition(";")[0]] += 1
        words, targets = site(entry.url.removeprefix("http://a.cn"))
        new = dict.fromkeys(
            f"http://a.cn{target}" for target in targets if f"http://a.cn{target}" not in known
        )
        known.update(new)
        found = [LinkEntry(len(known), url, LinkKind.PAGE, entry.depth + 1) for url in new]
        trap.chain_up(entry, found, lambda words=words: words)  # type: ignore[misc]  # bound here, called at once
        waiting += found
    return followed


def number_of(url: str) -> int:
    return int("".join(sign for sign in url if sign.isdigit()) or 0)


def spelt(number: int) -> str:
    """Words that differ from page to page."""
    return "".join(
        chr(0x4E00 + int(digit) * 997 % 5_000) + chr(0x5000 + number % 4_999) for digit in str(number)
    )


def test_a_calendar_is_left_after_the_bound() -> None:
    assert 100 <= walk(lambda url: (f"{number_of(url)}月", [f"/cal?m={number_of(url) + 1}"])).total() < 130


def test_sessions_that_pass_the_reader_on_from_kind_to_kind_are_left() -> None:
    def site(url: str) -> tuple[str, list[str]]:
        n = number_of(url)
        return "欢迎", [
            f"/q;jsessionid={n + 1}" if "/p" in url or "start" in url else f"/p?PHPSESSID={n + 1}"
        ]

    assert walk(site).total() < 300


def test_nested_calendars_are_left() -> None:
    def site(url: str) -> tuple[str, list[str]]:
        day = [int(part) for part in url.split("/") if part.isdigit()] or [2026, 1]
        if len(day) == 3:
            return "日", [f"/cal/{day[0]}/{day[1]}"]
        months = [f"/cal/{day[0] + 1}/{day[1]}", f"/cal/{day[0]}/{day[1] % 12 + 1}"]
        return "月", months + [f"/cal/{day[0]}/{day[1]}/{n}" for n in range(1, 29)]

    assert walk(site).total() < 1_000


def test_a_list_sorted_and_filtered_in_every_way_is_left() -> None:
    def site(url: str) -> tuple[str, list[str]]:
        chosen = [part for part in url.partition("?")[2].split("&") if part]
        return "甲 乙", [
            f"/list?{'&'.join(sorted({*chosen, f'{a}={n}'}))}" for a in "abcdef" for n in range(3)
        ]

    assert walk(site).total() < 1_500


def test_a_query_that_spreads_in_ever_other_words_is_left_in_the_end() -> None:
    def site(url: str) -> tuple[str, list[str]]:
        n = number_of(url)
        return spelt(n), [f"/list?a={n * 9 + k}" for k in range(1, 10)]

    assert walk(site).total() < 1_000


@pytest.mark.parametrize("is_one_program", [False, True])
def test_all_400_pages_of_a_list_and_every_article_are_followed(is_one_program: bool) -> None:
    """Even where nothing but the numbers in their words tells them apart."""
    pages, articles = ("/index.php?page=", "/index.php?id=") if is_one_program else ("/list_", "/show?id=")

    def site(url: str) -> tuple[str, list[str]]:
        n = number_of(url)
        if articles in url:
            return f"文章 {n}", [url, "/"]
        return f"第 {n} 页", [f"{pages}{n + 1}"] * (n < 400) + [f"{articles}{n * 5 + k}" for k in range(5)]

    assert walk(site, most_alike=500).total() > 400 * 6


def test_articles_that_lead_from_one_to_the_next_are_followed() -> None:
    def site(url: str) -> tuple[str, list[str]]:
        n = number_of(url)
        return spelt(n), [f"/art/{n + 1}.html"] * (n < 2_000)

    assert walk(site, most_alike=500).total() == 2_001
