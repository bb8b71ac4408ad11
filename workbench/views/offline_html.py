"""A page as it was saved, made ready to be shown where the network is not: its text as it came, and where it stood."""

import re
from html import escape

from selectolax.lexbor import LexborHTMLParser

from workbench.views.charset_label import GB, UTF8
from workbench.views.decoding import decode
from workbench.views.url_resolver import UrlResolver

# What may stand before the first tag; put any earlier, a tag of ours would change how the whole page is laid out.
_PROLOGUE = re.compile(
    r"\A(?:\ufeff|\s|<!--.*?-->|<\?[^>]*>)*(?:<!doctype[^>]*>)?", re.IGNORECASE | re.DOTALL
)
_POLICY = re.compile(r"content-security-policy", re.IGNORECASE)
_MAY_HINT = re.compile(r"<link\b|\bsrcdoc\b", re.IGNORECASE)
_HINTS = frozenset({"dns-prefetch", "preconnect", "prefetch", "preload", "prerender", "modulepreload"})
_HTTP_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';]+)", re.IGNORECASE)


def offline_html(body: bytes, *, url: str, content_type: str) -> tuple[bytes, str]:
    """The page and the charset it is now in; `url` is where it stood, and so are its addresses. Hints to warm up connections
    and frames written into the page itself are left out.

    A page of a GB charset stays in one, since the addresses on it are written in its charset.
    """
    said = _HTTP_CHARSET.search(content_type)
    decoded = decode(body, http_charset=said[1] if said else "")
    text = _without_hints(_POLICY.sub("x-saved-policy", decoded.text))
    start = _PROLOGUE.match(text)
    place = start.end() if start else 0
    base = f'<base href="{escape(_base(text, url, decoded.charset))}">'
    charset = GB if decoded.charset == GB else UTF8
    return (text[:place] + base + text[place:]).encode(charset, "replace"), charset


def _without_hints(text: str) -> str:
    """A browser acts on hints to warm up a connection without asking anybody, so they must not get there at all."""
    if not _MAY_HINT.search(text):
        return text
    tree = LexborHTMLParser(text)
    hinting = [node for node in tree.css("link[rel]") if _HINTS & set(_words(node.attributes.get("rel")))]
    framing = tree.css("iframe[srcdoc]")
    for node in (*hinting, *framing):
        node.decompose()
    return tree.html or "" if hinting or framing else text


def _words(value: str | None) -> list[str]:
    return (value or "").lower().split()


def _base(text: str, url: str, charset: str) -> str:
    """What relative addresses on the page are relative to."""
    if "<base" not in text.lower():
        return url
    node = LexborHTMLParser(text).css_first("base[href]")
    written = node.attributes.get("href") if node is not None else None
    return UrlResolver(url, charset=charset).resolve(written) if written else url
