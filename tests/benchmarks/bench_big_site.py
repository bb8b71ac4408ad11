"""Serves a site too large to be written down: every page is made from its number. A process of its own.

`python bench_big_site.py PORT PAGES`: each page leads to four pages below it, to others at random, and to three files of its own.
"""

import asyncio
import signal
import sys

_FILLER = (
    "<p>政府信息公开通知公告工作报告办事指南部门街道社区服务教育医疗交通环境财政预算决算规划统计</p>" * 12
)
FILES_OF_A_PAGE = 3
_BELOW, _BESIDE, _MENU = 4, 13, 20


def links_of(pages: int) -> int:
    """How many distinct addresses the whole site has, the front page not counted."""
    return pages - 1 + pages * FILES_OF_A_PAGE


class _Line(asyncio.Protocol):
    """One connection. Knows just enough of HTTP for a client that waits for each answer."""

    def __init__(self, site: "BigSite") -> None:
        self._site = site
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, chunk: bytes) -> None:
        self._received += chunk
        if self._received.endswith(b"\r\n\r\n") and self._transport is not None:
            method, path, _ = self._received.split(b" ", 2)
            self._received = b""
            self._transport.write(self._site.answer(path.decode("latin-1"), is_head=method == b"HEAD"))


class BigSite:
    def __init__(self, pages: int) -> None:
        self._pages = pages
        self._menu = "".join(f'<a href="{_path(n)}">栏目{n}</a>' for n in range(1, _MENU + 1))

    def answer(self, path: str, *, is_head: bool) -> bytes:
        name = path.rpartition("/")[2]
        if path == "/" or (name.endswith(".html") and name[1:-5].isdigit()):
            number = int(name[1:-5]) if name else 0
            if number < self._pages:
                return _answer(b"200 OK", b"text/html; charset=utf-8", self._page(number).encode(), is_head)
        elif name.startswith("f"):
            return _answer(b"200 OK", b"image/png", bytes(100), is_head)
        return _answer(b"404 Not Found", b"text/html", b"<title>404</title>", is_head)

    def _page(self, number: int) -> str:
        below = [n for n in range(_BELOW * number + 1, _BELOW * number + _BELOW + 1) if n < self._pages]
        beside = [(number * 7_919 + 104_729 * k) % self._pages or 1 for k in range(1, _BESIDE + 1)]
        anchors = "".join(f'<li><a href="{_path(n)}">第{n}号消息的标题</a></li>' for n in (*below, *beside))
        files = "".join(f'<img src="/files/f{number}-{k}.png">' for k in range(FILES_OF_A_PAGE))
        return f"<!doctype html><title>页{number}</title>{self._menu}<ul>{anchors}</ul>{files}{_FILLER}"


def _answer(status: bytes, kind: bytes, body: bytes, is_head: bool) -> bytes:
    head = b"HTTP/1.1 %b\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n" % (status, kind, len(body))
    return head if is_head else head + body


def _path(number: int) -> str:
    return f"/col{number % 97}/p{number}.html"


async def _serve(port: int, site: BigSite) -> None:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    server = await loop.create_server(lambda: _Line(site), "127.0.0.1", port, backlog=1_024)
    await ended.wait()
    server.close()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), BigSite(int(sys.argv[2]))))
