"""Tells a page from an error page that answers 200: by what the host shows for an address it cannot have, and by its words."""

import hashlib
import re
from urllib.parse import urlsplit, urlunsplit

from workbench.views.page_view import PageView
from workbench.views.page_words import pattern_of, words_of

_LONGEST_SUFFIX = 8
_SUFFIX = re.compile(r"[^/.](\.[A-Za-z]{1,5})$")
_NOT_CHINESE = re.compile(r"[^\u3400-\u9fff]+")
_NOT_LETTERS = re.compile(r"[\d\W_]+")
_SAMPLE_CHARS = 4_000
_LEAST_SIGNS = 10
_SAME_SHARE = 0.9
_SHORT_TEXT, _SHORT_ERROR = 1_500, 150
_SHORT_NOTICE, _SHORT_OFFER = 300, 600
_LEAST_SHARE = 3
_TITLE_PARTS = re.compile(r"[-_|—–·]+")
_FEW_LINKS = 6


def reference_key(url: str) -> tuple[str, str]:
    """Addresses of one host and one ending are answered by the same program, for a missing page too.

    `url` is an address on the wire, without fragment.
    """
    # Asked for every link that is found: taking the address apart properly would take ten times as long.
    path = url.partition("?")[0]
    start = path.find("/", 8)
    if start < 0:
        return path, ""
    found = _SUFFIX.search(path, max(start, len(path) - _LONGEST_SUFFIX))
    return path[:start], found[1].lower() if found else ""


def impossible_address(url: str) -> str:
    """An address beside `url` that no site has, always the same one."""
    origin, suffix = reference_key(url)
    parts = urlsplit(url)
    folder = parts.path[: parts.path.rfind("/") + 1] or "/"
    name = hashlib.blake2b(f"{origin}{suffix}".encode(), digest_size=6).hexdigest()
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}bucunzai-{name}{suffix}", "", ""))


class MissingPage:
    """What a host shows for an address that does not exist."""

    def __init__(self, page: PageView | None) -> None:
        self._title = page.title if page is not None else ""
        self._shingles = _shingles(page.text) if page is not None else frozenset()
        self._leads_to = page.refresh_target if page is not None and not page.links else ""

    def is_shown_by(self, page: PageView) -> bool:
        if page.title != self._title:
            return False
        if self._leads_to and not page.links:
            # Nothing to be read, and both send the reader to the same place.
            return page.refresh_target == self._leads_to
        if len(self._shingles) < _LEAST_SIGNS:
            return False
        shingles = _shingles(page.text)
        common = len(shingles & self._shingles)
        return common >= _SAME_SHARE * max(len(shingles), len(self._shingles))


def says_missing(page: PageView) -> bool:
    """Whether the page calls itself an error page; an article about error pages is longer, or has another title."""
    title = page.title
    bare = title.strip(" -_|【】[]()（）!！.。").lower()
    phrases = pattern_of("soft_errors", "phrases")
    is_named = phrases.search(title) is not None
    if bare in words_of("soft_errors", "titles") or (is_named and _is_about(title, phrases)):
        return len(page.text) <= _SHORT_TEXT
    if is_named and len(page.text) <= _SHORT_NOTICE:
        return True
    if len(page.links) > _FEW_LINKS or len(page.text) > _SHORT_ERROR:
        return False
    return phrases.search(page.text) is not None


def says_parked(page: PageView) -> bool:
    """Whether the page offers its own domain for sale, or says that nobody uses it; a page about domains is longer."""
    parked = pattern_of("soft_errors", "parked")
    if len(page.text) > _SHORT_TEXT:
        return False
    is_short = len(page.text) <= _SHORT_OFFER
    return _is_about(page.title, parked) or (
        is_short and parked.search(f"{page.title} {page.text[:_SHORT_ERROR]}") is not None
    )


def _is_about(title: str, phrases: re.Pattern[str]) -> bool:
    """Whether the phrase is what the title says, and not a word in the headline of an article."""
    return any(
        found is not None and _LEAST_SHARE * len(found[0]) >= len(part.strip())
        for part in _TITLE_PARTS.split(title)
        for found in [phrases.search(part)]
    )


def _shingles(text: str) -> frozenset[str]:
    """Pairs of signs, without what differs from one error page to the next: numbers, times, the address asked for."""
    sample = text[:_SAMPLE_CHARS]
    chinese = _NOT_CHINESE.sub("", sample)
    plain = chinese if len(chinese) > _LEAST_SIGNS else _NOT_LETTERS.sub("", sample)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))
