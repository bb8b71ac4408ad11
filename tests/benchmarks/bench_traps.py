"""The traps that need a server of their own making: what a page links there, and what each link truly is."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "servers"))

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
_MOST_OF_THE_CALENDAR = 600


def open_traps() -> TrapServer:
    server = TrapServer(COMMON_ROUTES | _routes())
    links = "".join(f'<a href="{path}">去{path}</a>' for path in [*_TRUTH, "/calendar?m=0"])
    server.routes["/"] = page(f"<title>首页</title>{links}")
    return server


def trap_differences(server: TrapServer, told: dict[str, str]) -> list[str]:
    """What was told wrongly, told without being there, or asked for too often."""
    truth = {server.url(path).partition("#")[0]: outcome for path, outcome in _TRUTH.items()}
    truth[server.home] = "ok"
    calendar = server.url("/calendar")
    rest = {url: outcome for url, outcome in told.items() if not url.startswith(calendar)}
    wrong = [
        f"{url}: {rest.get(url, 'not found')}, should be {truth.get(url, 'no link at all')}"
        for url in sorted(truth.keys() | rest.keys())
        if truth.get(url) != rest.get(url)
    ]
    months = sum(count for (_, path), count in server.asked.items() if path.startswith("/calendar"))
    return wrong + ([f"{months} pages of a calendar without end"] if months > _MOST_OF_THE_CALENDAR else [])


def _routes() -> dict[str, Answer]:
    return {
        "/head-lies.pdf": lambda request: _by_method(request, head=404, get=200),
        "/head-flatters.pdf": lambda request: _by_method(request, head=200, get=404),
        "/browsers-only": _browsers_only,
        "/calendar": _calendar,
        "/parked": page("<title>a.cn</title><p>该域名正在出售，购买该域名请联系我们</p>"),
        "/missing": page("<title>页面不存在</title><p>您访问的页面不存在或已删除</p>"),
        "/503": status(503, {"Retry-After": "120"}),
    }


def _by_method(request: TrapRequest, *, head: int, get: int) -> None:
    request.send_bytes(b"%PDF-1.4", status=head if request.command == "HEAD" else get, kind="application/pdf")


def _browsers_only(request: TrapRequest) -> None:
    is_browser = "Mozilla/" in request.headers.get("User-Agent", "")
    request.send_page("<title>好</title>", status=200 if is_browser else 403)


def _calendar(request: TrapRequest) -> None:
    month = int(request.path.partition("m=")[2] or 0)
    request.send_page(
        f'<title>{month}月</title><a href="/calendar?m={month + 1}">下月</a><a href="/">首页</a>'
    )
