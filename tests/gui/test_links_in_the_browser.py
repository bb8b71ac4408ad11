"""Links that programs cannot open, looked at once more by the real browser engine on loopback."""

from dataclasses import replace
from datetime import date

import pytest

from trap_server import Answer, TrapRequest, TrapServer, page, redirect, status
from workbench.domain.link import LinkOutcome, LinkResult
from workbench.fetch.browser_child import BrowserChild
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.open_fetcher import open_fetcher
from workbench.fetch.reopened_page import ReopenedPage, ReopenOrder
from workbench.inspecting.browser_look import CLEARED
from workbench.inspecting.link_survey import LinkSurvey
from workbench.inspecting.survey_event import LinkSettled, PageRead
from workbench.inspecting.survey_loop import run_survey
from workbench.inspecting.survey_plan import SurveyPlan
from workbench.inspecting.survey_scope import scope_of_site
from workbench.operations.browser_command import browser_command

pytestmark = [pytest.mark.web, pytest.mark.usefixtures("browser_engine")]

POLICY = FetchPolicy(
    allowed_networks=("127.0.0.1/32",),
    timeout_s=8.0,
    retries=0,
    retry_delay_s=0.0,
    browser=browser_command(),
)
WELCOME = "<p>" + "欢迎来到本站。" * 60


def survey(home: str, *, policy: FetchPolicy = POLICY) -> tuple[dict[str, LinkResult], list[PageRead]]:
    plan = SurveyPlan(start=home, scope=scope_of_site(home), as_of=date(2026, 11, 20), policy=policy)
    links: dict[str, LinkResult] = {}
    pages: list[PageRead] = []
    fetcher = open_fetcher(policy)
    try:
        for event in run_survey(LinkSurvey(plan), fetcher):
            if isinstance(event, LinkSettled):
                links[event.link.url] = event.link
            elif isinstance(event, PageRead):
                pages.append(event)
    finally:
        fetcher.close()
    return links, pages


def anchors(*paths: str) -> str:
    return "".join(f'<a href="{path}">to {path}</a> ' for path in paths)


def cookie_wall(request: TrapRequest) -> None:
    """A firewall's test: a script sets a cookie a little later and asks again."""
    if "passed=1" in request.headers.get("Cookie", ""):
        request.send_page(f"<title>政策</title>{anchors('/behind')}{WELCOME}")
        return
    script = "setTimeout(function () { document.cookie = 'passed=1'; location.reload() }, 700)"
    request.send_page(f"<script>{script}</script>", status=412)


def browsers_only(code: int) -> Answer:
    """Told apart by what no program of ours sends: the hints of the engine."""

    def answer(request: TrapRequest) -> None:
        is_browser = "Sec-Fetch-Dest" in request.headers
        request.send_page(f"<title>正文</title>{WELCOME}", status=200 if is_browser else code)

    return answer


def test_what_the_browser_opens_is_open_and_what_it_does_not_open_stays_dead() -> None:
    told_elsewhere = page("<script>location = '/ok'</script>", status=404)
    routes = {
        "/shut": cookie_wall,
        "/behind": page("<title>后面</title>"),
        "/hidden": browsers_only(404),
        "/gone": status(404),
        "/elsewhere": told_elsewhere,
        "/sorry": browsers_only(403),
        "/really-shut": status(403),
        "/ok": page(f"<title>好</title>{WELCOME}"),
    }
    linked = [path for path in routes if path != "/behind"]
    with TrapServer(routes | {"/": page(f"<title>首页</title>{anchors(*linked)}")}) as server:
        links, pages = survey(server.home)
        outcomes = {path: links[server.url(path)].outcome for path in routes}
    assert outcomes == {
        "/shut": LinkOutcome.OK,
        "/behind": LinkOutcome.OK,
        "/hidden": LinkOutcome.OK,
        "/gone": LinkOutcome.DEAD,
        "/elsewhere": LinkOutcome.DEAD,
        "/sorry": LinkOutcome.OK,
        "/really-shut": LinkOutcome.BLOCKED,
        "/ok": LinkOutcome.OK,
    }
    hidden, gone = links[server.url("/hidden")], links[server.url("/gone")]
    assert (hidden.status, hidden.reason) == (200, CLEARED)
    assert [attempt.how for attempt in hidden.attempts] == ["GET", "GET（换一种方式）", "浏览器"]
    assert [attempt.status for attempt in hidden.attempts] == [404, 404, 200]
    assert [attempt.how for attempt in gone.attempts] == ["GET", "GET（换一种方式）", "浏览器"]
    assert len([read for read in pages if read.url == server.url("/shut")]) == 1


def test_nothing_out_of_bounds_is_asked_whatever_a_page_wants() -> None:
    with TrapServer({}, host="127.0.0.2") as forbidden:
        there = forbidden.home
        wants = (
            f"<img src='/on'><iframe src='/on'></iframe><iframe src='{there}frame'></iframe>"
            f"<script>fetch('/on'); fetch('{there}fetch'); new WebSocket('{there.replace('http', 'ws')}ws');"
            f"navigator.sendBeacon('{there}beacon'); setTimeout(function () {{ location = '/on' }}, 200)</script>"
        )
        with TrapServer({"/": page(wants), "/on": redirect(f"{there}hop")}) as server:
            policy = replace(POLICY, timeout_s=4.0)
            answers = reopened(policy, server.home, server.url("/on"), f"{there}direct")
        assert forbidden.asked.total() == 0
    assert [answer.status for answer in answers[1:]] == [None, None]
    assert all(answer.problem for answer in answers[1:])


def test_a_page_cannot_pop_up_or_hand_over_a_file_and_one_that_hangs_is_left() -> None:
    routes = {
        "/pops": page(f"<script>alert(1); confirm(2); window.open('/window')</script>{WELCOME}"),
        "/file": lambda request: request.send_bytes(b"%PDF", kind="application/pdf"),
        "/hang": lambda request: request.hang(),
        "/crash": redirect("chrome://crash"),
    }
    with TrapServer(routes) as server:
        policy = replace(POLICY, timeout_s=2.0)
        answers = reopened(policy, *(server.url(path) for path in routes))
        assert not server.asked["GET", "/window"]
    assert [answer.status for answer in answers] == [200, 200, None, None]
    assert [answer.media_type for answer in answers[:2]] == ["text/html", "application/pdf"]
    assert not any(answer.is_skipped for answer in answers)


def reopened(policy: FetchPolicy, *urls: str) -> list[ReopenedPage]:
    """In the order of the addresses."""
    child = BrowserChild(policy, networks=policy.allowed_networks)
    try:
        orders = [ReopenOrder(number=number, url=url) for number, url in enumerate(urls)]
        return sorted(child.reopen(orders), key=lambda answer: answer.number)
    finally:
        child.close()
