"""Home pages are looked at in the real engine, in a process of its own; what is hard to read becomes advice with a picture."""

from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from workbench.domain.evidence import Evidence
from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.fetch.look_child import NO_BROWSER, look_at_pages
from workbench.fetch.looked_page import LookedPage, LookOrder
from workbench.operations.look_at_homes import look_at_homes
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.settings.options import Options

PAGES = {
    "/wide/": "<div style='width:1200px'>很宽</div><a href='/'>首页</a>",
    "/fit/": "<meta name=viewport content='width=device-width'><p>正好</p><a href='/wza'>进入长者版</a>",
}


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = f"<meta charset=utf-8><title>测试</title>{PAGES.get(self.path, '')}".encode()
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class calls it so
        """Nobody reads it."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.web
def test_what_is_hard_to_read_is_advised_with_a_picture_of_each(small: SmallCampaign, site: str) -> None:
    workspace = small.workspace
    for subject, path in ((small.portal, "/wide/"), (small.bureau, "/fit/")):
        workspace.save(replace(subject, home_url=site + path), inspector=LEAD)
    told: list[tuple[Subject, LookedPage]] = []
    codes = (small.portal.code, small.bureau.code)
    summary = look_at_homes(
        workspace, codes=codes, options=Options(), by=WANG, told=lambda *each: told.append(each)
    )
    assert (summary.subjects, summary.found, summary.problems) == (2, 2, 0)
    found = {finding.aspect: finding for finding in workspace.findings(small.portal.id)}
    assert set(found) == {"overflow", "no-elder-entrance"}
    assert {finding.rule for finding in found.values()} == {"JY6"}
    assert "宽出 8" in found["overflow"].excerpt
    assert workspace.findings(small.bureau.id) == ()
    pictures = workspace.records(Evidence, small.portal.id)
    assert {each.finding_id for each in pictures} == {finding.id for finding in found.values()}
    contents = [workspace.evidence_content(each) for each in pictures]
    assert all(content is not None and content.startswith(b"\x89PNG") for content in contents)
    look_at_homes(workspace, codes=codes[:1], options=Options(), by=WANG, told=lambda *_each: None)
    assert len(workspace.records(Evidence, small.portal.id)) == 2


def test_without_an_engine_every_page_says_so() -> None:
    orders = [LookOrder(number=1, url="http://127.0.0.1:9/")]
    for command in (["/nowhere/at/all"], ["true"]):
        answers = list(look_at_pages(orders, command=command, networks=(), timeout_s=5, proxy=""))
        assert [(each.number, each.problem) for each in answers] == [(1, NO_BROWSER)]


def test_a_run_of_the_checks_sends_it_to_its_own_verb(small: SmallCampaign) -> None:
    with pytest.raises(WrongUseError, match="workbench look"):
        run_checks(
            small.workspace, CheckRequest(only=("ease",)), options=Options(), announce=lambda _event: None
        )
