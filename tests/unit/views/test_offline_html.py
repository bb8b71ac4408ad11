"""A saved page keeps its text, its charset and what its addresses are relative to."""

import pytest

from workbench.views.offline_html import offline_html

URL = "http://www.a.gov.cn/news/1.html"


def shown(text: str, *, charset: str = "utf-8", content_type: str = "text/html") -> str:
    body, said = offline_html(text.encode(charset), url=URL, content_type=content_type)
    return body.decode(said)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<p>x", f'<base href="{URL}"><p>x'),
        ("<!DOCTYPE html>\n<html><p>x", f'<!DOCTYPE html><base href="{URL}">\n<html><p>x'),
        (
            "<?xml version='1.0'?><!-- a --> <!doctype html><html>x",
            f"<?xml version='1.0'?><!-- a --> <!doctype html><base href=\"{URL}\"><html>x",
        ),
    ],
)
def test_what_addresses_are_relative_to_stands_first_and_the_layout_mode_stays(
    written: str, expected: str
) -> None:
    assert shown(written) == expected


def test_a_base_of_the_page_s_own_is_heeded() -> None:
    assert shown("<head><base href='/img/'>").startswith('<base href="http://www.a.gov.cn/img/">')


def test_an_address_cannot_break_out_of_the_tag() -> None:
    body, _ = offline_html(b"x", url='http://a.cn/"><script>', content_type="")
    assert b'"><script>' not in body


def test_a_page_of_a_gb_charset_stays_in_it_whatever_it_was_said_to_be() -> None:
    text = "<meta charset=gb2312><p>朱镕基"
    body, charset = offline_html(text.encode("gb18030"), url=URL, content_type="text/html; charset=gb2312")
    assert charset == "gb18030"
    assert body.decode("gb18030").endswith(text)
    assert "霁川" in shown("<p>霁川", content_type="text/html; charset=iso-8859-1")


def test_a_policy_of_the_site_does_not_keep_its_own_pictures_out() -> None:
    policy = "<meta http-equiv='Content-Security-Policy' content='upgrade-insecure-requests'>"
    assert "content-security-policy" not in shown(policy).lower()


@pytest.mark.parametrize(
    "hint",
    [
        '<link rel="preconnect" href="http://e.cn">',
        '<link title=">" rel="icon &#112;reconnect" href="http://e.cn">',
        "<noscript><link rel=DNS-Prefetch href=//e.cn></noscript>",
        "<p><iframe srcdoc='<link rel=preconnect href=//e.cn>'></iframe>",
        "<svg><foreignObject><link rel=preload href=//e.cn></foreignObject></svg>",
    ],
)
def test_hints_to_warm_up_a_connection_are_left_out(hint: str) -> None:
    text = shown(f"<!DOCTYPE html><title>某市</title>{hint}<link rel=stylesheet href=a.css><p>x")
    assert "e.cn" not in text
    assert text.startswith("<!DOCTYPE html><base ")
    assert "a.css" in text
    assert "某市" in text
