"""What a look by the browser engine may change, and what it may not; the engine is stood in for by a script."""

import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.unit.inspecting.test_link_survey import POLICY, site, site_page, survey
from trap_server import status
from workbench.domain.link import LinkOutcome
from workbench.fetch.browser_child import NO_BROWSER
from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.browser_look import CLEARED, BrowserLook, HeldVerdict, settled_verdict
from workbench.inspecting.link_verdict import LinkVerdict

DEAD, BLOCKED = LinkVerdict(LinkOutcome.DEAD, "404"), LinkVerdict(LinkOutcome.BLOCKED, "403")
URL = "http://a.gov.cn/x"
# Opens everything at its own address, as a browser would.
OPENS = """
import json, sys
print("ready", flush=True)
for line in sys.stdin:
    order = json.loads(line)
    html = "<title>正文</title><a href='/behind'>后面</a>"
    print(json.dumps({**order, "status": 200, "html": html, "media_type": "text/html"}), flush=True)
"""


def fetched(final_url: str = URL) -> Fetched:
    return Fetched(request=FetchRequest(url=URL, tag=7), at=datetime.now(UTC), final_url=final_url)


@pytest.mark.parametrize(
    ("before", "final_url", "seen", "after"),
    [
        (DEAD, URL, LinkOutcome.OK, LinkOutcome.OK),
        (DEAD, f"{URL}?token=1", LinkOutcome.REDIRECT, LinkOutcome.REDIRECT),
        (DEAD, "http://a.gov.cn/list", LinkOutcome.REDIRECT, LinkOutcome.DEAD),
        (DEAD, "http://a.gov.cn/", LinkOutcome.REDIRECTED_HOME, LinkOutcome.DEAD),
        (DEAD, URL, LinkOutcome.SOFT_404, LinkOutcome.DEAD),
        (DEAD, URL, LinkOutcome.DEAD, LinkOutcome.DEAD),
        (BLOCKED, "http://a.gov.cn/list", LinkOutcome.REDIRECT, LinkOutcome.REDIRECT),
        (BLOCKED, URL, LinkOutcome.SOFT_404, LinkOutcome.SOFT_404),
        (BLOCKED, URL, LinkOutcome.DEAD, LinkOutcome.BLOCKED),
        (BLOCKED, URL, LinkOutcome.BLOCKED, LinkOutcome.BLOCKED),
        (BLOCKED, URL, LinkOutcome.NOT_CHECKED, LinkOutcome.BLOCKED),
    ],
)
def test_a_look_can_only_clear(
    before: LinkVerdict, final_url: str, seen: LinkOutcome, after: LinkOutcome
) -> None:
    verdict = settled_verdict(HeldVerdict(fetched(), before), fetched(final_url), LinkVerdict(seen))
    assert verdict.outcome is after


def test_only_so_many_links_are_opened_and_none_that_is_no_address() -> None:
    look = BrowserLook(replace(POLICY, browser=("x",), max_reopened=2))
    bad = replace(fetched(), error=FetchError(Fault.BAD_URL))
    asked = [look.question(each, DEAD) for each in (bad, fetched(), fetched(), fetched())]
    assert [question is not None for question in asked] == [False, True, True, False]
    assert look.question(fetched(), LinkVerdict(LinkOutcome.TIMED_OUT)) is None
    assert BrowserLook(POLICY).question(fetched(), DEAD) is None


def test_what_the_browser_opens_is_read_as_any_page() -> None:
    with site(home=site_page("home", "/shut", "/gone"), shut=status(403)) as server:
        found = survey(server.home, policy=replace(POLICY, browser=(sys.executable, "-c", OPENS)))
        shut = found.links[server.url("/shut")]
        assert (shut.outcome, shut.reason, shut.status) == (LinkOutcome.OK, CLEARED, 200)
        assert [(each.how, each.status) for each in shut.attempts] == [("GET", 403), ("浏览器", 200)]
        assert found.outcome(server.url("/gone")) is LinkOutcome.OK
        assert server.asked["GET", "/behind"] > 0


def test_where_there_is_no_engine_the_verdict_stands_and_the_record_says_so() -> None:
    with site(home=site_page("home", "/gone")) as server:
        policy = replace(POLICY, browser=(sys.executable, "-c", "raise SystemExit(1)"))
        gone = survey(server.home, policy=policy).links[server.url("/gone")]
    assert gone.outcome is LinkOutcome.DEAD
    assert (gone.attempts[-1].how, gone.attempts[-1].said) == ("浏览器", NO_BROWSER)
