"""One reusable libcurl handle with what it has received so far."""

import os
import socket
import time

import pycurl

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.answer_head import MOST_HEADERS, parse_head
from workbench.fetch.curl_faults import fault_of
from workbench.fetch.exchange import Exchange, Reply
from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetched import Timings
from workbench.fetch.stopwatch import Stopwatch

_ACCEPT: tuple[bytes, ...] = (
    b"Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    b"Accept-Language: zh-CN,zh;q=0.9,en;q=0.5",
)
# As many bytes as have come with the head, mostly.
_SOON_OVER = 16_384
_STOP = -1
# Behind a proxy these tell of the proxy; of the server they would be an answer of the proxy's own.
_FAULTS_OF_A_PROXY = (Fault.REFUSED, Fault.RESET, Fault.DNS, Fault.UNREACHABLE, Fault.OTHER)


class CurlTransfer:
    def __init__(self, policy: FetchPolicy, *, authorities: str) -> None:
        self._policy = policy
        self._guard: AddressGuard | None = None
        self._exchange: Exchange | None = None
        self.handle = pycurl.Curl()
        self._lines: list[bytes] = []
        # What the handle is set to: most transfers are like the one before.
        self._method = ""
        self._cookies: str | None = None
        self._set_up(authorities)
        self._forget()

    def _forget(self) -> None:
        self.watch = Stopwatch(time.monotonic())
        self.error: FetchError | None = None
        self._lines.clear()
        self._head: dict[str, str] | None = None
        self._chunks: list[bytes] = []
        self._size = 0
        self._is_unwanted = False
        self._is_refused = False
        self.interrupt: KeyboardInterrupt | None = None

    def begin(self, exchange: Exchange, guard: AddressGuard) -> Reply | None:
        """Make the handle ready; a reply instead where libcurl will not take the address."""
        self._forget()
        self._exchange = exchange
        self._guard = guard
        try:
            self.handle.setopt(pycurl.URL, exchange.url)
            self._set_cookies(exchange.cookies)
        except (pycurl.error, UnicodeError, ValueError) as error:
            return Reply(error=FetchError(Fault.BAD_URL, str(error)))
        self._set_method(exchange.method)
        return None

    def _set_cookies(self, cookies: str) -> None:
        if cookies != self._cookies:
            self._cookies = None
            sent = (f"Cookie: {cookies}".encode("latin-1"),) if cookies else ()
            self.handle.setopt(pycurl.HTTPHEADER, [*_ACCEPT, *sent])
            self._cookies = cookies

    def _set_method(self, method: str) -> None:
        if method == self._method:
            return
        if method == "HEAD":
            self.handle.setopt(pycurl.NOBODY, 1)
        else:
            self.handle.setopt(pycurl.NOBODY, 0)
            self.handle.setopt(pycurl.HTTPGET, 1)
        self._method = method

    def end(self, *, code: int, message: str) -> tuple[Exchange, Reply]:
        if self.interrupt is not None:
            raise self.interrupt
        exchange = self._exchange
        assert exchange is not None
        self._refuse_long_head()
        if code and not self._is_head_whole():
            # Broken off before it said anything: no browser shows that.
            self._lines.clear()
        status = int(self.handle.getinfo(pycurl.RESPONSE_CODE)) if self._lines else None
        error = None if self._is_unwanted else self.error or self._error_of(code, message, status)
        reply = Reply(
            status=status,
            headers=self._headers(),
            body=b"".join(self._chunks),
            error=error,
            timings=self._timings(),
            address=str(self.handle.getinfo(pycurl.PRIMARY_IP) or ""),
        )
        self._exchange = None
        self._lines.clear()
        self._chunks = []
        return exchange, reply

    def close(self) -> None:
        self.handle.close()

    def _set_up(self, authorities: str) -> None:
        handle = self.handle
        handle.setopt(pycurl.NOSIGNAL, 1)
        handle.setopt(pycurl.CAINFO, os.fsencode(authorities))
        handle.setopt(pycurl.USERAGENT, self._policy.agent_on_wire)
        # Deflate alone is often broken; what both engines can read is asked of both.
        handle.setopt(pycurl.ACCEPT_ENCODING, "gzip, deflate")
        handle.setopt(pycurl.CONNECTTIMEOUT_MS, int(self._policy.timeout_s * 1000))
        handle.setopt(pycurl.FOLLOWLOCATION, 0)
        handle.setopt(pycurl.PATH_AS_IS, 1)
        handle.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        # An empty proxy also keeps the environment's proxies out.
        handle.setopt(pycurl.PROXY, self._policy.proxy)
        handle.setopt(pycurl.NOPROXY, "")
        # Line by line, with nothing of ours in between; libcurl itself ends a head without end.
        handle.setopt(pycurl.HEADERFUNCTION, self._lines.append)
        handle.setopt(pycurl.WRITEFUNCTION, self._take_chunk)
        if not self._policy.proxy:
            handle.setopt(pycurl.OPENSOCKETFUNCTION, self._open_socket)
            handle.setopt(pycurl.PREREQFUNCTION, self._look_at_line)

    def _open_socket(self, _purpose: int, address: tuple[int, int, int, tuple[str, int]]) -> object:
        family, kind, protocol, target = address
        if not self._may_use(target[0]):
            return pycurl.SOCKET_BAD
        return _LentSocket(family, kind, protocol)

    def _look_at_line(self, address: str, _own: str, _port: int, _own_port: int) -> int:
        """Asked before anything is sent: a connection kept from another caller's request is not for everybody."""
        return int(pycurl.PREREQFUNC_OK if self._may_use(address) else pycurl.PREREQFUNC_ABORT)

    def _may_use(self, address: str) -> bool:
        if self._guard is not None and self._guard.may_connect(address):
            return True
        self._is_refused = True
        return False

    def _take_chunk(self, chunk: bytes) -> int | None:
        try:
            return self._note_chunk(chunk)
        except KeyboardInterrupt as interrupt:
            return self._break_off(interrupt)

    def _break_off(self, interrupt: KeyboardInterrupt) -> int:
        """An exception of a callback would be printed by libcurl and forgotten: it is kept until we are back in our own code."""
        self.interrupt = interrupt
        return _STOP

    def _note_chunk(self, chunk: bytes) -> int | None:
        exchange = self._exchange
        assert exchange is not None
        if not self._size:
            if self._refuse_long_head():
                return _STOP
            if not exchange.wants_body(self._headers().get("content-type", "")):
                self._is_unwanted = True
                return None if self._is_soon_over() else _STOP
        self.watch.did_receive(len(chunk))
        room = exchange.max_bytes - self._size
        self._size += len(chunk)
        self._chunks.append(chunk if len(chunk) <= room else chunk[: max(0, room)])
        if self._size > exchange.max_bytes:
            self.error = FetchError(Fault.TOO_LARGE, f"more than {exchange.max_bytes} bytes")
            return _STOP
        return None

    def _is_soon_over(self) -> bool:
        """Whether to let the rest pass costs less than a new connection."""
        length = self._headers().get("content-length", "")
        return length.isdecimal() and int(length[:9]) <= _SOON_OVER

    def _refuse_long_head(self) -> bool:
        lines = self._lines
        if len(lines) <= MOST_HEADERS and sum(map(len, lines)) <= self._policy.max_header_bytes:
            return False
        self.error = FetchError(Fault.PROTOCOL, "oversized head")
        lines.clear()
        return True

    def _is_head_whole(self) -> bool:
        latest = next((line for line in reversed(self._lines) if line[:5] == b"HTTP/" or line.isspace()), b"")
        return latest.isspace()

    def _headers(self) -> dict[str, str]:
        """Read when the body begins, and not once more at the end."""
        if self._head is None:
            self._head = parse_head(self._lines)
        return self._head

    def overdue(self, now_s: float) -> FetchError | None:
        """Why it is to be given up now, if it is."""
        if self._lines:
            self.watch.did_answer(now_s)
        return self.watch.overdue(self._policy, now_s)

    def _error_of(self, code: int, message: str, status: int | None) -> FetchError | None:
        if code == 0:
            return None
        if self._is_refused and status is None:
            return FetchError(Fault.FORBIDDEN_ADDRESS, message)
        fault = fault_of(code, os_errno=int(self.handle.getinfo(pycurl.OS_ERRNO)))
        if status is not None and fault in (Fault.RESET, Fault.OTHER):
            fault = Fault.TRUNCATED
        elif self._policy.proxy and fault in _FAULTS_OF_A_PROXY:
            fault = Fault.PROXY
        return FetchError(fault, message)

    def _timings(self) -> Timings:
        get = self.handle.getinfo
        return Timings(
            dns_s=get(pycurl.NAMELOOKUP_TIME),
            connect_s=get(pycurl.CONNECT_TIME),
            tls_s=get(pycurl.APPCONNECT_TIME),
            first_byte_s=get(pycurl.STARTTRANSFER_TIME),
            total_s=get(pycurl.TOTAL_TIME),
        )


class _LentSocket:
    """A socket that libcurl copies: ours is closed as soon as nobody holds it."""

    def __init__(self, family: int, kind: int, protocol: int) -> None:
        self._socket = socket.socket(family, kind, protocol)

    def fileno(self) -> int:
        return self._socket.fileno()

    def __del__(self) -> None:
        self._socket.close()
