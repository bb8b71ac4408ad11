"""Answers one request to a server of the practice city."""

from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, cast

from workbench.practice.served_page import ServedPage

if TYPE_CHECKING:
    from workbench.practice.host_server import HostServer


class CityRequest(BaseHTTPRequestHandler):
    """Keeps connections open like a real server, and keeps quiet."""

    protocol_version = "HTTP/1.1"
    server_version = "Practice"
    sys_version = ""
    # One packet per answer: head and body in two would wait for each other's acknowledgement.
    wbufsize = -1

    def do_GET(self) -> None:
        page = self._host.answer(self.path)
        if page.delay_s and not self._host.sleep(page.delay_s):
            self.close_connection = True
            return
        self._send(page, with_body=True)

    def do_HEAD(self) -> None:
        page = self._host.answer(self.path)
        if page.refuses_head:
            self.send_response(405)
            self.send_header("Allow", "GET")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self._send(page, with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the base class gives it
        """Nothing: a practice run is read on the same terminal."""

    @property
    def _host(self) -> "HostServer":
        return cast("HostServer", self.server)

    def _send(self, page: ServedPage, *, with_body: bool) -> None:
        self.send_response(page.status)
        if page.location:
            self.send_header("Location", page.location)
        self.send_header("Content-Type", page.content_type)
        self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(page.body)
