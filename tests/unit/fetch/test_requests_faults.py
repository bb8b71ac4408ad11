import errno
import http.client
import socket
import ssl

import pytest
import requests
import urllib3

from workbench.fetch.fetch_fault import Fault
from workbench.fetch.guarded_connection import ForbiddenAddressError
from workbench.fetch.requests_faults import fault_of


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), Fault.DNS),
        (socket.gaierror(socket.EAI_AGAIN, "try again"), Fault.DNS_UNSURE),
        (OSError(errno.ENETUNREACH, "no network"), Fault.UNREACHABLE),
        (OSError(errno.EHOSTUNREACH, "no route"), Fault.UNREACHABLE),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), Fault.REFUSED),
        (ConnectionResetError(errno.ECONNRESET, "reset"), Fault.RESET),
        (http.client.RemoteDisconnected("gone"), Fault.RESET),
        (http.client.BadStatusLine("220 mail"), Fault.PROTOCOL),
        (http.client.IncompleteRead(b""), Fault.TRUNCATED),
        (TimeoutError("slow"), Fault.TIMEOUT),
        (ssl.SSLCertVerificationError("bad"), Fault.CERTIFICATE),
        (ssl.SSLError("no common protocol"), Fault.TLS),
        (ForbiddenAddressError("10.0.0.1"), Fault.FORBIDDEN_ADDRESS),
        (requests.exceptions.InvalidURL("x"), Fault.BAD_URL),
        (requests.exceptions.InvalidProxyURL("x"), Fault.PROXY),
        (urllib3.exceptions.DecodeError("x"), Fault.PROTOCOL),
        (urllib3.exceptions.InvalidHeader("two lengths"), Fault.PROTOCOL),
        (RuntimeError("x"), Fault.OTHER),
    ],
)
def test_what_lies_at_the_bottom_decides(error: Exception, fault: Fault) -> None:
    assert fault_of(error) is fault
    wrapped = urllib3.exceptions.ProtocolError("Connection aborted.", error)
    assert fault_of(requests.ConnectionError(wrapped)) is fault
    outer = requests.ConnectionError("outer")
    outer.__cause__ = error
    assert fault_of(outer) is fault
