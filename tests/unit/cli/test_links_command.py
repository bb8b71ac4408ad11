"""`workbench links` as people and scripts call it."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from trap_server import TrapRequest, TrapServer, page, status
from workbench.__main__ import main

QUICK = ("--retries", "0", "--retry-delay", "0")


@pytest.fixture
def site() -> Iterator[TrapServer]:
    home = '<title>首页</title><a href="/a">甲</a><a href="/gone">公报</a><a href="/shut">内部</a><img src="/p.png">'
    pages = {
        "/": page(home),
        "/a": page('<title>甲</title><a href="/gone">旧公报</a><a href="/">首页</a>'),
        "/shut": status(403),
        "/p.png": lambda request: request.send_bytes(b"png", kind="image/png"),
    }
    with TrapServer(pages) as server:
        yield server


def test_the_document_tells_every_link_once(site: TrapServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", site.home, "--allow-private", "--json", *QUICK]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["pages"], told["summary"]) == (2, {"ok": 3, "dead": 1, "blocked": 1})
    links = {link["url"]: link for link in told["links"]}
    assert [link["url"] for link in told["links"]] == sorted(links)
    assert links[site.url("/gone")] == {
        "url": site.url("/gone"),
        "kind": "page",
        "outcome": "dead",
        "status": 404,
        "reason": "404，页面不存在",
        "final_url": site.url("/gone"),
        "from": [{"page": site.home, "text": "公报"}, {"page": site.url("/a"), "text": "旧公报"}],
        "from_count": 2,
    }
    assert links[site.url("/p.png")]["kind"] == "image"


def test_a_document_stays_alone_on_standard_output(
    site: TrapServer, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["links", site.home, "--allow-private", "--json", *QUICK])
    assert capsys.readouterr().out.startswith("{")


def test_people_read_what_matters_first(site: TrapServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", site.home, "--allow-private", *QUICK]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "打不开（1）",
        f"  {site.url('/gone')}  404，页面不存在",
        f"      在 {site.home} “公报”",
    ]
    assert lines[-1] == "共读 2 个页面，5 个链接：正常 3 · 打不开 1 · 被拦截 1"


def test_a_table_has_one_line_a_link(
    site: TrapServer, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    site.routes["/"] = page('<title>首页</title><a href="/gone">=cmd()</a>')
    main(["links", site.home, "--allow-private", "--csv", "-", *QUICK])
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("网址,结果,状态码,")
    assert printed[1] == f"{site.url('/gone')},打不开,404,404，页面不存在,,page,1,{site.home},'=cmd()"
    file = tmp_path / "links.csv"
    main(["links", site.home, "--allow-private", "--csv", str(file), *QUICK])
    assert file.read_text("utf-8-sig").splitlines() == printed
    assert main(["links", site.home, "--allow-private", "--csv", str(tmp_path), *QUICK]) == 3


def test_a_site_without_dead_links_ends_well(site: TrapServer, capsys: pytest.CaptureFixture[str]) -> None:
    site.routes["/gone"] = page("公报")
    assert main(["links", site.home, "--allow-private", *QUICK]) == 0
    assert "打不开" not in capsys.readouterr().out


def test_an_error_page_that_claims_to_be_fine_was_found_too(
    site: TrapServer, capsys: pytest.CaptureFixture[str]
) -> None:
    site.routes["/gone"] = page("<title>页面不存在</title><p>您访问的页面不存在或已删除</p>")
    assert main(["links", site.home, "--allow-private", *QUICK]) == 1
    assert "疑似错误页（1）" in capsys.readouterr().out


def test_what_was_not_followed_to_its_end_is_told(
    site: TrapServer, capsys: pytest.CaptureFixture[str]
) -> None:
    def calendar(request: TrapRequest) -> None:
        month = int(request.path.partition("m=")[2] or 0)
        request.send_page(f'<title>{month}月</title><a href="/cal?m={month + 1}">下月</a>')

    site.routes["/cal"] = calendar
    site.routes["/gone"] = page('<title>公报</title><a href="/cal?m=0">日历</a>')
    main(["links", site.home, "--allow-private", "--most-alike", "5", *QUICK])
    said = capsys.readouterr().out
    assert "没有追踪到底：1 个链接" in said
    assert f"  {site.url('/cal')}…  1 个" in said
    assert site.asked.total() < 60


def test_limits_are_kept(site: TrapServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", site.home, "--allow-private", "--json", "--depth", "0", *QUICK]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["pages"] == 1
    assert site.home not in {link["url"] for link in told["links"]}
    main(["links", site.home, "--allow-private", "--json", "--max-pages", "1", *QUICK])
    assert json.loads(capsys.readouterr().out)["pages"] == 1


def test_this_pc_is_not_asked_unless_allowed(site: TrapServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", site.home]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--allow-private" in said.err
    assert site.asked.total() == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["ftp://127.0.0.1/"],
        ["javascript:alert(1)"],
        ["http://"],
        ["http://127.0.0.1/", "--depth", "-1"],
        ["http://127.0.0.1/", "--timeout", "0"],
        ["http://127.0.0.1/", "--rate", "-1"],
        ["http://127.0.0.1/", "--json", "--csv", "-"],
        ["http://127.0.0.1/", "--max-pages", "0"],
        ["http://127.0.0.1/", "--per-host", "0"],
        ["http://127.0.0.1/", "--retry-delay", "-1"],
        ["http://127.0.0.1/", "--retry-delay", "nan"],
    ],
)
def test_wrong_use_is_told_in_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", *arguments]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_a_start_page_that_cannot_be_opened_is_the_environments_fault(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        assert main(["links", address, "--allow-private", "--json", *QUICK]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "起始页打不开：服务器拒绝连接。请检查网址和网络后重试。\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a single process there")
def test_ctrl_c_leaves_what_was_found() -> None:
    """The server itself says when the survey is under way, by holding on to it."""
    pages = {
        "/": page('<a href="/hangs">x</a><a href="/gone">y</a>'),
        "/hangs": lambda request: request.hang(),
    }
    with TrapServer(pages) as server:
        command = [sys.executable, "-m", "workbench", "links", server.home, "--allow-private", *QUICK]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while (
            not server.asked["GET", "/hangs"] or server.asked["GET", "/gone"] < 2
        ) and running.poll() is None:
            server.is_closing.wait(0.02)
        server.is_closing.wait(0.3)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "404，页面不存在" in out
    assert "Traceback" not in err
    assert "已停止" in err
