"""Serves many hosts on loopback addresses, each answer after a set time, and counts what is open at each: a process of its own.

`python bench_hosts.py PORT LATENCY_S LINKS COUNTS_FILE`: every address of 127.0.0.0/8 is a host; the counts are written at the end.
"""

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench_nginx import wait_for_port

_FILLER = (
    "<p>政府信息公开通知公告工作报告办事指南部门街道社区服务教育医疗交通环境财政预算决算规划统计</p>" * 12
)
_KINDS = {"png": b"image/png", "pdf": b"application/pdf", "html": b"text/html; charset=utf-8"}
_BODIES = {"png": b"\x89PNG" + bytes(200), "pdf": b"%PDF-1.4" + bytes(2_000)}


@dataclass(frozen=True, slots=True)
class HostCounts:
    """`requests` and `connections` are the most that were open at one host at one time; `asked` is all that was asked."""

    asked: int
    requests: int
    connections: int
    cpu_s: float


def paths_of(links: int) -> list[str]:
    """The links of every host: a third are pages, a third pictures, a third attachments."""
    return [f"/{n}.{('html', 'png', 'pdf')[n % 3]}" for n in range(links)]


class _Host(asyncio.Protocol):
    """One connection. Knows just enough of HTTP for a client that waits for each answer."""

    def __init__(self, answers: "_Answers") -> None:
        self._answers = answers
        self._received = b""
        self._transport: asyncio.Transport | None = None
        self._host = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._host = transport.get_extra_info("sockname")[0]
        self._answers.connections.add(self._host)

    def connection_lost(self, error: Exception | None) -> None:
        self._answers.connections.drop(self._host)
        self._transport = None

    def data_received(self, chunk: bytes) -> None:
        self._received += chunk
        if not self._received.endswith(b"\r\n\r\n"):
            return
        method, path, _ = self._received.split(b" ", 2)
        self._received = b""
        self._answers.requests.add(self._host)
        answer = self._answers.answer(path.decode("latin-1"), is_head=method == b"HEAD")
        asyncio.get_running_loop().call_later(self._answers.latency_s, self._send, answer)

    def _send(self, answer: bytes) -> None:
        self._answers.requests.drop(self._host)
        if self._transport is not None:
            self._transport.write(answer)


class _Open:
    def __init__(self) -> None:
        self.all = 0
        self._now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()

    def add(self, host: str) -> None:
        self.all += 1
        self._now[host] += 1
        self.most[host] = max(self.most[host], self._now[host])

    def drop(self, host: str) -> None:
        self._now[host] -= 1


class _Answers:
    def __init__(self, links: int, latency_s: float) -> None:
        self.latency_s = latency_s
        self.requests, self.connections = _Open(), _Open()
        self._paths = paths_of(links)
        self._known = {path: self._whole(path) for path in ("/", *self._paths)}
        self._missing = _answer(b"404 Not Found", b"text/html", b"<title>404</title>")

    def answer(self, path: str, *, is_head: bool) -> bytes:
        whole = self._known.get(path, self._missing)
        return whole[: whole.index(b"\r\n\r\n") + 4] if is_head else whole

    def _whole(self, path: str) -> bytes:
        kind = path.rpartition(".")[2] if "." in path else "html"
        body = _BODIES.get(kind) or self._page(path).encode()
        return _answer(b"200 OK", _KINDS[kind], body)

    def _page(self, path: str) -> str:
        """The front page leads to all pages; each page to the two files behind it, and to a dozen others."""
        number = -1 if path == "/" else int(path[1:].partition(".")[0])
        count = len(self._paths)
        pages = self._paths[::3] if number < 0 else [self._paths[(number + 9 * k) % count] for k in range(12)]
        anchors = "".join(f'<li><a href="{each}">第{each[1:-5]}条消息</a></li>' for each in pages)
        pictures = f'<img src="/{number + 1}.png"><a href="/{number + 2}.pdf">附件</a>' if number >= 0 else ""
        return f"<!doctype html><title>页{number}</title><ul>{anchors}</ul>{pictures}{_FILLER}"


def _answer(status: bytes, kind: bytes, body: bytes) -> bytes:
    head = b"HTTP/1.1 %b\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n" % (status, kind, len(body))
    return head + body


@contextmanager
def many_hosts(
    folder: Path, *, port: int, latency_s: float, links: int
) -> Iterator[Callable[[], HostCounts]]:
    """A server for all hosts; what it yields ends it and tells what it has counted."""
    file = folder / "counts.json"
    command = [sys.executable, __file__, str(port), str(latency_s), str(links), str(file)]
    server = subprocess.Popen(command)

    def end() -> HostCounts:
        server.terminate()
        server.wait(timeout=20)
        return HostCounts(**json.loads(file.read_text()))

    try:
        wait_for_port(port)
        yield end
    finally:
        server.kill()
        server.wait(timeout=20)


async def _serve(port: int, answers: _Answers) -> None:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    server = await loop.create_server(lambda: _Host(answers), "0.0.0.0", port, backlog=4_096)
    await ended.wait()
    server.close()


def main() -> None:
    port, latency_s, links, file = sys.argv[1:]
    answers = _Answers(int(links), float(latency_s))
    asyncio.run(_serve(int(port), answers))
    counts = {
        "asked": answers.requests.all,
        "requests": max(answers.requests.most.values(), default=0),
        "connections": max(answers.connections.most.values(), default=0),
        "cpu_s": time.process_time(),
    }
    Path(file).write_text(json.dumps(counts))


if __name__ == "__main__":
    main()
