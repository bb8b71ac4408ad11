from datetime import UTC, datetime

import pytest

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched, Hop
from workbench.inspecting.link_verdict import judge

PAGE = "http://www.a.gov.cn/zwgk/1.html"


def fetched(
    url: str = PAGE,
    *,
    status: int | None = 200,
    fault: Fault | None = None,
    to: str = "",
    headers: dict[str, str] | None = None,
    body: bytes = b"<p>text</p>",
) -> Fetched:
    return Fetched(
        request=FetchRequest(url=url),
        at=datetime(2026, 11, 20, tzinfo=UTC),
        final_url=to or url,
        status=status,
        headers=headers or {},
        body=body,
        hops=(Hop(url, 302, to),) if to else (),
        error=FetchError(fault) if fault else None,
    )


def outcome(answer: Fetched, *, home: str = "http://www.a.gov.cn/") -> LinkOutcome:
    return judge(answer, home=home).outcome


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (100, LinkOutcome.DEAD),
        (101, LinkOutcome.DEAD),
        (200, LinkOutcome.OK),
        (204, LinkOutcome.OK),
        (206, LinkOutcome.OK),
        (304, LinkOutcome.OK),
        (400, LinkOutcome.DEAD),
        (401, LinkOutcome.NEEDS_LOGIN),
        (403, LinkOutcome.BLOCKED),
        (404, LinkOutcome.DEAD),
        (405, LinkOutcome.DEAD),
        (407, LinkOutcome.NOT_CHECKED),
        (410, LinkOutcome.DEAD),
        (412, LinkOutcome.BLOCKED),
        (429, LinkOutcome.LIMITED),
        (451, LinkOutcome.DEAD),
        (500, LinkOutcome.DEAD),
        (502, LinkOutcome.DEAD),
        (503, LinkOutcome.DEAD),
        (999, LinkOutcome.BLOCKED),
    ],
)
def test_each_status_has_its_class(status: int, expected: LinkOutcome) -> None:
    assert outcome(fetched(status=status)) is expected


def test_503_with_a_time_to_come_back_is_limited() -> None:
    assert outcome(fetched(status=503, headers={"retry-after": "120"})) is LinkOutcome.LIMITED


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.DNS, LinkOutcome.DEAD),
        (Fault.DNS_UNSURE, LinkOutcome.NOT_CHECKED),
        (Fault.REFUSED, LinkOutcome.DEAD),
        (Fault.RESET, LinkOutcome.DEAD),
        (Fault.UNREACHABLE, LinkOutcome.TIMED_OUT),
        (Fault.TIMEOUT, LinkOutcome.TIMED_OUT),
        (Fault.SLOW, LinkOutcome.TIMED_OUT),
        (Fault.CERTIFICATE, LinkOutcome.CERTIFICATE),
        (Fault.TLS, LinkOutcome.CERTIFICATE),
        (Fault.REDIRECT_LOOP, LinkOutcome.DEAD),
        (Fault.REDIRECT_CHAIN, LinkOutcome.DEAD),
        (Fault.FORBIDDEN_ADDRESS, LinkOutcome.INTERNAL_ADDRESS),
        (Fault.BAD_URL, LinkOutcome.DEAD),
        (Fault.BAD_SCHEME, LinkOutcome.UNSAFE_SCHEME),
        (Fault.PROTOCOL, LinkOutcome.DEAD),
        (Fault.PROXY, LinkOutcome.NOT_CHECKED),
        (Fault.OTHER, LinkOutcome.NOT_CHECKED),
    ],
)
def test_each_fault_has_its_class_and_a_reason(fault: Fault, expected: LinkOutcome) -> None:
    verdict = judge(fetched(status=None, fault=fault))
    assert verdict.outcome is expected
    assert verdict.reason


def test_every_fault_without_an_answer_is_judged() -> None:
    for fault in Fault:
        if fault not in (Fault.TRUNCATED, Fault.TOO_LARGE):
            assert judge(fetched(status=None, fault=fault)).reason


@pytest.mark.parametrize("fault", [Fault.TOO_LARGE, Fault.TRUNCATED, Fault.PROTOCOL])
def test_an_answer_whose_body_suffered_is_still_an_answer(fault: Fault) -> None:
    assert outcome(fetched(status=200, fault=fault)) is LinkOutcome.OK
    assert outcome(fetched(status=404, fault=fault)) is LinkOutcome.DEAD


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("http://www.a.gov.cn/new/1.html", LinkOutcome.REDIRECT),
        ("https://www.a.gov.cn/zwgk/1.html", LinkOutcome.REDIRECT),
        ("https://zw.a.gov.cn/1.html", LinkOutcome.REDIRECT),
        ("http://www.a.gov.cn/", LinkOutcome.REDIRECTED_HOME),
        ("https://www.a.gov.cn/index.html", LinkOutcome.REDIRECTED_HOME),
        ("http://www.a.gov.cn/?from=404", LinkOutcome.REDIRECT),
        ("http://www.b.gov.cn/zwgk/1.html", LinkOutcome.FOREIGN_REDIRECT),
        ("http://www.b.gov.cn/", LinkOutcome.FOREIGN_REDIRECT),
        ("http://parking.com/", LinkOutcome.FOREIGN_REDIRECT),
    ],
)
def test_a_redirect_is_told_by_where_it_leads(to: str, expected: LinkOutcome) -> None:
    assert outcome(fetched(to=to)) is expected


def test_the_home_page_may_lie_deeper() -> None:
    home = "http://www.a.gov.cn/portal/main.do"
    assert outcome(fetched(to=home), home=home) is LinkOutcome.REDIRECTED_HOME


@pytest.mark.parametrize(
    "url", ["http://www.a.gov.cn/", "http://www.a.gov.cn/index.html", "http://www.a.gov.cn"]
)
def test_the_front_door_may_lead_to_the_front_door(url: str) -> None:
    assert outcome(fetched(url, to="https://www.a.gov.cn/")) is LinkOutcome.REDIRECT


def test_two_sites_on_one_machine_are_two_sites() -> None:
    assert (
        outcome(fetched("http://127.0.0.1:8001/a.html", to="http://127.0.0.1:8002/b.html"))
        is LinkOutcome.FOREIGN_REDIRECT
    )
    assert (
        outcome(fetched("http://127.0.0.1:8001/a.html", to="http://127.0.0.1:8001/b.html"))
        is LinkOutcome.REDIRECT
    )


def test_a_firewalls_test_page_is_no_page() -> None:
    script = b"<html><script>document.cookie='__jsl_clearance=1;path=/';location.reload()</script></html>"
    assert outcome(fetched(status=200, body=script)) is LinkOutcome.BLOCKED
    assert outcome(fetched(status=521, body=script)) is LinkOutcome.BLOCKED
    assert outcome(fetched(status=503, headers={"cf-mitigated": "challenge"})) is LinkOutcome.BLOCKED


def test_a_page_about_firewalls_is_a_page() -> None:
    links = b"".join(b'<a href="/%d.html">x</a>' % n for n in range(20))
    body = links + "单位部署网站防火墙".encode()
    assert outcome(fetched(body=body)) is LinkOutcome.OK
