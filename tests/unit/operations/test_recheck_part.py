"""One link, one page, one subject checked again over a real site: the latest visit and the proposals follow."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from trap_server import TrapServer, page, status
from workbench.__main__ import main
from workbench.domain.check_outcome import CheckEnd
from workbench.domain.column import Column, ColumnClass
from workbench.domain.ids import column_id
from workbench.domain.link import LinkOutcome
from workbench.errors import WrongUseError
from workbench.operations.recheck_part import NOT_THERE, recheck_link, recheck_page, recheck_subject
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.paths import user_settings_file
from workbench.settings.options import Options, save_options
from workbench.storage.workspace import Workspace

OPTIONS = Options(retries=0, retry_delay_s=0, timeout_s=2, reopens_in_browser=False)
WATCHED = ("dead-links", "stale-column")
HOME = '<title>霁川</title><a href="/xw/">要闻</a><a href="/lost">公报</a><a href="/fine">办事</a>'
NEWS = """<title>要闻</title><div>当前位置：<a href="/">首页</a> &gt; 要闻</div>
<ul><li><a href="/xw/1.html">关于召开工作会议的通知</a><span>2026-01-05</span></li></ul>
<a href="/lost">公报</a><a href="/gone">附表</a>"""


@pytest.fixture
def server() -> Iterator[TrapServer]:
    routes = {"/": page(HOME), "/xw/": page(NEWS), "/xw/1.html": page("通知"), "/fine": page("办事")}
    with TrapServer(routes) as server:
        yield server


@pytest.fixture
def campaign(small: SmallCampaign, server: TrapServer) -> SmallCampaign:
    """The portal after one run of two checks: `/lost` on the home page and in the news and `/gone` in the news are dead;
    the news are stale.
    """
    portal = replace(small.portal, home_url=server.home)
    (old,) = small.workspace.columns(portal.id)
    news = Column(
        id=column_id(portal.id, server.url("/xw/")),
        subject_id=portal.id,
        name="要闻",
        url=server.url("/xw/"),
        column_class=ColumnClass.NEWS,
    )
    small.workspace.delete(old, inspector=LEAD)
    small.workspace.save(portal, news, inspector=LEAD)
    request = CheckRequest(only=WATCHED, subjects=(portal.code,), jobs=1)
    run_checks(small.workspace, request, options=OPTIONS, announce=lambda _: None)
    return SmallCampaign(small.workspace, portal, small.bureau, small.account)


def seen(campaign: SmallCampaign, server: TrapServer) -> set[tuple[str, str]]:
    home = server.home.rstrip("/")
    findings = campaign.workspace.findings(campaign.portal.id)
    return {(f.place.removeprefix(home), f.aspect) for f in findings if f.is_seen and f.check in WATCHED}


def outcome(workspace: Workspace, campaign: SmallCampaign, url: str) -> LinkOutcome | None:
    link = workspace.link(campaign.portal.id, url)
    return link.outcome if link else None


ALL = {("/lost", "home"), ("/gone", "other"), ("/xw/", "news")}


def test_a_repaired_link_is_told_and_its_problem_seen_no_more(
    campaign: SmallCampaign, server: TrapServer
) -> None:
    assert seen(campaign, server) == ALL
    lost = server.url("/lost")
    before = campaign.workspace.link(campaign.portal.id, lost)
    assert before is not None
    server.routes["/lost"] = page("公报")
    asked, count = server.asked.total(), len(campaign.workspace.links(campaign.portal.id))
    (thing,) = recheck_link(campaign.workspace, subject=campaign.portal, url=lost, options=OPTIONS)
    assert (thing.before, thing.now) == ("打不开，404，页面不存在", "正常")
    assert server.asked.total() - asked <= 3
    now = campaign.workspace.link(campaign.portal.id, lost)
    assert now is not None
    assert (now.outcome, now.is_on_home, now.occurrences) == (LinkOutcome.OK, True, before.occurrences)
    assert now.attempts == ()
    assert seen(campaign, server) == ALL - {("/lost", "home")}
    assert len(campaign.workspace.links(campaign.portal.id)) == count


def test_a_link_that_is_dead_again_is_a_problem_again(campaign: SmallCampaign, server: TrapServer) -> None:
    lost = server.url("/lost")
    for answer, is_dead in ((page("公报"), False), (status(500), True), (status(410), True)):
        server.routes["/lost"] = answer
        recheck_link(campaign.workspace, subject=campaign.portal, url=f"{lost}#top", options=OPTIONS)
        assert (("/lost", "home") in seen(campaign, server)) == is_dead
    link = campaign.workspace.link(campaign.portal.id, lost)
    assert link is not None
    assert (link.status, [attempt.status for attempt in link.attempts]) == (410, [500, 410])
    (told,) = [f for f in campaign.workspace.findings(campaign.portal.id) if f.place == lost]
    assert "410" in told.excerpt


def test_a_link_that_only_became_slow_is_not_dead_any_more(
    campaign: SmallCampaign, server: TrapServer
) -> None:
    server.routes["/lost"] = status(403)
    (thing,) = recheck_link(
        campaign.workspace, subject=campaign.portal, url=server.url("/lost"), options=OPTIONS
    )
    assert thing.now == "被拦截，403，不许访问"
    assert seen(campaign, server) == ALL - {("/lost", "home")}


def test_a_page_is_read_again_with_all_that_is_on_it(campaign: SmallCampaign, server: TrapServer) -> None:
    fresh = NEWS.replace("2026-01-05", "2026-11-15").replace(
        '<a href="/gone">附表</a>', '<a href="/new">新</a>'
    )
    server.routes["/xw/"] = page(fresh)
    before = campaign.workspace.link(campaign.portal.id, server.url("/lost"))
    things = {
        thing.name.removeprefix(server.home): thing
        for thing in recheck_page(
            campaign.workspace, subject=campaign.portal, url=server.url("/xw/"), options=OPTIONS
        )
    }
    assert things["gone"].now == NOT_THERE
    assert (things["new"].before, things["new"].now) == (NOT_THERE, "打不开，404，页面不存在")
    assert not things["lost"].has_changed
    assert any(name.startswith("栏目更新") and thing.has_changed for name, thing in things.items())
    assert seen(campaign, server) == {("/lost", "home"), ("/new", "other")}
    assert outcome(campaign.workspace, campaign, server.url("/gone")) is None
    after = campaign.workspace.link(campaign.portal.id, server.url("/lost"))
    assert before is not None
    assert after is not None
    assert (after.occurrence_count, after.is_on_home) == (before.occurrence_count, True)
    states = {(o.check, o.target): o.state for o in campaign.workspace.outcomes(campaign.portal.id)}
    assert states["stale-column", server.url("/xw/")] is CheckEnd.FINE
    assert states["dead-links", ""] is CheckEnd.FOUND


def test_a_link_taken_off_the_home_page_is_priced_as_one_of_another_page(
    campaign: SmallCampaign, server: TrapServer
) -> None:
    server.routes["/"] = page(HOME.replace('<a href="/lost">公报</a>', ""))
    recheck_page(campaign.workspace, subject=campaign.portal, url=server.home, options=OPTIONS)
    assert seen(campaign, server) == {("/lost", "other"), ("/gone", "other"), ("/xw/", "news")}


def test_a_page_that_cannot_be_read_changes_nothing_of_its_links(
    campaign: SmallCampaign, server: TrapServer
) -> None:
    links = campaign.workspace.links(campaign.portal.id)
    server.routes["/xw/"] = status(500)
    recheck_page(campaign.workspace, subject=campaign.portal, url=server.url("/xw/"), options=OPTIONS)
    assert campaign.workspace.links(campaign.portal.id) == links
    assert seen(campaign, server) == ALL
    server.routes["/fine"] = status(500)
    with pytest.raises(WrongUseError, match="没有改动"):
        recheck_page(campaign.workspace, subject=campaign.portal, url=server.url("/fine"), options=OPTIONS)


def test_the_next_whole_run_has_the_last_word(campaign: SmallCampaign, server: TrapServer) -> None:
    server.routes["/lost"] = page("公报")
    recheck_link(campaign.workspace, subject=campaign.portal, url=server.url("/lost"), options=OPTIONS)
    server.routes["/lost"] = status(404)
    (thing,) = recheck_subject(
        campaign.workspace, subject=campaign.portal, options=OPTIONS, announce=lambda _: None
    )
    assert thing.before == "疑似问题 2 处，打不开的链接 1 个"
    assert thing.now.endswith("打不开的链接 2 个")
    assert seen(campaign, server) == ALL


def test_a_stopped_run_goes_on_though_something_was_rechecked_meanwhile(
    campaign: SmallCampaign, server: TrapServer
) -> None:
    stopped = campaign.workspace.begin_run()
    recheck_link(campaign.workspace, subject=campaign.portal, url=server.url("/lost"), options=OPTIONS)
    campaign.workspace.save(replace(campaign.bureau, is_drawn=False), inspector=LEAD)
    summary = run_checks(campaign.workspace, CheckRequest(jobs=1), options=OPTIONS, announce=lambda _: None)
    assert summary.run == stopped


def test_what_was_never_found_cannot_be_rechecked(campaign: SmallCampaign, server: TrapServer) -> None:
    with pytest.raises(WrongUseError, match="没有链接"):
        recheck_link(campaign.workspace, subject=campaign.portal, url=server.url("/never"), options=OPTIONS)
    with pytest.raises(WrongUseError, match="人工查看"):
        recheck_subject(
            campaign.workspace, subject=campaign.account, options=OPTIONS, announce=lambda _: None
        )


def test_the_verb_prints_before_and_now(
    campaign: SmallCampaign, server: TrapServer, capsys: pytest.CaptureFixture[str]
) -> None:
    save_options(OPTIONS)
    try:
        server.routes["/lost"] = page("公报")
        words = ["recheck", str(Path(campaign.workspace.path)), "--subject", campaign.portal.code]
        assert main([*words, "--link", server.url("/lost")]) == 0
        told = capsys.readouterr().out
        assert told == f"{server.url('/lost')}\n  之前：打不开，404，页面不存在\n  现在：正常\n"
        assert main([*words, "--page", server.url("/xw/")]) == 0
        assert "0 项有变化" in capsys.readouterr().out
    finally:
        user_settings_file().unlink()
