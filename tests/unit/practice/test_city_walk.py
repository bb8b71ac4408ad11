"""Every link of the practice city is followed: what the truth file names answers as written, all else is in order."""

from collections import deque
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from workbench.practice.city import City
from workbench.practice.server import CityServer

MOST_REQUESTS = 700


class LinkReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name in ("href", "src") and value]


@pytest.fixture(scope="module")
def walked(city: City, served: CityServer, visit: Callable[..., Any]) -> dict[str, int]:
    """Status by address of everything that can be reached from the home pages; 0 where the connection was refused."""
    codecs = {served.addresses.url(site.plan.host, ""): site.plan.codec for site in city.sites}
    waiting = deque(served.url(site.plan.code, site.plan.home) for site in city.sites)
    seen: dict[str, int] = {}
    while waiting:
        url = waiting.popleft()
        if url in seen:
            continue
        assert len(seen) < MOST_REQUESTS
        try:
            answer = visit(url)
        except ConnectionRefusedError:
            seen[url] = 0
            continue
        seen[url] = answer.status
        is_page = answer.status == 200 and answer.headers["content-type"].startswith("text/html")
        if is_page:
            parts = urlsplit(url)
            codec = codecs.get(f"http://{parts.netloc}", "utf-8")
            waiting.extend(links_of(answer.body, codec, url))
    return seen


def links_of(body: bytes, codec: str, url: str) -> list[str]:
    try:
        text = body.decode(codec)
    except UnicodeDecodeError:
        # A server's own error page is UTF-8 on every site.
        text = body.decode("utf-8")
    reader = LinkReader()
    reader.feed(text)
    return [urldefrag(urljoin(url, link)).url for link in reader.links]


def expected_oddities(city: City, served: CityServer) -> dict[str, int]:
    planted = ((entry, entry.link) for entry in city.truth.entries if entry.link is not None)
    return {served.url(entry.subject, entry.place): link.status for entry, link in planted}


def test_what_is_not_in_the_truth_file_answers_200(
    city: City, served: CityServer, walked: dict[str, int]
) -> None:
    odd = expected_oddities(city, served)
    assert {url: status for url, status in walked.items() if status != 200 and url not in odd} == {}


def test_what_is_in_the_truth_file_is_linked_and_answers_as_written(
    city: City, served: CityServer, walked: dict[str, int]
) -> None:
    odd = expected_oddities(city, served)
    assert {url: walked.get(url) for url in odd} == odd


def test_no_link_leaves_this_pc(walked: dict[str, int]) -> None:
    assert {urlsplit(url).hostname for url in walked} == {"127.0.0.1"}


def test_every_page_can_be_reached(city: City, served: CityServer, walked: dict[str, int]) -> None:
    reached = {url.partition("?")[0] for url in walked} | set(walked)
    pages = {served.addresses.url(host.name, path) for host in city.hosts for path in host.pages}
    # A redirect's target and the portraits of sites without leaders are all there is beside the links.
    assert {url for url in pages - reached if not url.endswith("/assets/portrait.svg")} == set()


def test_a_whole_check_is_a_matter_of_seconds(walked: dict[str, int]) -> None:
    assert 250 < len(walked) < MOST_REQUESTS
