"""A website for the window to be busy with: thousands of small pages, served by a process of its own."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection

PAGES = 1_500
LINKS_A_PAGE = 20


class _Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class calls it so
        """Nobody reads it."""

    def _answer(self, *, with_body: bool) -> None:
        number = int(self.path.strip("/").split(".")[0] or 0) if self.path.strip("/")[:1].isdigit() else 0
        body = _page(number)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)


def _page(number: int) -> bytes:
    links = "".join(
        f'<li><a href="/{(number * 7 + step) % PAGES}.html">第{step}条工作动态</a> <span>2026-11-10</span></li>'
        for step in range(1, LINKS_A_PAGE + 1)
    )
    return f"<html><head><title>第{number}页</title></head><body><ul>{links}</ul></body></html>".encode()


def _serve(told: "Connection[int, None]") -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    told.send(server.server_address[1])
    server.serve_forever()


@contextmanager
def serve_load() -> Iterator[str]:
    """The address of the site."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}/"
    finally:
        process.kill()
        process.join()
