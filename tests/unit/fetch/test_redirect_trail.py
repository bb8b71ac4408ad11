import pytest

from workbench.fetch.exchange import Exchange, Reply
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched, Timings
from workbench.fetch.redirect_trail import RedirectTrail


def trail(url: str = "http://a.gov.cn/one#top") -> RedirectTrail:
    return RedirectTrail(FetchRequest(url=url), FetchPolicy(max_redirects=3))


def moved(location: str, **headers: str) -> Reply:
    return Reply(status=302, headers={"location": location} | headers, timings=Timings(total_s=0.5))


def test_the_first_exchange_has_no_fragment() -> None:
    exchange = trail().first()
    assert (exchange.url, exchange.host, exchange.method) == ("http://a.gov.cn/one", "a.gov.cn", "GET")


def test_a_relative_target_is_resolved_and_its_fragment_dropped() -> None:
    way = trail()
    following = way.follow(way.first(), moved("../two?x=1#part"))
    assert isinstance(following, Exchange)
    assert following.url == "http://a.gov.cn/two?x=1"


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("\\t\\two.html", "http://a.gov.cn/t/two.html"),
        ("http:\\\\b.gov.cn\\two", "http://b.gov.cn/two"),
        ("http:///b.gov.cn/two", "http://b.gov.cn/two"),
        ('/"two"<x>', "http://a.gov.cn/%22two%22%3Cx%3E"),
        ("HTTP://B.gov.cn:80", "http://b.gov.cn/"),
        ("/../two\t.html", "http://a.gov.cn/two.html"),
        ("/政务".encode().decode("latin-1"), "http://a.gov.cn/%E6%94%BF%E5%8A%A1"),
        ("/政务?q=政务".encode("gbk").decode("latin-1"), "http://a.gov.cn/%D5%FE%CE%F1?q=%D5%FE%CE%F1"),
        ("http://例子.cn/".encode().decode("latin-1"), "http://xn--fsqu00a.cn/"),
        ("/100%.html", "http://a.gov.cn/100%.html"),
        ("?x=2", "http://a.gov.cn/one?x=2"),
        ("javascript:go()", "javascript:go()"),
    ],
)
def test_a_target_is_read_as_a_browser_reads_a_link(location: str, url: str) -> None:
    way = trail()
    following = way.follow(way.first(), moved(location))
    assert isinstance(following, Exchange)
    assert following.url == url


def test_a_target_that_is_a_mere_fragment_leads_round_in_a_circle() -> None:
    way = trail()
    end = way.follow(way.first(), moved("#top"))
    assert isinstance(end, Fetched)
    assert end.fault is Fault.REDIRECT_LOOP


def test_cookies_go_back_to_their_own_host_only() -> None:
    way = trail()
    second = way.follow(way.first(), moved("/two", **{"set-cookie": "k=v; Path=/\nn=m; HttpOnly"}))
    assert isinstance(second, Exchange)
    assert second.cookies == "k=v; n=m"
    third = way.follow(second, moved("http://b.gov.cn/"))
    assert isinstance(third, Exchange)
    assert third.cookies == ""


def test_a_cookie_of_raw_bytes_goes_back_as_it_came() -> None:
    way = trail()
    raw = "慢慢增加".encode().decode("latin-1")
    second = way.follow(way.first(), moved("/two", **{"set-cookie": f"k={raw}; Path=/\nn=m"}))
    assert isinstance(second, Exchange)
    assert second.cookies == f"k={raw}; n=m"


def test_the_end_tells_the_whole_way_and_its_time() -> None:
    way = trail()
    second = way.follow(way.first(), moved("/two"))
    assert isinstance(second, Exchange)
    end = way.follow(second, Reply(status=200, body=b"x", timings=Timings(total_s=0.25)))
    assert isinstance(end, Fetched)
    assert (end.final_url, end.status, end.timings.total_s) == ("http://a.gov.cn/two", 200, 0.75)
    assert [(hop.url, hop.location) for hop in end.hops] == [("http://a.gov.cn/one", "http://a.gov.cn/two")]


def test_a_target_that_is_no_address_is_left_to_the_guard() -> None:
    way = trail()
    following = way.follow(way.first(), moved("http://[broken"))
    assert isinstance(following, Exchange)
    assert following.url == "http://[broken"


def test_too_many_hops_are_no_loop_but_too_many() -> None:
    way = trail()
    step: Exchange | Fetched = way.first()
    for number in range(9):
        if isinstance(step, Exchange):
            step = way.follow(step, moved(f"/{number}"))
    assert isinstance(step, Fetched)
    assert (step.fault, len(step.hops)) == (Fault.REDIRECT_CHAIN, 4)
