"""Looks at the certificate a server shows: what is in it, and why a browser would refuse it."""

import socket
import ssl
from datetime import UTC, datetime
from typing import Any

from workbench.views.transport_view import Certificate

# OpenSSL's numbers for why a certificate was not accepted.
_FAULTS = {
    10: "证书已过期",
    9: "证书还没有生效",
    62: "证书的域名与网址不符",
    64: "证书的域名与网址不符",
    18: "证书是自签的，浏览器不信任",
    19: "证书链里有自签的颁发者，浏览器不信任",
    20: "证书链不完整，或颁发者不受信任",
    21: "证书链不完整，或颁发者不受信任",
}
# Not in Python's list: the times of a certificate are not looked at.
_NO_CHECK_TIME = 0x200000


def verifying_context(authorities: str) -> ssl.SSLContext:
    """As strict as a browser, trusting the authorities of that PEM file."""
    return ssl.create_default_context(cafile=authorities)


def certificate_fault(error: ssl.SSLCertVerificationError) -> str:
    return _FAULTS.get(error.verify_code, f"证书没有通过验证（{error.verify_message}）")


def shown_certificate(plain: socket.socket, host: str) -> bytes:
    """What the server shows, whoever vouches for it. Raises OSError where there is no TLS to be had."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with context.wrap_socket(plain, server_hostname=host) as line:
        return line.getpeercert(binary_form=True) or b""


def read_certificate(plain: socket.socket, host: str, shown: bytes, *, fault: str) -> Certificate:
    """Read what is in a certificate that was shown: it vouches for itself here, so that Python parses it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VerifyFlags(_NO_CHECK_TIME)
    try:
        context.load_verify_locations(cadata=shown)
        with context.wrap_socket(plain, server_hostname=host) as line:
            return _certificate(line.getpeercert() or {}, host, fault=fault)
    except (OSError, ValueError):
        plain.close()
        return Certificate(host=host, fault=fault)


def _certificate(told: dict[str, Any], host: str, *, fault: str) -> Certificate:
    issuer = {name: value for part in told.get("issuer", ()) for name, value in part}
    ends = told.get("notAfter")
    return Certificate(
        host=host,
        names=tuple(value for _, value in told.get("subjectAltName", ())),
        issuer=issuer.get("organizationName") or issuer.get("commonName") or "",
        last_day=datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC).date() if ends else None,
        fault=fault,
    )
