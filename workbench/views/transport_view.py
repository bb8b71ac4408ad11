"""How the home page of a site travels: encrypted or not, under which certificate, over which internet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Told(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TransportFact:
    """`words` say what was seen, or why nothing could be."""

    told: Told
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """`fault` is why a browser would refuse it, in words; empty for one in order. `last_day` is None where it cannot be read."""

    host: str
    names: tuple[str, ...] = ()
    issuer: str = ""
    last_day: date | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransportView:
    """`redirects` tells whether the plain address leads to the encrypted one. `seen_on` is the day of the probe."""

    home_url: str
    seen_on: date
    https: TransportFact
    redirects: TransportFact
    ipv6: TransportFact
    certificate: Certificate | None = None

    @property
    def days_left(self) -> int | None:
        if self.certificate is None or self.certificate.last_day is None:
            return None
        return (self.certificate.last_day - self.seen_on).days
