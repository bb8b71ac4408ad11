"""The traps that need a server of their own making: what a page links there, and what each link truly is."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "servers"))

from trap_certificates import EXPIRED_DAYS, can_make_certificates, make_certificate  # noqa: E402
from trap_server import COMMON_ROUTES, Answer, TrapRequest, TrapServer, page, status  # noqa: E402

_TRUTH = {
    "/ok": "ok",
    "/ok#part": "ok",
    "/chain1": "redirect",
    "/loop-a": "dead",
    "/endless": "dead",
    "/to-metadata": "internal-address",
    "/cookie-wall": "redirect",
    "/hang": "timed-out",
    "/drip": "timed-out",
    "/reset": "dead",
    "/drop": "dead",
    "/truncated": "ok",
    "/bomb": "ok",
    "/not-http": "dead",
    "/many-headers": "dead",
    "/head-refused": "ok",
    "/head-lies.pdf": "ok",
    "/head-flatters.pdf": "dead",
    "/browsers-only": "ok",
    "/401": "needs-login",
    "/403": "blocked",
    "/410": "dead",
    "/429": "limited",
    "/500": "dead",
    "/503": "limited",
    "/nowhere": "dead",
    "/parked": "soft-404",
    "/missing": "soft-404",
}
# Pages that have no end, and those that have and must all be read.
_ENDLESS = ("/calendar?m=", "/p?sid=")
_WHOLE = {"/list?page=": 400, "/show?id=": 2_000}
_MOST_OF_THE_ENDLESS = 1_200


@dataclass(frozen=True, slots=True)
class Traps:
    """`truth` holds what every link is, by its address."""

    server: TrapServer
    truth: dict[str, str]


@contextmanager
def open_traps(folder: Path) -> Iterator[Traps]:
    """`folder` takes the certificates, which are made anew each time."""
    with TrapServer(COMMON_ROUTES | _routes()) as server, ExitStack() as others:
        truth = {server.url(path).partition("#")[0]: outcome for path, outcome in _TRUTH.items()}
        truth |= dict.fromkeys(_insecure_homes(folder, others), "certificate") | {server.home: "ok"}
        written = [*_TRUTH, *(url for url in truth if url.startswith("https:"))]
        links = "".join(
            f'<a href="{path}">去{path}</a>'
            for path in [*written, *(f"{each}0" for each in _ENDLESS), "/list?page=1"]
        )
        server.routes["/"] = page(f"<title>首页</title>{links}")
        yield Traps(server, truth)


def trap_differences(traps: Traps, told: dict[str, str]) -> list[str]:
    """What was told wrongly, told without being there, or asked for too often or not at all."""
    server, truth = traps.server, traps.truth
    kinds = tuple(server.url(path) for path in (*_ENDLESS, "/q;", *_WHOLE))
    rest = {url: outcome for url, outcome in told.items() if not url.startswith(kinds)}
    wrong = [
        f"{url}: {rest.get(url, 'not found')}, should be {truth.get(url, 'no link at all')}"
        for url in sorted(truth.keys() | rest.keys())
        if truth.get(url) != rest.get(url)
    ]
    return [*wrong, *_badly_bounded(server)]


def _badly_bounded(server: TrapServer) -> Iterator[str]:
    for endless in _ENDLESS:
        asked = _asked(server, endless)
        if asked > _MOST_OF_THE_ENDLESS:
            yield f"{asked} pages of {endless} without end"
    for path, pages in _WHOLE.items():
        if _asked(server, path) < pages:
            yield f"only {_asked(server, path)} of {pages} pages of {path}"


def _asked(server: TrapServer, path: str) -> int:
    return len({url for _, url in server.asked if url.startswith(path)})


def _insecure_homes(folder: Path, others: ExitStack) -> list[str]:
    """Servers with a certificate that has run out, is another's, or is nobody's; none where openssl is missing."""
    if not can_make_certificates():
        return []
    made = (
        make_certificate(folder, "expired", days=EXPIRED_DAYS),
        make_certificate(folder, "other", good_for="DNS:www.elsewhere.gov.cn"),
        make_certificate(folder, "unknown"),
    )
    answers = {"/": page("<title>safe</title>")}
    return [others.enter_context(TrapServer(dict(answers), tls=each.context())).home for each in made]


def _routes() -> dict[str, Answer]:
    return {
        "/head-lies.pdf": lambda request: _by_method(request, head=404, get=200),
        "/head-flatters.pdf": lambda request: _by_method(request, head=200, get=404),
        "/browsers-only": _browsers_only,
        "/calendar": _calendar,
        "/p": _session,
        "/q;s": _session,
        "/list": _list,
        "/show": lambda request: request.send_page(f"<title>文章 {_number(request)}</title>"),
        "/parked": page("<title>a.cn</title><p>该域名正在出售，购买该域名请联系我们</p>"),
        "/missing": page("<title>页面不存在</title><p>您访问的页面不存在或已删除</p>"),
        "/503": status(503, {"Retry-After": "120"}),
    }


def _by_method(request: TrapRequest, *, head: int, get: int) -> None:
    request.send_bytes(b"%PDF-1.4", status=head if request.command == "HEAD" else get, kind="application/pdf")


def _browsers_only(request: TrapRequest) -> None:
    is_browser = "Mozilla/" in request.headers.get("User-Agent", "")
    request.send_page("<title>好</title>", status=200 if is_browser else 403)


def _number(request: TrapRequest) -> int:
    return int(request.path.rpartition("=")[2] or 0)


def _session(request: TrapRequest) -> None:
    """Hands the reader on from one kind of address to the other, ever with a new session."""
    number = _number(request) + 1
    target = f"/q;s?PHPSESSID={number}" if request.path.startswith("/p") else f"/p?sid={number}"
    request.send_page(f'<title>会话</title><a href="{target}">继续</a>')


def _list(request: TrapRequest) -> None:
    number = _number(request)
    links = [f"/show?id={number * 5 + each}" for each in range(5)]
    links += [f"/list?page={number + 1}"] if number < 400 else []
    anchors = "".join(f'<a href="{link}">第 {link} 条</a>' for link in links)
    request.send_page(f"<title>第 {number} 页</title>{anchors}")


def _calendar(request: TrapRequest) -> None:
    month = int(request.path.partition("m=")[2] or 0)
    request.send_page(
        f'<title>{month}月</title><a href="/calendar?m={month + 1}">下月</a><a href="/">首页</a>'
    )
