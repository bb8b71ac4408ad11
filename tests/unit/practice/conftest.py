"""The practice city, built and served once per test file."""

import http.client
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import pytest

from workbench.practice.city import City, build_city
from workbench.practice.server import CityServer


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


Visit = Callable[..., Answer]


@pytest.fixture(scope="module")
def as_of() -> date:
    return date(2026, 11, 20)


@pytest.fixture(scope="module")
def city(as_of: date) -> City:
    return build_city(as_of)


@pytest.fixture(scope="module")
def served(city: City) -> Iterator[CityServer]:
    with CityServer(city) as server:
        yield server


@pytest.fixture(scope="module")
def visit() -> Visit:
    """One request, no redirect followed."""

    def one_request(url: str, *, method: str = "GET") -> Answer:
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
        try:
            connection.request(method, parts.path + (f"?{parts.query}" if parts.query else ""))
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())
        finally:
            connection.close()

    return one_request
