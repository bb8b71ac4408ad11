"""The child process of the browser engine, stood in for by scripts: what breaks it must not break the check."""

import sys
from dataclasses import replace

from workbench.fetch.browser_child import BROKEN_BROWSER, NO_BROWSER, BrowserChild
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.reopened_page import ReopenedPage, ReopenOrder

ANSWERS = """
import json, sys
print("ready", flush=True)
for line in sys.stdin:
    order = json.loads(line)
    if "crash" in order["url"]:
        sys.exit(3)
    if "babble" in order["url"]:
        print("no JSON", flush=True)
    print(json.dumps({"number": order["number"], "url": order["url"], "status": 200}), flush=True)
"""


def opened(script: str, *urls: str) -> list[ReopenedPage]:
    policy = replace(FetchPolicy(), browser=(sys.executable, "-c", script), timeout_s=1.0)
    child = BrowserChild(policy)
    try:
        orders = [ReopenOrder(number=number, url=url) for number, url in enumerate(urls)]
        return sorted(child.reopen(orders), key=lambda page: page.number)
    finally:
        child.close()


def test_every_order_is_answered() -> None:
    pages = opened(ANSWERS, *(f"http://a.cn/{n}" for n in range(10)))
    assert [(page.status, page.is_skipped) for page in pages] == [(200, False)] * 10


def test_where_there_is_no_engine_every_link_says_that_it_was_skipped() -> None:
    for script in ("raise SystemExit(1)", "print('something else')"):
        pages = opened(script, "http://a.cn/1", "http://a.cn/2")
        assert [(page.problem, page.is_skipped) for page in pages] == [(NO_BROWSER, True)] * 2


def test_a_program_that_is_not_there_is_no_engine() -> None:
    child = BrowserChild(replace(FetchPolicy(), browser=("/nowhere/no-such-program",)))
    [page] = child.reopen([ReopenOrder(number=1, url="http://a.cn/")])
    assert (page.problem, page.is_skipped) == (NO_BROWSER, True)


def test_what_was_open_when_it_broke_down_is_skipped_and_the_rest_goes_on_once() -> None:
    urls = ["http://a.cn/crash", *(f"http://a.cn/{n}" for n in range(9))]
    pages = opened(ANSWERS, *urls)
    assert (pages[0].problem, pages[0].is_skipped) == (BROKEN_BROWSER, True)
    assert [page.status for page in pages[3:]] == [200] * 7


def test_one_that_breaks_down_again_is_not_started_a_third_time() -> None:
    pages = opened(ANSWERS, *(f"http://a.cn/crash{n}" for n in range(12)))
    assert {page.problem for page in pages} == {BROKEN_BROWSER}
    assert len(pages) == 12


def test_one_that_babbles_is_taken_for_broken() -> None:
    pages = opened(ANSWERS, "http://a.cn/babble")
    assert [page.is_skipped for page in pages] == [True]
