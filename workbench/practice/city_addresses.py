"""Which port of 127.0.0.1 stands for which made-up host of the practice city."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CityAddresses:
    """`ports` is made-up host → port. Pages name the made-up hosts; what is served or registered names 127.0.0.1."""

    ports: Mapping[str, int]

    def localise(self, text: str) -> str:
        for host, port in self.ports.items():
            text = text.replace(host, f"127.0.0.1:{port}")
        return text

    def localise_body(self, body: bytes) -> bytes:
        """As `localise`: the hosts are ASCII and stand in UTF-8 and GB18030 as they are."""
        for host, port in self.ports.items():
            body = body.replace(host.encode(), f"127.0.0.1:{port}".encode())
        return body

    def url(self, host: str, place: str) -> str:
        """The address of `place` below the host; a whole address only has its host replaced, and what is no path stays."""
        return self.localise(place if place and not place.startswith("/") else f"http://{host}{place}")
