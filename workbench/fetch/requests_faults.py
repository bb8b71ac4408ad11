"""What the exceptions of `requests` and below mean in our words."""

import http.client
import socket
import ssl
from collections.abc import Iterator

import requests
import urllib3

from workbench.fetch.connect_fault import connect_fault
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.guarded_connection import ForbiddenAddressError

# In this order: the first that any exception of the chain is an instance of.
_FAULTS: tuple[tuple[type[BaseException], Fault], ...] = (
    (ForbiddenAddressError, Fault.FORBIDDEN_ADDRESS),
    (urllib3.exceptions.ProxyError, Fault.PROXY),
    (requests.exceptions.ProxyError, Fault.PROXY),
    (requests.exceptions.InvalidProxyURL, Fault.PROXY),
    (requests.exceptions.InvalidSchema, Fault.BAD_SCHEME),
    (requests.exceptions.InvalidURL, Fault.BAD_URL),
    (requests.exceptions.MissingSchema, Fault.BAD_URL),
    (urllib3.exceptions.LocationParseError, Fault.BAD_URL),
    (ssl.SSLCertVerificationError, Fault.CERTIFICATE),
    (ssl.CertificateError, Fault.CERTIFICATE),
    (urllib3.exceptions.TimeoutError, Fault.TIMEOUT),
    (TimeoutError, Fault.TIMEOUT),
    (ssl.SSLError, Fault.TLS),
    (urllib3.exceptions.DecodeError, Fault.PROTOCOL),
    (urllib3.exceptions.InvalidHeader, Fault.PROTOCOL),
    (http.client.IncompleteRead, Fault.TRUNCATED),
    (urllib3.exceptions.IncompleteRead, Fault.TRUNCATED),
    (ConnectionRefusedError, Fault.REFUSED),
    (ConnectionError, Fault.RESET),
    (http.client.HTTPException, Fault.PROTOCOL),
    (UnicodeError, Fault.BAD_URL),
)
_NO_SUCH_NAME = tuple(
    getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA", "EAI_FAIL") if hasattr(socket, name)
)


def fault_of(error: BaseException) -> Fault:
    chain = list(_chain(error))
    for kind, fault in _FAULTS:
        if any(isinstance(link, kind) for link in chain):
            return fault
    for link in chain:
        if isinstance(link, socket.gaierror):
            return Fault.DNS if link.errno in _NO_SUCH_NAME else Fault.DNS_UNSURE
        if isinstance(link, OSError) and link.errno:
            return connect_fault(link.errno)
    return Fault.OTHER


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and all it wraps: as cause, as context, as reason and in its arguments."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        link = waiting.pop()
        if id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        inner = (link.__cause__, link.__context__, getattr(link, "reason", None), *link.args)
        waiting += [found for found in inner if isinstance(found, BaseException)]
