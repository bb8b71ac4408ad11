"""A real server on 127.0.0.1 with every nuisance the web has, for tests of what speaks to it."""

import gzip
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

Answer = Callable[["TrapRequest"], None]
PATIENCE_S = 20.0


class TrapRequest(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: "_Server"

    def do_GET(self) -> None:
        self.server.trap.note(self)
        path = self.path.partition("?")[0]
        answer = self.server.trap.routes.get(path)
        if answer is None:
            self.send_page("<title>404 Not Found</title>not here", status=404)
        else:
            answer(self)

    do_HEAD = do_GET  # noqa: N815 - the standard library asks for this name

    def send_page(self, text: str, *, status: int = 200, kind: str = "text/html; charset=utf-8") -> None:
        self.send_bytes(text.encode(), status=status, kind=kind)

    def send_bytes(
        self,
        body: bytes,
        *,
        status: int = 200,
        kind: str = "text/html",
        headers: dict[str, str] | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_redirect(self, location: str, *, status: int = 302, cookie: str = "") -> None:
        self.send_bytes(
            b"", status=status, headers={"Location": location} | ({"Set-Cookie": cookie} if cookie else {})
        )

    def reset(self) -> None:
        """End the connection as a firewall does."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.drop()

    def drop(self) -> None:
        self.close_connection = True
        self.rfile.close()
        self.wfile.close()
        self.connection.close()

    def hang(self) -> None:
        """Say nothing until the server closes or the other side has had enough."""
        self.close_connection = True
        self.server.trap.is_closing.wait(PATIENCE_S)

    def drip(self, pause_s: float = 0.05) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        while not self.server.trap.is_closing.wait(pause_s):
            try:
                self.wfile.write(b".")
            except OSError:
                return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        return


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    trap: "TrapServer"

    def verify_request(self, request: object, client_address: object) -> bool:
        self.trap.connections += 1
        return True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that leaves is what half of the tests are about."""


class TrapServer:
    """`routes` maps a path to what happens there; `asked` counts the requests by method and path, `connections` whoever came."""

    def __init__(
        self,
        routes: dict[str, Answer] | None = None,
        *,
        host: str = "127.0.0.1",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.routes: dict[str, Answer] = dict(COMMON_ROUTES) if routes is None else routes
        self.asked: Counter[tuple[str, str]] = Counter()
        self.headers_seen: list[dict[str, str]] = []
        self.most_at_once = 0
        self.connections = 0
        self.is_closing = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server((host, 0), TrapRequest)
        self._server.trap = self
        self._scheme, self._host = "https" if tls else "http", host
        if tls is not None:
            # The handshake is left to the thread of the request.
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def home(self) -> str:
        return f"{self._scheme}://{self._host}:{self.port}/"

    def url(self, path: str) -> str:
        return self.home.rstrip("/") + path

    def note(self, request: TrapRequest) -> None:
        with self._lock:
            self.asked[request.command, request.path] += 1
            self.headers_seen.append({name.lower(): value for name, value in request.headers.items()})

    def __enter__(self) -> "TrapServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.is_closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def page(text: str, *, status: int = 200) -> Answer:
    return lambda request: request.send_page(text, status=status)


def status(code: int, headers: dict[str, str] | None = None) -> Answer:
    return lambda request: request.send_bytes(b"<title>error</title>", status=code, headers=headers)


def redirect(location: str, code: int = 302) -> Answer:
    return lambda request: request.send_redirect(location, status=code)


def _cookie_wall(request: TrapRequest) -> None:
    if "seen=1" in request.headers.get("Cookie", ""):
        request.send_page("welcome")
    else:
        request.send_redirect("/cookie-wall", cookie="seen=1; Path=/")


def _truncated(request: TrapRequest) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Content-Length", "5000")
    request.end_headers()
    request.wfile.write(b"<title>half</title>")
    request.drop()


def _reset_midway(request: TrapRequest) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Content-Length", "5000")
    request.end_headers()
    request.wfile.write(b"<title>half</title>")
    request.reset()


def _reset_in_head(request: TrapRequest) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-")
    request.reset()


def _early_hints(request: TrapRequest) -> None:
    request.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\nLocation: /404\r\n\r\n")
    request.send_page("<title>ok</title>")


def _bomb(request: TrapRequest) -> None:
    packed = gzip.compress(bytes(20_000_000))
    request.send_bytes(packed, headers={"Content-Encoding": "gzip"})


def _gzip_page(request: TrapRequest) -> None:
    request.send_bytes(gzip.compress("<title>压缩</title>".encode()), headers={"Content-Encoding": "gzip"})


def _broken_gzip(request: TrapRequest) -> None:
    request.send_bytes(b"this is no gzip at all", headers={"Content-Encoding": "gzip"})


def _not_http(request: TrapRequest) -> None:
    request.wfile.write(b"220 mail.example ESMTP ready\r\n")
    request.drop()


def _many_headers(request: TrapRequest) -> None:
    request.send_bytes(b"x", headers={f"X-Filler-{n}": "y" * 900 for n in range(90)})


def _head_refused(request: TrapRequest) -> None:
    if request.command == "HEAD":
        request.send_bytes(b"", status=405)
    else:
        request.send_page("fine")


def _attachment(request: TrapRequest) -> None:
    request.send_bytes(b"%PDF" + bytes(3_000_000), kind="application/pdf")


COMMON_ROUTES: dict[str, Answer] = {
    "/": page("<title>home</title>"),
    "/ok": page("<title>ok</title>"),
    "/chain1": redirect("/chain2", 301),
    "/chain2": redirect("/chain3", 302),
    "/chain3": redirect("chain4", 303),
    "/chain4": redirect("/chain5#part", 307),
    "/chain5": redirect("/ok", 308),
    "/loop": redirect("/loop"),
    "/loop-a": redirect("/loop-b"),
    "/loop-b": redirect("/loop-a"),
    "/endless": lambda request: request.send_redirect(
        f"/endless?{len(request.path)}{'x' * len(request.path)}"
    ),
    "/to-metadata": redirect("http://169.254.169.254/latest/meta-data"),
    "/to-private": redirect("http://10.1.2.3/"),
    "/to-ftp": redirect("ftp://127.0.0.1/file"),
    "/to-nowhere": status(302),
    "/to-chinese": lambda request: request.send_redirect("/中文".encode().decode("latin-1")),
    "/%E4%B8%AD%E6%96%87": page("chinese path"),
    "/to-odd-ends": lambda request: request.send_redirect("/慢慢增加".encode().decode("latin-1")),
    "/%E6%85%A2%E6%85%A2%E5%A2%9E%E5%8A%A0": page("odd ends"),
    "/cookie-wall": _cookie_wall,
    "/hang": lambda request: request.hang(),
    "/drip": lambda request: request.drip(),
    "/reset": lambda request: request.reset(),
    "/drop": lambda request: request.drop(),
    "/truncated": _truncated,
    "/reset-midway": _reset_midway,
    "/reset-in-head": _reset_in_head,
    "/early-hints": _early_hints,
    "/bomb": _bomb,
    "/gzip": _gzip_page,
    "/broken-gzip": _broken_gzip,
    "/big": lambda request: request.send_bytes(b"x" * 400_000, kind="text/html"),
    "/not-http": _not_http,
    "/many-headers": _many_headers,
    "/head-refused": _head_refused,
    "/file.pdf": _attachment,
    "/401": status(401),
    "/403": status(403),
    "/404": status(404),
    "/410": status(410),
    "/429": status(429, {"Retry-After": "1"}),
    "/500": status(500),
    "/503": status(503, {"Retry-After": "120"}),
}
