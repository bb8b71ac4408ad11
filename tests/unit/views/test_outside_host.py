import pytest

from workbench.views.outside_host import (
    domain_of,
    gambling_sign,
    injected_word,
    is_foreign,
    is_usual,
    odd_sign,
    parking_sign,
)

HOME = "http://www.some.gov.cn/a/"


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.some.gov.cn", "some.gov.cn"),
        ("a.b.some.com", "some.com"),
        ("a.some.com.cn", "some.com.cn"),
        ("www.some.cn", "some.cn"),
        ("some", "some"),
    ],
)
def test_the_registered_part(host: str, domain: str) -> None:
    assert domain_of(host) == domain


@pytest.mark.parametrize(
    "url",
    [
        "http://hd.some.gov.cn/",
        "/b/",
        "https://www.gov.cn/",
        "http://www.other.gov.cn/",
        "http://www.pku.edu.cn/",
        "javascript:;",
    ],
)
def test_not_foreign(url: str) -> None:
    assert not is_foreign(url, HOME)


def test_foreign() -> None:
    assert is_foreign("http://www.some-shop.com/", HOME)
    assert is_foreign("http://www.some-gov.cn/", HOME)


@pytest.mark.parametrize("host", ["www.casino88.com", "m.xpj.com", "bet-01.cc", "x.porn", "www.bwin-cn.net"])
def test_hosts_of_gambling(host: str) -> None:
    assert gambling_sign(host)


@pytest.mark.parametrize(
    "host",
    [
        "www.alphabet.com",
        "www.betterlife.cn",
        "www.avic.com",
        "www.essex.ac.uk",
        "www.news.cn",
        "www.tibet.cn",
        "www.pjgroup.com",
    ],
)
def test_hosts_that_only_look_a_little_like_it(host: str) -> None:
    assert gambling_sign(host) == ""
    assert odd_sign(host) == ""


def test_sellers_and_odd_names() -> None:
    assert parking_sign("www.sedo.com") == "www.sedo.com"
    assert parking_sign("www.notsedo.com") == ""
    assert odd_sign("www.hb-gov.cn") == "形似政府网站域名"
    assert odd_sign("www.usa.gov") == ""
    assert odd_sign("www.nsw.gov.au") == ""
    assert odd_sign("a8k99.top") == "字母数字混编的廉价域名"
    assert odd_sign("school.top") == ""
    assert is_usual("v.qq.com")


def test_words_that_warn_are_no_advertisement() -> None:
    assert injected_word("澳门新葡京") == "澳门新葡京"
    assert injected_word("警方打击百家乐赌博") == ""
    assert injected_word("政府信息公开指南") == ""
