"""What is kept of a site for review offline: pages, and what they ask for, within bounds and with manners."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from uuid import uuid4

import pytest

from trap_server import Answer, TrapRequest, TrapServer, page, status
from workbench.domain.finding import Finding, Source
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.fetch.open_fetcher import open_fetcher
from workbench.inspecting import page_saving, saved_parts
from workbench.inspecting.inspection_event import AssetCaptured, PageCaptured
from workbench.inspecting.page_saving import PageSaving
from workbench.views.page_view import PageView

POLICY = FetchPolicy(allowed_networks=("127.0.0.0/8",), timeout_s=2, retries=0)
DAY = date(2026, 11, 20)
Kept = list[PageCaptured | AssetCaptured]


def send(body: bytes, kind: str) -> Answer:
    return lambda request: request.send_bytes(body, kind=kind)


SITE: dict[str, Answer] = {
    "/": page(
        "<link rel=stylesheet href=/a.css><img src=/big.png><img src='logo.png'><a href=/scan.jpg>x</a>"
        "<script src=/s.js></script><p style='background:url(/bg.gif)'>x</p><img src=/gone.png><img src=/liar.png>"
    ),
    "/news/1.html": page("<link rel=stylesheet href=/a.css><img src=../logo.png><img src=1.jpg>"),
    "/a.css": send(b"@import 'b.css'; p { background: url(img/p.png) }", "text/css"),
    "/b.css": send(b"@import 'c.css'; p { background: url(deep.png) }", "text/css"),
    "/big.png": send(b"x" * 300_001, "image/png"),
    "/logo.png": send(b"logo", "image/png"),
    "/bg.gif": send(b"bg", "image/gif"),
    "/img/p.png": send(b"p", "image/png"),
    "/news/1.jpg": send(b"1", "application/octet-stream"),
    "/liar.png": page("not found"),
}


@pytest.fixture
def site() -> Iterator[TrapServer]:
    with TrapServer(dict(SITE)) as server:
        yield server


def finding(*places: str) -> Finding:
    proof = tuple(("所在页面", place) for place in places[1:])
    return Finding(id=uuid4(), subject_id=uuid4(), rule="", source=Source.CHECK, place=places[0], proof=proof)


def run(saving: PageSaving, *, may_reread: Callable[[str], bool] = lambda _url: True) -> Kept:
    kept: Kept = []
    with closing(open_fetcher(POLICY)) as fetcher:

        def ask() -> None:
            for request in saving.questions(may_reread=may_reread, may_ask=lambda _url: True):
                fetcher.submit(request)

        ask()
        for fetched in fetcher.completed():
            assert saving.is_own(fetched)
            kept += saving.take(fetched)
            ask()
    return kept


def read(url: str) -> tuple[Fetched, PageView]:
    with closing(open_fetcher(POLICY)) as fetcher:
        fetcher.submit(FetchRequest(url=url))
        (fetched,) = fetcher.completed()
    return fetched, PageView(fetched.body, url=fetched.final_url, as_of=DAY)


def keep(saving: PageSaving, url: str) -> Kept:
    return list(saving.keep(url, *read(url)))


def parts_of(kept: Kept, site: TrapServer) -> dict[str, list[str]]:
    root = site.home.rstrip("/")
    return {
        event.capture.url.removeprefix(root): [url.removeprefix(root) for url in event.pages]
        for event in kept
        if isinstance(event, AssetCaptured)
    }


def test_a_page_is_kept_with_its_sheets_and_pictures_one_level_deep(site: TrapServer) -> None:
    saving = PageSaving(as_of=DAY)
    (captured,) = keep(saving, site.home)
    assert captured.capture.body == read(site.home)[0].body
    assert captured.capture.status == 200
    assert dict(captured.capture.headers)["content-type"] == "text/html; charset=utf-8"
    assert keep(saving, site.home) == []
    kept = run(saving)
    assert parts_of(kept, site) == {
        path: ["/"] for path in ("/a.css", "/b.css", "/logo.png", "/bg.gif", "/img/p.png")
    }
    assert [e.capture.headers for e in kept if e.capture.url == site.url("/a.css")] == [
        (("content-type", "text/css"),)
    ]
    asked = {path for _, path in site.asked}
    assert not asked & {"/s.js", "/scan.jpg", "/c.css", "/deep.png"}


def test_pages_findings_stand_on_are_read_again_and_share_what_is_kept(site: TrapServer) -> None:
    saving = PageSaving(as_of=DAY)
    keep(saving, site.home)
    saving.note(finding(site.url("/dead"), site.url("/news/1.html"), site.home, "404"))
    kept = run(saving, may_reread=lambda url: not url.endswith("/dead"))
    pages = [event.capture.url for event in kept if isinstance(event, PageCaptured)]
    assert pages == [site.url("/news/1.html")]
    parts = parts_of(kept, site)
    assert parts["/logo.png"] == parts["/a.css"] == parts["/img/p.png"] == ["/", "/news/1.html"]
    assert parts["/news/1.jpg"] == ["/news/1.html"]
    assert site.asked["GET", "/logo.png"] == 1
    assert ("GET", "/dead") not in site.asked


def test_only_so_many_pages_of_findings_are_wanted() -> None:
    saving = PageSaving(as_of=DAY)
    places = [f"http://a.cn/{number}" for number in range(page_saving.MOST_FINDING_PAGES + 5)]
    for place in (*places, places[0], "没有网址"):
        saving.note(finding(place))
    assert [saving.wants(place) for place in places].count(True) == page_saving.MOST_FINDING_PAGES


def test_parts_are_bounded_in_number_and_in_all(site: TrapServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_parts, "MOST_PARTS", 2)
    few = PageSaving(as_of=DAY)
    keep(few, site.home)
    assert list(parts_of(run(few), site)) == ["/a.css"]
    monkeypatch.setattr(saved_parts, "MOST_PARTS", 240)
    monkeypatch.setattr(page_saving, "MOST_BYTES", 1)
    monkeypatch.setattr(page_saving, "_MOST_OPEN", 1)
    small = PageSaving(as_of=DAY)
    keep(small, site.home)
    assert len(parts_of(run(small), site)) == 1


def test_a_host_that_turns_us_away_is_left_alone(site: TrapServer) -> None:
    pictures = "".join(f"<img src=/p{number}.png>" for number in range(60))
    site.routes["/"] = page(pictures)
    site.routes |= {f"/p{number}.png": status(403) for number in range(60)}
    saving = PageSaving(as_of=DAY)
    keep(saving, site.home)
    assert run(saving) == []
    assert sum(path.endswith(".png") for _, path in site.asked) < 20


def test_what_was_kept_before_a_kill_is_not_asked_for_again(site: TrapServer) -> None:
    first = PageSaving(as_of=DAY)
    keep(first, site.home)
    first.note(finding(site.url("/news/1.html")))
    pieces = [first.take_piece()]
    run(first)
    pieces.append(first.take_piece())
    site.asked.clear()
    second = PageSaving(as_of=DAY)
    second.take_up(pieces)
    assert run(second) == []
    assert not site.asked
    third = PageSaving(as_of=DAY)
    third.take_up(pieces[:1])
    assert {"/a.css", "/news/1.jpg", "/b.css"} <= parts_of(run(third), site).keys()


def test_a_broken_page_is_kept_without_parts(site: TrapServer) -> None:
    def broken(request: TrapRequest) -> None:
        request.send_bytes(b"<img src=/logo.png>", status=500)

    site.routes["/"] = broken
    saving = PageSaving(as_of=DAY)
    fetched, _ = read(site.home)
    (captured,) = saving.keep(site.home, fetched, None)
    assert isinstance(captured, PageCaptured)
    assert captured.capture.status == 500
    assert run(saving) == []
