"""On real pages every link the reference parser finds is found, and no other."""

from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup

from tests.unit.views.shared_pages import labels, needs_pages, view

SOURCES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "input": "src",
}
NO_LINK = ("#", "javascript", "data:", "about:", "mailto")
PAGES = [*labels("pages.json", "pages")[::3], *labels("articles.json", "articles")[::9]]


@needs_pages
@pytest.mark.parametrize("label", PAGES, ids=lambda label: label["id"])
def test_agrees_with_the_reference_parser(label: dict[str, object]) -> None:
    page = view(label)
    soup = BeautifulSoup(page.html, "html.parser")
    for unseen in soup(["noscript", "template"]):
        unseen.decompose()
    written = [
        (tag, str(node[name]).strip())
        for tag, name in SOURCES.items()
        for node in soup.find_all(tag, attrs={name: True})
    ]
    expected = {
        plain(urldefrag(urljoin(page.url, raw)).url)
        for tag, raw in written
        if (raw or tag == "a") and not raw.lower().startswith(NO_LINK)
    }
    found = {link.url for link in page.links if link.url.startswith("http") and link.tag in SOURCES}
    assert found == expected


def plain(url: str) -> str:
    """As a browser writes it: the host in lower case, and a path."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.lower()}{slash or '/'}{path}"
