"""What can go wrong between the question and the answer, in words both engines share."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Where `status` is set beside one of these, the server did answer and only the body suffered."""

    BAD_URL = "bad-url"
    BAD_SCHEME = "bad-scheme"
    FORBIDDEN_ADDRESS = "forbidden-address"
    DNS = "dns"
    DNS_UNSURE = "dns-unsure"  # the resolver itself did not answer: says nothing about the name
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    RESET = "reset"
    TIMEOUT = "timeout"
    SLOW = "slow"  # answers, but drips
    CERTIFICATE = "certificate"
    TLS = "tls"
    REDIRECT_LOOP = "redirect-loop"  # comes back to where it was
    REDIRECT_CHAIN = "too-many-redirects"
    PROTOCOL = "protocol"  # answers, but not in HTTP
    TRUNCATED = "truncated"
    TOO_LARGE = "too-large"  # the body was cut at the cap
    PROXY = "proxy"
    WITHDRAWN = "withdrawn"  # never asked: the caller has left the host
    BROWSER = "browser"  # the browser engine did not open it; the detail is in words for people
    NO_BROWSER = "no-browser"  # the browser engine could not even try; so is its detail
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FetchError:
    """`detail` is the engine's own wording, for the log and never for a verdict."""

    fault: Fault
    detail: str = ""
