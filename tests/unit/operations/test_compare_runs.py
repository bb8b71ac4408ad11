"""Two inspections of a real site, held against each other; what is ignored is left out."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign, make_small_campaign
from trap_server import TrapServer, page, status
from workbench.__main__ import main
from workbench.domain.ignore import IgnoreScope
from workbench.domain.link_change import LinkChange
from workbench.operations.compare_runs import changes_in_words, compare_runs, count_changes
from workbench.operations.ignore_problem import add_ignore
from workbench.paths import user_settings_file
from workbench.settings.options import Options, save_options
from workbench.storage.workspace import Workspace

Capture = pytest.CaptureFixture[str]
HOME = "<title>霁川</title>" + "".join(f'<a href="/{name}">{name}</a>' for name in "abcd")
TODAY = date.today()


@pytest.fixture
def server() -> Iterator[TrapServer]:
    with TrapServer({"/": page(HOME), "/a": page("a")}) as server:
        yield server


@pytest.fixture
def campaign(tmp_path: Path, server: TrapServer) -> Iterator[Path]:
    """A campaign of one site whose links b, c and d are dead in the first run; afterwards b is repaired, c is taken off
    the page and a has died.
    """
    save_options(Options(retries=0, retry_delay_s=0, reopens_in_browser=False))
    made = make_small_campaign(tmp_path / "批次.inspection")
    with made.workspace:
        portal = replace(made.portal, home_url=server.home)
        made.workspace.save(portal, replace(made.bureau, is_drawn=False), inspector=LEAD)
    assert main(["check", str(made.workspace.path), "--only", "dead-links"]) == 1
    server.routes |= {"/": page(HOME.replace("/c", "/a")), "/a": status(404), "/b": page("b")}
    yield made.workspace.path
    user_settings_file().unlink()


def check_again(path: Path) -> None:
    assert main(["check", str(path), "--only", "dead-links"]) == 1


def test_the_second_run_says_what_has_changed(campaign: Path, server: TrapServer, capsys: Capture) -> None:
    first = capsys.readouterr().out
    assert "与上次相比" not in first
    check_again(campaign)
    told = "新出现打不开 1、仍打不开 1、已修复 1、已撤下 1"
    assert f"等待人工确认。与上次相比：{told}。" in capsys.readouterr().out
    assert main(["compare", str(campaign)]) == 0
    lines = capsys.readouterr().out
    assert told in lines
    assert f"    {server.url('/a')}　404，页面不存在；在首页" in lines
    assert main(["compare", str(campaign), "--subject", "9901000001", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["totals"] == {"new": 1, "still-dead": 1, "repaired": 1, "gone": 1, "unclear": 0}
    (subject,) = document["subjects"]
    changes = {change: [link["url"] for link in links] for change, links in subject["changes"].items()}
    assert changes == {
        "new": [server.url("/a")],
        "still-dead": [server.url("/d")],
        "repaired": [server.url("/b")],
        "gone": [server.url("/c")],
        "unclear": [],
    }


def test_what_is_ignored_is_left_out_until_it_expires(campaign: Path, server: TrapServer) -> None:
    check_again(campaign)
    with Workspace.open(campaign) as workspace:
        (subject,) = (each for each in workspace.subjects() if each.home_url == server.home)
        add_ignore(
            workspace,
            subject=subject,
            what="dead",
            scope=IgnoreScope.LINK,
            target=server.url("/a"),
            reason="周日维护",
            until=TODAY,
            by=WANG,
        )
        (today,) = compare_runs(workspace)
        assert (today.of(LinkChange.NEW), today.ignored) == ((), 1)
        (tomorrow,) = compare_runs(workspace, today=TODAY + timedelta(days=1))
        assert (len(tomorrow.of(LinkChange.NEW)), tomorrow.ignored) == (1, 0)


def test_without_two_runs_there_is_nothing_to_compare(small: SmallCampaign, capsys: Capture) -> None:
    assert compare_runs(small.workspace) == ()
    assert main(["compare", str(small.workspace.path)]) == 0
    assert "没有可比较的检查" in capsys.readouterr().out


def test_what_is_unclear_is_told_only_where_there_is_such() -> None:
    counts = dict.fromkeys(LinkChange, 0)
    assert counts == dict(count_changes([]))
    assert "没有定论" not in changes_in_words(counts)
    assert "这次没有定论 2" in changes_in_words({**counts, LinkChange.UNCLEAR: 2})
