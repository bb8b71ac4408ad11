"""One exchange by `requests`, from the question to the last byte, in a thread of its own."""

import threading
import time
from dataclasses import replace
from http.client import HTTPException

import requests
import urllib3
from requests.structures import CaseInsensitiveDict

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.answer_head import head_fields
from workbench.fetch.exchange import Exchange, Reply
from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetched import Timings
from workbench.fetch.guarded_adapter import GuardedAdapter
from workbench.fetch.guarded_connection import Line, current_line
from workbench.fetch.requests_faults import fault_of
from workbench.fetch.stopwatch import Stopwatch

_CHUNK = 65_536


def open_session(policy: FetchPolicy, adapter: GuardedAdapter) -> requests.Session:
    """A session that takes nothing from the environment: no proxies, no passwords."""
    session = requests.Session()
    session.trust_env = False
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    session.headers.clear()
    session.headers.update(
        {
            "User-Agent": policy.agent_on_wire,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }
    )
    if policy.proxy:
        session.proxies = {"http": policy.proxy, "https": policy.proxy}
    return session


class RequestsTransfer:
    def __init__(self, exchange: Exchange, policy: FetchPolicy, guard: AddressGuard) -> None:
        self.exchange = exchange
        self._policy = policy
        self._guard = guard
        self._lock = threading.Lock()
        self._watch: Stopwatch | None = None
        self._verdict: FetchError | None = None
        self._line = Line()
        self._is_given_up = False

    def run(self, session: requests.Session) -> Reply:
        """Never raises: whatever goes wrong is part of the reply."""
        reply = self._attempt(session)
        is_stale = self._line.is_reused and reply.status is None and not self._is_given_up
        if is_stale and reply.error and reply.error.fault is Fault.RESET:
            # The server had closed the kept connection just then: that says nothing about the address.
            reply = self._attempt(session)
        return reply

    def _attempt(self, session: requests.Session) -> Reply:
        with self._lock:
            self._line = current_line.begin(self._guard, target=_target_of(self.exchange.url))
            self._line.is_cut = self._is_given_up
            self._watch = Stopwatch(self._line.started_s)
        try:
            reply = self._ask(session)
        except Exception as error:  # noqa: BLE001 - a thread that ended here would leave the loop waiting for ever
            reply = Reply(error=self._error(error))
        with self._lock:
            self._watch = None
        line = self._line
        timings = Timings(line.dns_s, line.connect_s, line.tls_s, line.first_byte_s, line.elapsed_s())
        return replace(reply, address=line.address, timings=timings)

    def give_up_if_overdue(self, now_s: float) -> None:
        with self._lock:
            overdue = self._watch.overdue(self._policy, now_s) if self._watch else None
        if overdue is not None:
            self._verdict = self._verdict or overdue
            self.give_up()

    def give_up(self) -> None:
        """Wake the thread that waits for this transfer, by ending its connection."""
        with self._lock:
            self._is_given_up = True
            self._line.cut()

    def _ask(self, session: requests.Session) -> Reply:
        exchange = self.exchange
        # Put together here, since the address is asked for as written: `requests` would tidy it once more.
        prepared = requests.PreparedRequest()
        prepared.method, prepared.url = exchange.method, exchange.url
        prepared.headers = CaseInsensitiveDict({name: str(value) for name, value in session.headers.items()})
        if exchange.cookies:
            prepared.headers["Cookie"] = exchange.cookies
        adapter = session.get_adapter(exchange.url)
        response = adapter.send(
            prepared,
            stream=True,
            timeout=self._policy.timeout_s,
            verify=self._policy.authorities or True,
            proxies=session.proxies,
        )
        try:
            return self._read(response)
        finally:
            response.close()

    def _read(self, response: requests.Response) -> Reply:
        raw = response.raw
        headers = head_fields(raw.headers.items())
        error: FetchError | None = None
        if sum(len(name) + len(value) for name, value in headers.items()) > self._policy.max_header_bytes:
            return Reply(error=FetchError(Fault.PROTOCOL, "oversized head"))
        self._did_answer()
        body = bytearray()
        if self.exchange.method != "HEAD" and self.exchange.wants_body(headers.get("content-type", "")):
            error = self._fill(body, raw)
        elif self.exchange.method == "HEAD":
            raw.drain_conn()
        return Reply(status=response.status_code, headers=headers, body=bytes(body), error=error)

    def _fill(self, body: bytearray, raw: urllib3.response.HTTPResponse) -> FetchError | None:
        cap = self.exchange.max_bytes
        try:
            while chunk := raw.read1(min(_CHUNK, cap - len(body) + 1), decode_content=True):
                body += chunk
                self._did_receive(len(chunk))
                if len(body) > cap:
                    del body[cap:]
                    return FetchError(Fault.TOO_LARGE, f"more than {cap} bytes")
        except (urllib3.exceptions.HTTPError, HTTPException, OSError) as error:
            found = self._error(error)
            return FetchError(Fault.TRUNCATED, found.detail) if found.fault is Fault.RESET else found
        return self._verdict

    def _did_answer(self) -> None:
        self._line.first_byte_s = self._line.elapsed_s()
        with self._lock:
            if self._watch:
                self._watch.did_answer(time.monotonic())

    def _did_receive(self, count: int) -> None:
        with self._lock:
            if self._watch:
                self._watch.did_receive(count)

    def _error(self, error: Exception) -> FetchError:
        return self._verdict or FetchError(fault_of(error), str(error)[:300])


def _target_of(url: str) -> str:
    """Path and query as written; empty where there is no path."""
    start = url.find("/", 8)
    return url[start:] if start > 0 else ""
