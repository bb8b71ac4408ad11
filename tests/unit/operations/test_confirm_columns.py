"""Columns of a registered site are proposed from its menus and its site map, and registered by the lead."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from workbench.__main__ import main
from workbench.domain.capture import Capture
from workbench.domain.column import ColumnClass
from workbench.domain.subject import Subject
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.confirm_columns import (
    propose_saved_columns,
    propose_subject_columns,
    save_proposed_columns,
)

HOME = """<title>某局</title><div class=nav><a href="/tzgg/">通知公告</a><a href="/zcwj/">政策文件</a></div>
<div><a href="/map.html">网站地图</a></div>"""
MAP = """<title>网站地图</title><ul><li><a href="/tzgg/">通知公告</a></li><li><a href="/zxft/">在线访谈</a></li></ul>"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(small: SmallCampaign, tmp_path: Path) -> Iterator[Subject]:
    folder = tmp_path / "site"
    for path, html in {
        "index.html": HOME,
        "map.html": MAP,
        "zcwj/index.html": "<title>政策文件</title>",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(html, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    subject = replace(small.bureau, home_url=f"http://127.0.0.1:{server.server_port}/")
    small.workspace.save(subject, inspector=LEAD)
    yield subject
    server.shutdown()
    server.server_close()


def test_menus_and_the_site_map_are_read_and_what_is_saved_is_known(
    small: SmallCampaign, site: Subject
) -> None:
    found = propose_subject_columns(small.workspace, site)
    assert [(each.name, each.column_class) for each in found.new] == [
        ("通知公告", ColumnClass.NOTICE),
        ("政策文件", ColumnClass.POLICY),
        ("在线访谈", ColumnClass.INTERVIEW),
    ]
    assert all(each.reason for each in found.new)
    with pytest.raises(NotAllowedError):
        save_proposed_columns(small.workspace, site, found.new, by=WANG)
    assert len(save_proposed_columns(small.workspace, site, found.new[:2], by=LEAD)) == 2
    again = propose_subject_columns(small.workspace, site)
    assert ([each.name for each in again.new], len(again.known), again.gone) == (["在线访谈"], 2, ())
    assert save_proposed_columns(small.workspace, site, found.new[:2], by=LEAD) == ()


def test_saved_pages_are_enough(small: SmallCampaign, site: Subject) -> None:
    assert "还没有保存过" in propose_saved_columns(small.workspace, site).discovery.error
    for path, html in (("", HOME), ("map.html", MAP)):
        small.workspace.save_capture(None, site.id, saved(f"{site.home_url}{path}", html))
    found = propose_saved_columns(small.workspace, site)
    assert [each.name for each in found.new] == ["通知公告", "政策文件", "在线访谈"]
    assert found.discovery.pages_read == 2


def saved(url: str, html: str) -> Capture:
    headers = (("content-type", "text/html; charset=utf-8"),)
    return Capture(url=url, final_url=url, status=200, headers=headers, body=html.encode())


def test_a_program_that_reads_along_hears_of_every_page(
    small: SmallCampaign, site: Subject, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["columns", str(small.workspace.path), "--subject", site.code, "--events"]) == 0
    *steps, last = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [step["asked"] for step in steps] == list(range(2, 2 + len(steps)))
    assert steps[-1]["waiting"] == 0
    assert len(last["found"]["new"]) == 3


def test_by_the_command_line(small: SmallCampaign, site: Subject, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["columns", str(small.workspace.path), "--subject", site.code]
    assert main([*call, "--save", "--pick", "在线访谈", "--json"]) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert (told["saved"], len(told["new"])) == (1, 3)
    assert main(call) == 0
    assert "1级　政策文件　政策文件" in capsys.readouterr().out
    assert main([*call, "--pages", "0"]) == 2
    capsys.readouterr()
    assert main([*call, "--pick", "在线访谈"]) == 2
    assert capsys.readouterr().err.strip() == "--pick 只说登记哪些栏目，请同时写上 --save。"


def test_a_site_without_a_home_page_is_refused(small: SmallCampaign) -> None:
    with pytest.raises(WrongUseError, match="没有首页网址"):
        propose_subject_columns(small.workspace, small.account)
