"""Asks a site's home page over http and https, and looks at its certificate and at IPv6: a handful of connections."""

import socket
import ssl
from datetime import date
from urllib.parse import urljoin, urlsplit

import certifi
import requests

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.certificate_look import (
    certificate_fault,
    read_certificate,
    shown_certificate,
    verifying_context,
)
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.guarded_adapter import GuardedAdapter
from workbench.fetch.guarded_connection import ForbiddenAddressError, connect_guarded, current_line
from workbench.fetch.ipv6_look import look_over_ipv6
from workbench.fetch.requests_transfer import open_session
from workbench.views.page_view import PageView
from workbench.views.transport_view import Certificate, Told, TransportFact, TransportView

LONGEST_WAIT_S = 8.0
_MOST_HOPS = 5
_GLIMPSE_BYTES = 65_536
_PORTS = {"http": 80, "https": 443}


class TransportProbe:
    """Whatever happens on the network becomes a fact or "cannot tell"; only addresses the guard allows are connected to."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._guard = AddressGuard(policy.allowed_networks)
        self._wait_s = min(policy.timeout_s, LONGEST_WAIT_S)

    def look(self, home_url: str, *, seen_on: date) -> TransportView:
        refusal = self._guard.refusal(home_url)
        if self._policy.proxy or refusal is not None:
            why = "经代理上网，不能直接核对" if self._policy.proxy else "网址不能访问，无法核对"
            unknown = TransportFact(Told.UNKNOWN, why)
            return TransportView(
                home_url=home_url, seen_on=seen_on, https=unknown, redirects=unknown, ipv6=unknown
            )
        plain, secure = twin_addresses(home_url)
        https, certificate = self._look_at_https(secure)
        return TransportView(
            home_url=home_url,
            seen_on=seen_on,
            https=https,
            redirects=self.look_at_redirect(plain) if https.told is Told.YES else https,
            ipv6=look_over_ipv6(*_host_of(home_url), guard=self._guard, timeout_s=self._wait_s),
            certificate=certificate,
        )

    def _look_at_https(self, url: str) -> tuple[TransportFact, Certificate | None]:
        if not url:
            return TransportFact(Told.UNKNOWN, "网址带端口，不知道https的端口"), None
        host, port = _host_of(url)
        fault = ""
        try:
            with verifying_context(self._authorities).wrap_socket(
                self._connect(host, port), server_hostname=host
            ):
                pass
        except ssl.SSLCertVerificationError as error:
            fault = certificate_fault(error)
        except (OSError, UnicodeError, ValueError) as error:
            return _no_connection(error), None
        return TransportFact(Told.YES, f"{url} 可以打开"), self._certificate(host, port, fault)

    def _certificate(self, host: str, port: int, fault: str) -> Certificate:
        try:
            shown = shown_certificate(self._connect(host, port), host)
            return read_certificate(self._connect(host, port), host, shown, fault=fault)
        except OSError:
            return Certificate(host=host, fault=fault)

    def look_at_redirect(self, url: str) -> TransportFact:
        """Whether the plain address leads to an encrypted one."""
        if not url:
            return TransportFact(Told.UNKNOWN, "网址带端口，不知道http的端口")
        session = open_session(self._policy, GuardedAdapter(is_proxied=False, size=1))
        try:
            return self._follow(session, url)
        except requests.ConnectionError as error:
            is_shut = "refused" in str(error).lower()
            words = "http端口不开放，只能用https访问" if is_shut else "http没有应答，无法核对"
            return TransportFact(Told.YES if is_shut else Told.UNKNOWN, words)
        except (requests.RequestException, OSError, ValueError):
            return TransportFact(Told.UNKNOWN, "http没有应答，无法核对")
        finally:
            session.close()

    def _follow(self, session: requests.Session, url: str) -> TransportFact:
        for _ in range(_MOST_HOPS):
            if self._guard.refusal(url) is not None:
                break
            current_line.begin(self._guard)
            with session.get(url, allow_redirects=False, stream=True, timeout=self._wait_s) as answer:
                target = _target_of(answer, url)
            if not target:
                return TransportFact(Told.NO, f"{url} 直接打开，没有转到https")
            if target.startswith("https:"):
                return TransportFact(Told.YES, f"{url} 转到 {target}")
            url = target
        return TransportFact(Told.UNKNOWN, "跳转次数太多，无法核对")

    def _connect(self, host: str, port: int) -> socket.socket:
        current_line.begin(self._guard)
        return connect_guarded(host, port, timeout_s=self._wait_s, guard=self._guard)

    @property
    def _authorities(self) -> str:
        return self._policy.authorities or certifi.where()


def twin_addresses(home_url: str) -> tuple[str, str]:
    """The plain and the encrypted address of a home page; with a port of its own the other one is not known."""
    parts = urlsplit(home_url)
    if parts.port not in (None, _PORTS.get(parts.scheme)):
        return (home_url, "") if parts.scheme == "http" else ("", home_url)
    rest = parts._replace(netloc=(parts.netloc.rpartition(":")[0] if parts.port else parts.netloc))
    return rest._replace(scheme="http").geturl(), rest._replace(scheme="https").geturl()


def _host_of(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 443)


def _target_of(answer: requests.Response, url: str) -> str:
    """Where the answer leads on: by its head, or by a refresh of a page without content of its own."""
    if answer.is_redirect:
        return urljoin(url, answer.headers.get("Location", ""))
    body = answer.raw.read(_GLIMPSE_BYTES, decode_content=True)
    return PageView(body, url=url, as_of=date.max).refresh_target


def _no_connection(error: Exception) -> TransportFact:
    for kind, told, words in _REASONS:
        if isinstance(error, kind):
            return TransportFact(told, words)
    return TransportFact(Told.UNKNOWN, "https没有应答，无法核对")


_REASONS: tuple[tuple[type[Exception], Told, str], ...] = (
    (ForbiddenAddressError, Told.UNKNOWN, "域名解析到内部地址，不能核对"),
    (ConnectionRefusedError, Told.NO, "https端口不开放"),
    (ssl.SSLError, Told.NO, "https端口没有可用的加密连接"),
    (TimeoutError, Told.UNKNOWN, "https没有应答，无法核对"),
)
