"""Surveys over real servers on 127.0.0.1."""

import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from time import monotonic
from urllib.parse import urlsplit

import pytest

from trap_server import COMMON_ROUTES, Answer, TrapRequest, TrapServer, page, redirect, status
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.open_fetcher import ENGINES, has_pycurl, open_fetcher
from workbench.inspecting.link_survey import LinkSurvey
from workbench.inspecting.missing_page import impossible_address
from workbench.inspecting.survey_event import LinkSettled, PageRead
from workbench.inspecting.survey_loop import run_survey
from workbench.inspecting.survey_plan import SurveyPlan
from workbench.inspecting.survey_scope import SurveyScope, scope_of_site

POLICY = FetchPolicy(
    allowed_networks=("127.0.0.0/8",),
    timeout_s=5.0,
    slow_s=5.0,
    retries=1,
    retry_delay_s=0.0,
    max_retry_after_s=1.0,
)


@dataclass
class Result:
    links: dict[str, LinkResult]
    pages: list[PageRead]
    tellings: int
    pages_read: int

    def outcome(self, url: str) -> LinkOutcome:
        return self.links[url].outcome


def survey(
    start: str,
    *,
    engine: str = "",
    scope: SurveyScope | None = None,
    policy: FetchPolicy = POLICY,
    **limits: object,
) -> Result:
    plan = SurveyPlan(
        start=start,
        scope=scope or scope_of_site(start),
        as_of=date(2026, 11, 20),
        policy=policy,
        **limits,  # type: ignore[arg-type]  # one test sets one limit
    )
    running = LinkSurvey(plan)
    fetcher = open_fetcher(policy, engine=engine)
    result = Result({}, [], 0, 0)
    try:
        for event in run_survey(running, fetcher):
            if isinstance(event, PageRead):
                result.pages.append(event)
            elif isinstance(event, LinkSettled):
                result.links[event.link.url] = event.link
                result.tellings += 1
    finally:
        fetcher.close()
    assert running.done == running.known
    result.pages_read = running.pages_read
    return result


def anchors(*targets: str) -> str:
    return "".join(f'<a href="{target}">to {target}</a> ' for target in targets)


def site_page(title: str, *targets: str, body: str = "") -> Answer:
    return page(f"<html><title>{title}</title><body>{anchors(*targets)}{body}</body></html>")


@contextmanager
def site(**pages: Answer) -> Iterator[TrapServer]:
    """`home` is the front page; `a__b` is `/a/b`."""
    routes = {"/" + name.replace("__", "/").removeprefix("home"): answer for name, answer in pages.items()}
    with TrapServer(routes) as server:
        yield server


EXPECTED = {
    "/ok": LinkOutcome.OK,
    "/chain1": LinkOutcome.REDIRECT,
    "/loop": LinkOutcome.DEAD,
    "/loop-a": LinkOutcome.DEAD,
    "/endless": LinkOutcome.DEAD,
    "/to-metadata": LinkOutcome.INTERNAL_ADDRESS,
    "/to-ftp": LinkOutcome.UNSAFE_SCHEME,
    "/to-chinese": LinkOutcome.REDIRECT,
    "/cookie-wall": LinkOutcome.REDIRECT,
    "/hang": LinkOutcome.TIMED_OUT,
    "/drip": LinkOutcome.TIMED_OUT,
    "/reset": LinkOutcome.DEAD,
    "/drop": LinkOutcome.DEAD,
    "/truncated": LinkOutcome.OK,
    "/bomb": LinkOutcome.OK,
    "/big": LinkOutcome.OK,
    "/not-http": LinkOutcome.DEAD,
    "/head-refused": LinkOutcome.OK,
    "/file.pdf": LinkOutcome.OK,
    "/401": LinkOutcome.NEEDS_LOGIN,
    "/403": LinkOutcome.BLOCKED,
    "/404": LinkOutcome.DEAD,
    "/410": LinkOutcome.DEAD,
    "/429": LinkOutcome.LIMITED,
    "/500": LinkOutcome.DEAD,
    "/503": LinkOutcome.LIMITED,
    "/nowhere": LinkOutcome.DEAD,
}


@pytest.mark.parametrize("engine", ENGINES)
def test_every_nuisance_is_given_its_class_by_either_engine(engine: str) -> None:
    if engine == "pycurl" and not has_pycurl():
        pytest.skip("pycurl has no wheel here")
    others = {
        "http://gone.invalid/x": LinkOutcome.DEAD,
        "http://169.254.169.254/": LinkOutcome.INTERNAL_ADDRESS,
        "http://10.0.0.1/": LinkOutcome.INTERNAL_ADDRESS,
        "mailto:a@b.cn": LinkOutcome.NOT_CHECKED,
        "javascript:go(1)": LinkOutcome.UNSAFE_SCHEME,
    }
    routes = COMMON_ROUTES | {
        "/": site_page("home", *EXPECTED, *others, "javascript:void(0)", "#top", "data:text/html,x")
    }
    with TrapServer(routes) as server, socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        refused = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        server.routes["/"] = site_page("home", *EXPECTED, *others, refused, "javascript:void(0)", "#top")
        impatient = replace(POLICY, timeout_s=2.0, slow_s=1.5)
        found = survey(server.home, engine=engine, policy=impatient)
        expected = {server.url(path): outcome for path, outcome in EXPECTED.items()}
        expected |= others | {refused: LinkOutcome.DEAD}
        assert {url: found.outcome(url) for url in expected} == expected
        assert set(found.links) == set(expected)
    assert all(link.reason for link in found.links.values() if link.outcome is LinkOutcome.DEAD)
    assert all(link.is_on_home for link in found.links.values())


def test_a_dead_link_is_asked_again_and_by_the_other_engine_before_it_is_called_dead() -> None:
    with site(home=site_page("home", "/gone", "/broken"), broken=status(500)) as server:
        found = survey(server.home)
        assert found.outcome(server.url("/gone")) is LinkOutcome.DEAD
        assert server.asked["GET", "/gone"] == 3
        assert server.asked["GET", "/broken"] == 3


def test_a_server_that_stumbles_once_is_not_dead() -> None:
    tries: list[str] = []

    def stumbling(request: TrapRequest) -> None:
        tries.append(request.command)
        if len(tries) == 1:
            request.reset()
        else:
            request.send_page(anchors("/behind"))

    with site(home=site_page("home", "/stumbles"), stumbles=stumbling, behind=page("found")) as server:
        found = survey(server.home)
        assert found.outcome(server.url("/stumbles")) is LinkOutcome.OK
        assert found.outcome(server.url("/behind")) is LinkOutcome.OK


def test_what_only_the_second_engine_can_open_is_open() -> None:
    """The bulk engine's three askings fail, the fourth question succeeds: whoever put it."""
    tries: list[str] = []

    def choosy(request: TrapRequest) -> None:
        tries.append(request.command)
        request.send_page("late", status=404 if len(tries) <= 2 else 200)

    with site(home=site_page("home", "/choosy"), choosy=choosy) as server:
        assert survey(server.home).outcome(server.url("/choosy")) is LinkOutcome.OK
    assert len(tries) == 3


def test_every_link_is_told_once_with_all_its_places() -> None:
    pages = {
        f"p{n}": site_page(f"p{n}", "/shared", "/", body='<a href="/shared">again</a>') for n in range(30)
    }
    with site(
        home=site_page("home", *(f"/{name}" for name in pages)), shared=page("shared"), **pages
    ) as server:
        found = survey(server.home)
        shared = found.links[server.url("/shared")]
        assert (shared.occurrence_count, len(shared.occurrences)) == (60, 20)
        assert {place.text for place in shared.occurrences} == {"to /shared", "again"}
        assert not shared.is_on_home
        home = found.links[server.home]
        assert (home.outcome, home.occurrence_count) == (LinkOutcome.OK, 30)
        assert server.asked["GET", "/"] == 1
        assert found.pages_read == 32


def test_addresses_that_differ_only_in_writing_are_one() -> None:
    def home(request: TrapRequest) -> None:
        port = request.server.server_address[1]
        request.send_page(anchors("/x#a", "/x#b", "./x", "/y/../x", f"HTTP://127.0.0.1:{port}/x", "/X"))

    with site(home=home, x=page("x")) as server:
        found = survey(server.home)
        assert set(found.links) == {server.url("/x"), server.url("/X")}
        assert found.outcome(server.url("/X")) is LinkOutcome.DEAD


def test_depth_counts_clicks_from_the_start_page() -> None:
    chain = {f"n{n}": site_page(f"n{n}", f"/n{n + 1}") for n in range(1, 5)}
    with site(home=site_page("home", "/n1"), **chain) as server:
        assert survey(server.home, max_depth=0).pages_read == 1
        found = survey(server.home, max_depth=2)
        assert found.pages_read == 3
        assert set(found.links) == {server.url(f"/n{n}") for n in (1, 2, 3)}


def test_a_page_found_on_a_long_way_first_is_as_deep_as_its_short_way() -> None:
    slow_way = {"a": site_page("a", "/b"), "b": site_page("b", "/target")}
    with site(
        home=site_page("home", "/a", "/short"),
        short=site_page("s", "/target"),
        target=site_page("t", "/last"),
        **slow_way,
    ) as server:
        for _ in range(3):
            assert server.url("/last") in survey(server.home, max_depth=2).links


def test_no_more_pages_are_read_than_allowed_and_the_rest_is_still_checked() -> None:
    names = [f"p{n}" for n in range(10)]
    pages = {name: site_page(name, f"/behind-{name}") for name in names}
    with site(home=site_page("home", "/nope", *(f"/{name}" for name in names)), **pages) as server:
        found = survey(server.home, max_pages=4)
        assert found.pages_read == 4
        assert {server.url(f"/{name}") for name in names} <= set(found.links)
        assert found.outcome(server.url("/p9")) is LinkOutcome.OK
        assert sum("behind" in url for url in found.links) == 3


def test_other_hosts_are_asked_but_not_read() -> None:
    with site(home=site_page("other", "/deeper"), deeper=page("deeper")) as other:
        with site(home=site_page("home", other.home)) as server:
            found = survey(server.home)
            assert found.outcome(other.home) is LinkOutcome.OK
            assert found.pages_read == 1
        assert other.asked["GET", "/deeper"] == 0


def test_files_are_asked_with_head_and_proved_with_get_once_per_kind() -> None:
    files = dict.fromkeys([f"/f{n}.pdf" for n in range(6)], _lies_there)
    home = site_page("home", *files, body='<img src="/pic.png">')
    with TrapServer(
        {"/": home, "/pic.png": lambda r: r.send_bytes(b"png", kind="image/png"), **files}
    ) as server:
        policy = FetchPolicy(allowed_networks=("127.0.0.0/8",), per_host=1, retries=0)
        found = survey(server.home, policy=policy)
        assert {link.outcome for link in found.links.values()} == {LinkOutcome.OK}
        assert found.links[server.url("/pic.png")].kind is LinkKind.IMAGE
        assert sum(server.asked["HEAD", path] for path in files) == 6
        assert sum(server.asked["GET", path] for path in files) < 6


def _lies_there(request: TrapRequest) -> None:
    request.send_bytes(b"%PDF", kind="application/pdf", headers={"ETag": '"1"'})


def _agrees_to_every_head(request: TrapRequest) -> None:
    if request.command == "HEAD":
        request.send_bytes(b"", kind="application/pdf", headers={"X": "y"})
    else:
        request.send_bytes(b"", status=404)


def test_one_liar_among_files_that_are_there_is_found_out() -> None:
    files = dict.fromkeys([f"/f{n}.pdf" for n in range(6)], _lies_there)
    home = site_page("home", *files, "/lie.pdf")
    with TrapServer({"/": home, "/lie.pdf": _agrees_to_every_head, **files}) as server:
        found = survey(server.home)
        assert found.outcome(server.url("/lie.pdf")) is LinkOutcome.DEAD
        assert {found.outcome(server.url(path)) for path in files} == {LinkOutcome.OK}


def test_a_server_whose_head_proves_nothing_is_asked_with_get() -> None:
    def made(request: TrapRequest) -> None:
        request.send_bytes(b"%PDF", kind="application/pdf")

    files = dict.fromkeys([f"/f{n}.pdf" for n in range(6)], made)
    with TrapServer({"/": site_page("home", *files), **files}) as server:
        found = survey(server.home)
        assert {link.outcome for link in found.links.values()} == {LinkOutcome.OK}
        assert sum(server.asked["HEAD", path] for path in files) == 1
        assert sum(server.asked["GET", path] for path in files) == 6


def test_missing_pages_that_send_the_reader_home_by_script_are_no_pages() -> None:
    def away(request: TrapRequest) -> None:
        request.send_page("<script>alert('error');location.href='/'</script>")

    with TrapServer(
        {"/": site_page("home", "/old.html", "/new.html"), "/new.html": site_page("new")}
    ) as server:
        server.routes["/old.html"] = away
        server.routes[urlsplit(impossible_address(server.url("/old.html"))).path] = away
        found = survey(server.home)
        assert found.outcome(server.url("/old.html")) is LinkOutcome.SOFT_404
        assert found.outcome(server.url("/new.html")) is LinkOutcome.OK


def test_behind_an_entrance_that_sends_the_reader_on_lies_the_home_page() -> None:
    entrance = page('<script>location.replace("/web/index.html")</script>')
    routes = {
        "/": entrance,
        "/web/index.html": site_page("home", "/old.html"),
        "/old.html": redirect("/web/index.html"),
    }
    with TrapServer(routes) as server:
        found = survey(server.home)
        assert found.outcome(server.url("/old.html")) is LinkOutcome.REDIRECTED_HOME


def test_a_server_that_lies_to_head_is_found_out() -> None:
    def liar(request: TrapRequest) -> None:
        if request.command == "HEAD":
            request.send_bytes(b"", kind="application/pdf", headers={"X": "y"})
        else:
            request.send_page("<title>404</title>", status=404)

    def shy(request: TrapRequest) -> None:
        if request.command == "HEAD":
            request.send_bytes(b"", status=404)
        else:
            request.send_bytes(b"%PDF", kind="application/pdf")

    with TrapServer(
        {"/": site_page("home", "/lie.pdf", "/shy.doc"), "/lie.pdf": liar, "/shy.doc": shy}
    ) as server:
        found = survey(server.home)
        assert found.outcome(server.url("/lie.pdf")) is LinkOutcome.DEAD
        assert found.outcome(server.url("/shy.doc")) is LinkOutcome.OK


def test_a_missing_page_that_answers_200_is_told_from_a_page() -> None:
    """The server shows one and the same page for everything it does not know."""
    shell = "本站为您提供政务信息公开、办事服务、互动交流。抱歉，没有这项内容，请返回首页重新查找。"

    def anything(request: TrapRequest) -> None:
        if request.path == "/":
            request.send_page(anchors("/real.html", "/old.html", "/speaks.html", "/titled.html"))
        elif request.path == "/real.html":
            request.send_page(
                "<title>某局</title>全市秋粮收购工作会议昨天召开，部署今年的收购、运输和储备工作。" * 3
            )
        elif request.path == "/speaks.html":
            request.send_page(
                "<title>浏览器常见提示</title>" + "显示404 not found表示页面不存在，请检查网址。" * 20
            )
        elif request.path == "/titled.html":
            request.send_page("<title>404 Not Found</title>oops")
        else:
            request.send_page(f"<title>某局</title>{shell}{request.path}")

    with TrapServer(_Everything(anything)) as server:
        found = survey(server.home)
        assert found.outcome(server.url("/real.html")) is LinkOutcome.OK
        assert found.outcome(server.url("/speaks.html")) is LinkOutcome.OK
        assert found.outcome(server.url("/old.html")) is LinkOutcome.SOFT_404
        assert found.outcome(server.url("/titled.html")) is LinkOutcome.SOFT_404


def test_redirects_home_and_away_are_named() -> None:
    with (
        site(home=page("elsewhere"), x=page("x")) as other,
        site(
            home=site_page("home", "/old", "/away", "/moved"),
            old=redirect("/"),
            away=redirect(other.url("/x")),
            moved=redirect("/new"),
            new=page("new"),
        ) as server,
    ):
        found = survey(server.home)
        assert found.outcome(server.url("/old")) is LinkOutcome.REDIRECTED_HOME
        assert found.outcome(server.url("/away")) is LinkOutcome.FOREIGN_REDIRECT
        moved = found.links[server.url("/moved")]
        assert (moved.outcome, moved.final_url) == (LinkOutcome.REDIRECT, server.url("/new"))


def test_a_start_page_that_leads_elsewhere_leads_the_survey_there() -> None:
    with (
        site(
            home=site_page("real home", "/inner"), inner=site_page("inner", "/deep"), deep=page("deep")
        ) as real,
        site(home=redirect(real.home)) as door,
    ):
        found = survey(door.home)
        assert set(found.links) == {real.url("/inner"), real.url("/deep")}
        assert found.links[real.url("/inner")].is_on_home


def test_behind_a_bare_start_page_lies_the_front_page() -> None:
    bare = page("<script>window.location.href='/portal/index.html'</script>")
    with site(home=bare, portal__index=page("x")) as server:
        server.routes["/portal/index.html"] = site_page("portal", "/gone")
        found = survey(server.home)
        assert found.links[server.url("/gone")].is_on_home


def test_seeds_are_read_although_nothing_links_to_them() -> None:
    with site(home=site_page("home"), column=site_page("column", "/gone")) as server:
        found = survey(server.home, seeds=(server.url("/column"), server.url("/closed")))
        read = {event.url: event for event in found.pages}
        assert read[server.url("/column")].page is not None
        assert read[server.url("/closed")].page is None
        assert read[server.url("/closed")].verdict.outcome is LinkOutcome.DEAD
        assert set(found.links) == {server.url("/gone")}


def test_a_survey_that_follows_nothing_reads_start_and_seeds_alone() -> None:
    with site(home=site_page("home", "/gone"), column=site_page("column", "/gone")) as server:
        found = survey(server.home, seeds=(server.url("/column"),), follows=False)
        assert (found.links, len(found.pages)) == ({}, 2)
        assert server.asked["GET", "/gone"] == 0


def test_a_channel_answers_only_for_itself_and_its_portal_for_the_rest() -> None:
    def portal() -> dict[str, Answer]:
        return {
            "/": site_page("home", "/ch/", "/gone"),
            "/ch/": site_page("channel", "/", "/ch/gone", "/gone-too"),
        }

    with TrapServer(portal()) as server:
        prefix = server.url("/ch/").removeprefix("http://")
        part = survey(prefix.join(("http://", "")), scope=SurveyScope(prefixes=(prefix,), is_part=True))
        assert set(part.links) == {server.url("/ch/gone")}
        assert server.asked["GET", "/"] == 0
        scope = scope_of_site(server.home)
        scope.left_to_children = (prefix,)
        whole = survey(server.home, scope=scope)
        assert {url for url, link in whole.links.items() if link.outcome is LinkOutcome.DEAD} == {
            server.url("/gone"),
            server.url("/gone-too"),
        }


def test_a_link_that_leads_deeper_for_ever_ends() -> None:
    with TrapServer(_Everything(page('<title>same</title><a href="x/">deeper</a>'))) as server:
        assert survey(server.home).pages_read <= 5


def test_gb_pages_link_as_browsers_do() -> None:
    html = '<meta charset="gb2312"><title>朱镕基</title><a href="/中文.html?q=中">x</a><a href="/b c">y</a>'
    with TrapServer(
        {"/": lambda request: request.send_bytes(html.encode("gb18030"), kind="text/html")}
    ) as server:
        found = survey(server.home)
        assert set(found.links) == {server.url("/%E4%B8%AD%E6%96%87.html?q=%D6%D0"), server.url("/b%20c")}
        assert server.asked["GET", "/%E4%B8%AD%E6%96%87.html?q=%D6%D0"] > 0


def test_a_closed_start_page_ends_the_survey() -> None:
    with site(home=status(500)) as server:
        found = survey(server.home)
        assert (found.pages_read, found.links) == (0, {})
        assert found.pages[0].verdict.outcome is LinkOutcome.DEAD


class _Everything(dict[str, Answer]):
    """Routes that know every path."""

    def __init__(self, answer: Answer) -> None:
        super().__init__({"": answer})
        self._answer = answer

    def get(self, key: object, default: object = None) -> Answer:
        return self._answer


def test_what_styles_ask_for_is_checked_in_pages_and_in_sheets_of_the_own_host() -> None:
    sheet = "@import 'more.css'; a{background:url(bg.png)} /* url(old.png) */"
    head = '<link rel=stylesheet href="/css/a.css"><style>p{background:url(/inline.png)}</style>'
    routes: dict[str, Answer] = {
        "/": page(f"{head}<p style=\"background:url('/attribute.png')\">首页</p>"),
        "/css/a.css": page_of(sheet, "text/css"),
        "/css/more.css": page_of("b{src:url(/f.woff2)}", "text/css"),
        "/css/bg.png": page_of("png", "image/png"),
        "/inline.png": page_of("png", "image/png"),
    }
    with TrapServer(routes) as server:
        found = survey(server.home)
        dead = {server.url(path) for path in ("/attribute.png", "/f.woff2")}
        alive = {server.url(path) for path in ("/css/a.css", "/css/more.css", "/css/bg.png", "/inline.png")}
        assert {url: link.outcome for url, link in found.links.items()} == (
            dict.fromkeys(dead, LinkOutcome.DEAD) | dict.fromkeys(alive, LinkOutcome.OK)
        )
        assert found.links[server.url("/css/bg.png")].occurrences[0].page == server.url("/css/a.css")


def test_a_calendar_without_end_is_left_and_said_so() -> None:
    def calendar(request: TrapRequest) -> None:
        month = int(request.path.partition("m=")[2] or 0)
        request.send_page(f"<title>{month}月</title>" + anchors(f"/calendar?m={month + 1}", "/"))

    with site(home=site_page("home", "/calendar?m=0", "/a"), calendar=calendar, a=page("甲")) as server:
        found = survey(server.home, policy=replace(POLICY, most_alike=100))
        left = [link for link in found.links.values() if link.outcome is LinkOutcome.NOT_CHECKED]
        assert len(left) == 1
        assert "没有尽头" in left[0].reason
        assert found.pages_read < 130


def test_a_long_list_that_leads_to_articles_is_read_to_its_end() -> None:
    last = 150

    def column(request: TrapRequest) -> None:
        at = int(request.path.partition("p=")[2] or 0)
        more = [f"/list?p={at + 1}"] if at < last else []
        request.send_page(f"<title>第{at}页</title>" + anchors(f"/art/{at}.html", *more))

    articles = {f"/art/{n}.html": page(f"<title>文章{n}</title>") for n in range(last + 1)}
    routes: dict[str, Answer] = {"/": site_page("home", "/list?p=0"), "/list": column, **articles}
    with TrapServer(routes) as server:
        found = survey(server.home)
        assert {link.outcome for link in found.links.values()} == {LinkOutcome.OK}
        assert found.pages_read == 2 * (last + 1) + 1


def page_of(text: str, kind: str) -> Answer:
    return lambda request: request.send_page(text, kind=kind)


def test_a_host_that_begins_to_turn_us_away_is_left_alone() -> None:
    asked = 0

    def article(request: TrapRequest) -> None:
        nonlocal asked
        asked += 1
        request.send_page(f"<title>{request.path}</title>", status=200 if asked <= 60 else 403)

    articles: dict[str, Answer] = {f"/a/{n}.html": article for n in range(200)}
    with TrapServer({"/": site_page("home", *articles), **articles}) as server:
        quick = replace(POLICY, brakes_loopback=True, per_host=1, brake_rest_s=0.2, brake_gap_s=0.01)
        found = survey(server.home, policy=quick)
    outcomes = {link.outcome for link in found.links.values()}
    assert outcomes == {LinkOutcome.OK, LinkOutcome.NOT_CHECKED}
    left = [link for link in found.links.values() if link.outcome is LinkOutcome.NOT_CHECKED]
    assert all("可能是本机地址被拦截" in link.reason for link in left)
    assert asked < 120


def test_a_host_that_only_wanted_some_peace_is_checked_to_the_end() -> None:
    """It turns everybody away from the sixtieth question on, until it is left alone for a moment."""
    asked, at, has_calmed = 0, monotonic(), False

    def article(request: TrapRequest) -> None:
        nonlocal asked, at, has_calmed
        asked += 1
        now = monotonic()
        has_calmed = has_calmed or (asked > 60 and now - at > 0.15)
        at = now
        is_cross = asked > 60 and not has_calmed
        request.send_page(f"<title>{request.path}</title>", status=403 if is_cross else 200)

    articles: dict[str, Answer] = {f"/a/{n}.html": article for n in range(200)}
    with TrapServer({"/": site_page("home", *articles), **articles}) as server:
        quick = replace(POLICY, brakes_loopback=True, per_host=16, brake_rest_s=0.2, brake_gap_s=0.01)
        found = survey(server.home, policy=quick)
    told = Counter(link.outcome for link in found.links.values())
    assert told[LinkOutcome.OK] >= 150
    assert all(
        "作废" in link.reason for link in found.links.values() if link.outcome is LinkOutcome.NOT_CHECKED
    )


@pytest.mark.parametrize("is_up", [True, False])
def test_failures_are_void_while_our_own_network_is_down(is_up: bool) -> None:
    with site(home=site_page("home", "http://gone.invalid/", "/ok", "/nowhere"), ok=page("ok")) as server:
        witness = server.url("/ok") if is_up else "http://also-gone.invalid/"
        found = survey(server.home, policy=replace(POLICY, witnesses=(witness,)))
        gone = found.links["http://gone.invalid/"]
        assert gone.outcome is (LinkOutcome.DEAD if is_up else LinkOutcome.NOT_CHECKED)
        assert found.outcome(server.url("/nowhere")) is LinkOutcome.DEAD


def test_robots_rules_are_kept_to_where_that_is_set_and_visibly() -> None:
    rules = page_of("User-agent: *\nDisallow: /inner/", "text/plain")
    home = site_page("home", "/inner/a", "/open")
    routes: dict[str, Answer] = {"/": home, "/robots.txt": rules, "/inner/a": page("a"), "/open": page("b")}
    with TrapServer(routes) as server:
        kept = survey(server.home, policy=replace(POLICY, obeys_robots=True))
        assert "robots.txt" in kept.links[server.url("/inner/a")].reason
        assert kept.outcome(server.url("/inner/a")) is LinkOutcome.NOT_CHECKED
        assert kept.outcome(server.url("/open")) is LinkOutcome.OK
        assert ("GET", "/inner/a") not in server.asked
        assert survey(server.home).outcome(server.url("/inner/a")) is LinkOutcome.OK


def test_robots_rules_are_read_as_their_standard_says() -> None:
    rules = page_of(
        "\ufeffUser-agent: *\nDisallow: /*.do$\nDisallow: /inner/\nAllow: /inner/open/\nCrawl-delay: ?",
        "text/plain",
    )
    paths = {"/a.do": False, "/a.do?x": True, "/inner/x": False, "/inner/open/x": True}
    routes: dict[str, Answer] = {path: page(path) for path in paths}
    routes |= {"/": site_page("home", *paths), "/robots.txt": rules}
    with TrapServer(routes) as server:
        kept = survey(server.home, policy=replace(POLICY, obeys_robots=True))
        assert {path: kept.outcome(server.url(path)) is LinkOutcome.OK for path in paths} == paths


def test_every_failed_attempt_is_on_record() -> None:
    with site(home=site_page("home", "/gone", "/ok"), ok=page("ok")) as server:
        found = survey(server.home)
        attempts = found.links[server.url("/gone")].attempts
        assert [attempt.how for attempt in attempts] == ["GET", "GET", "GET（换一种方式）"]
        assert {(attempt.status, attempt.said) for attempt in attempts} == {(404, "404，页面不存在")}
        assert found.links[server.url("/ok")].attempts == ()


def test_a_host_that_asks_for_a_pause_is_left_alone_as_a_whole() -> None:
    times: list[float] = []

    def tired(request: TrapRequest) -> None:
        times.append(monotonic())
        if len(times) == 1:
            request.send_bytes(b"", status=503, headers={"Retry-After": "1"})
        else:
            request.send_page("fine")

    articles: dict[str, Answer] = {f"/a/{n}.html": tired for n in range(6)}
    with TrapServer({"/": site_page("home", *articles), **articles}) as server:
        found = survey(server.home, policy=replace(POLICY, per_host=1))
        assert {link.outcome for link in found.links.values()} == {LinkOutcome.OK}
    assert times[1] - times[0] >= 0.9


def test_a_domain_for_sale_is_no_page() -> None:
    parked = page("<title>a.cn</title><h1>该域名正在出售</h1><p>购买该域名请联系经纪人</p>")
    about = page("<title>域名管理办法解读</title>" + "<p>域名转让应当依法办理登记手续。</p>" * 200)
    with site(home=site_page("home", "/parked", "/about"), parked=parked, about=about) as server:
        found = survey(server.home)
        assert found.outcome(server.url("/parked")) is LinkOutcome.SOFT_404
        assert found.outcome(server.url("/about")) is LinkOutcome.OK


def test_another_address_of_a_page_is_judged_by_what_it_leads_to() -> None:
    gone = page("<title>404</title><p>抱歉，您访问的页面不存在或已删除。</p>")
    news = site_page("news", "/story")
    routes = {
        "old-news": redirect("/news"),
        "old-gone": redirect("/gone"),
        "news": news,
        "gone": gone,
        "story": news,
    }
    with site(home=site_page("home", "/news", "/gone", "/old-news", "/old-gone"), **routes) as server:
        found = survey(server.home)
        outcomes = {
            path: found.outcome(server.url(path)) for path in ("/news", "/gone", "/old-news", "/old-gone")
        }
        places = [place.page for place in found.links[server.url("/story")].occurrences]
    assert outcomes == {
        "/news": LinkOutcome.OK,
        "/gone": LinkOutcome.SOFT_404,
        "/old-news": LinkOutcome.REDIRECT,
        "/old-gone": LinkOutcome.SOFT_404,
    }
    assert sorted(places) == [server.url("/news"), server.url("/story")]


@pytest.mark.parametrize("suffix", ["jsp", "html"])
def test_where_missing_pages_are_sent_to_a_page_that_is_fine_those_links_are_dead_all_the_same(
    suffix: str,
) -> None:
    words = "".join(f"第{n}条工作动态要闻，" for n in "一二三四五六七八九十")
    with TrapServer({}) as server:
        nowhere = urlsplit(impossible_address(server.url(f"/old.{suffix}"))).path
        sent = redirect("/list.html")
        server.routes.update(
            {f"/old.{suffix}": sent, nowhere: sent, "/list.html": site_page("工作动态", body=words)}
        )
        server.routes["/"] = site_page("home", "/list.html", f"/old.{suffix}")
        found = survey(server.home)
        assert found.outcome(server.url("/list.html")) is LinkOutcome.OK
        assert found.outcome(server.url(f"/old.{suffix}")) is LinkOutcome.SOFT_404


def test_the_second_look_comes_when_all_else_has_been_asked() -> None:
    asked: list[str] = []

    def noted(answer: Answer) -> Answer:
        def act(request: TrapRequest) -> None:
            asked.append(request.path)
            answer(request)

        return act

    dead = [f"/dead{n}" for n in range(3)]
    pages = {f"p{n}": noted(site_page(f"page {n}")) for n in range(12)}
    missing = {path.removeprefix("/"): noted(status(404)) for path in dead}
    home = site_page("home", *dead, *(f"/{name}" for name in pages))
    with site(home=home, **pages, **missing) as server:
        found = survey(server.home, policy=replace(POLICY, retries=0, per_host=1))
    assert all(found.outcome(server.url(path)) is LinkOutcome.DEAD for path in dead)
    assert sorted(asked[-3:]) == dead
    assert all(asked.count(path) >= 2 for path in dead)
