"""A proxy on this PC for the browser engine: whatever a page makes it ask for goes through here, and past the guard."""

import base64
import select
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.guarded_connection import connect_guarded

_MOST_HEAD_BYTES = 64_000
_CHUNK = 65_536
_ESTABLISHED = b"HTTP/1.1 200 Connection established\r\n\r\n"
_OF_ONE_HOP = (b"connection", b"keep-alive", b"proxy-connection", b"proxy-authorization")


@dataclass(frozen=True, slots=True)
class _Head:
    """The first line in three words, the headers as they came, and what has been read beyond them."""

    words: tuple[str, str, str]
    fields: list[bytes]
    rest: bytes


class GuardedProxy:
    """The addresses really connected to are judged, on every hop and for every part of a page.

    The browser's own guards are asked for a redirect when the request is already out; what is not on this line is not
    on any.
    """

    def __init__(self, guard: AddressGuard, *, timeout_s: float, upstream: str = "") -> None:
        """`upstream` is the office's own proxy; then addresses are judged as they are written."""
        self._guard = guard
        self._timeout_s = timeout_s
        self._upstream: SplitResult | None = urlsplit(upstream) if upstream else None
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        threading.Thread(target=self._listen, name="proxy", daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _listen(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), name="proxy-line", daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        """A line that may not or cannot be had is closed without a word: an answer of ours would pass for the server's."""
        with client, suppress(OSError, ValueError):
            client.settimeout(self._timeout_s)
            head = _read_head(client)
            if head.words[0] == "CONNECT":
                self._tunnel(client, head)
            else:
                self._forward(client, head)

    def _tunnel(self, client: socket.socket, head: _Head) -> None:
        target = urlsplit(f"//{head.words[1]}")
        with self._connect(target, usual_port=443) as server:
            if self._upstream is None:
                client.sendall(_ESTABLISHED)
                server.sendall(head.rest)
            else:
                server.sendall(_written(head.words, [*_kept(head.fields), *self._credentials()]) + head.rest)
            _relay(client, server, both_ways=True)

    def _forward(self, client: socket.socket, head: _Head) -> None:
        """One request a line, since the next one may be for another host."""
        method, url, version = head.words
        target = urlsplit(url)
        asked = url if self._upstream else target._replace(scheme="", netloc="").geturl() or "/"
        fields = [*_kept(head.fields), b"Connection: close", *self._credentials()]
        with self._connect(target, usual_port=80) as server:
            server.sendall(_written((method, asked, version), fields) + head.rest)
            if _has_body(head):
                _pass_body(client, server)
            answer = _read_head(server)
            client.sendall(
                _written(answer.words, [*_kept(answer.fields), b"Connection: close"]) + answer.rest
            )
            _relay(client, server, both_ways=False)

    def _connect(self, target: SplitResult, *, usual_port: int) -> socket.socket:
        host, port = target.hostname or "", target.port or usual_port
        if self._guard.refusal(f"http://{target.netloc}/") is not None:
            raise OSError("out of bounds")
        if self._upstream is not None:
            address = (self._upstream.hostname or "", self._upstream.port or 80)
            return socket.create_connection(address, timeout=self._timeout_s)
        return connect_guarded(host, port, timeout_s=self._timeout_s, guard=self._guard)

    def _credentials(self) -> list[bytes]:
        if self._upstream is None or not self._upstream.username:
            return []
        words = f"{unquote(self._upstream.username)}:{unquote(self._upstream.password or '')}"
        return [b"Proxy-Authorization: Basic " + base64.b64encode(words.encode())]


def _read_head(line: socket.socket) -> _Head:
    """Raises ValueError where what comes is no head."""
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = line.recv(_CHUNK)
        if not chunk or len(received) > _MOST_HEAD_BYTES:
            raise ValueError("no head")
        received += chunk
    head, _, rest = received.partition(b"\r\n\r\n")
    first, *fields = head.split(b"\r\n")
    words = (*first.decode("latin-1").split(" ", 2), "", "")[:3]
    return _Head((words[0], words[1], words[2]), fields, rest)


def _written(words: tuple[str, str, str], fields: list[bytes]) -> bytes:
    return b"\r\n".join([" ".join(words).encode("latin-1"), *fields, b"", b""])


def _kept(fields: list[bytes]) -> list[bytes]:
    return [field for field in fields if field.partition(b":")[0].strip().lower() not in _OF_ONE_HOP]


def _has_body(head: _Head) -> bool:
    names = {field.partition(b":")[0].strip().lower() for field in head.fields}
    return b"content-length" in names or b"transfer-encoding" in names


def _pass_body(client: socket.socket, server: socket.socket) -> None:
    """Until the server begins to answer."""
    while True:
        ready, _, _ = select.select([client, server], [], [], 60.0)
        if server in ready or not ready:
            return
        chunk = client.recv(_CHUNK)
        if not chunk:
            return
        server.sendall(chunk)


def _relay(client: socket.socket, server: socket.socket, *, both_ways: bool) -> None:
    """Pass bytes on until either side has ended; not `both_ways`: what the client goes on to say is dropped."""
    others = {client: server, server: client}
    while True:
        ready, _, _ = select.select(list(others), [], [], 60.0)
        if not ready:
            return
        for line in ready:
            chunk = line.recv(_CHUNK)
            if not chunk:
                return
            if line is server or both_ways:
                others[line].sendall(chunk)
