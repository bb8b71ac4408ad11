"""What libcurl's error codes mean in our words."""

import pycurl

from workbench.fetch.connect_fault import connect_fault
from workbench.fetch.fetch_fault import Fault

_FAULTS = {
    pycurl.E_URL_MALFORMAT: Fault.BAD_URL,
    pycurl.E_COULDNT_RESOLVE_HOST: Fault.DNS,
    pycurl.E_COULDNT_RESOLVE_PROXY: Fault.PROXY,
    pycurl.E_OPERATION_TIMEDOUT: Fault.TIMEOUT,
    pycurl.E_SSL_CONNECT_ERROR: Fault.TLS,
    pycurl.E_PEER_FAILED_VERIFICATION: Fault.CERTIFICATE,
    pycurl.E_SSL_ISSUER_ERROR: Fault.CERTIFICATE,
    pycurl.E_SSL_INVALIDCERTSTATUS: Fault.CERTIFICATE,
    pycurl.E_SSL_CIPHER: Fault.TLS,
    pycurl.E_GOT_NOTHING: Fault.RESET,
    pycurl.E_RECV_ERROR: Fault.RESET,
    pycurl.E_SEND_ERROR: Fault.RESET,
    pycurl.E_PARTIAL_FILE: Fault.TRUNCATED,
    pycurl.E_UNSUPPORTED_PROTOCOL: Fault.PROTOCOL,
    pycurl.E_BAD_CONTENT_ENCODING: Fault.PROTOCOL,
    pycurl.E_HTTP2: Fault.PROTOCOL,
    pycurl.E_FTP_WEIRD_SERVER_REPLY: Fault.PROTOCOL,  # libcurl's code 8 for any protocol
}
_PROXY_ERROR = 97
_HTTP2_STREAM_ERROR = 92


def fault_of(code: int, *, os_errno: int) -> Fault:
    if code == pycurl.E_COULDNT_CONNECT:
        return connect_fault(os_errno)
    if code == _PROXY_ERROR:
        return Fault.PROXY
    if code == _HTTP2_STREAM_ERROR:
        return Fault.PROTOCOL
    return _FAULTS.get(code, Fault.OTHER)
