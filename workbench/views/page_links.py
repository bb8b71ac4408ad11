"""Every address a page asks a browser to fetch or offers the reader, in the order of the page."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from workbench.domain.link import LinkKind
from workbench.views.link_kind import link_kind, relation_kind
from workbench.views.style_links import style_kind, style_references
from workbench.views.url_resolver import ROOTED, UrlResolver

Attributes = Mapping[str, str | None]

_SOURCES = {
    "a": ("href",),
    "area": ("href",),
    "link": ("href",),
    "img": ("src",),
    "input": ("src",),
    "script": ("src",),
    "iframe": ("src",),
    "frame": ("src",),
    "source": ("src",),
    "track": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
}
_CANDIDATES = {"img": ("srcset",), "source": ("srcset",), "link": ("imagesrcset",)}
_SELECTOR = (
    "a[href],area[href],link[href],link[imagesrcset],img,input[type=image],script[src],iframe[src],frame[src],source,track[src],"
    "video,audio[src],object[data],embed[src],meta[http-equiv],[background],iframe[srcdoc],svg"
)
_STYLED = 'style,[style*="url(" i]'
_REFRESH = re.compile(
    r"^\s*+[\d.]*+\s*+[;,]?+\s*+(?:url\s*+=)?+\s*+(?:\"([^\"]+)|'([^']+)|([^\"'\s].*+))",
    re.IGNORECASE | re.DOTALL,
)
# In a drawing: what it shows, and where its parts lead.
_IN_DRAWING = "image,use,feImage,a"
_SRCSET = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,\s]+)?\s*(?:,|$)")
# Only tell the browser to warm up a connection; there is no document behind them.
_NO_DOCUMENT = frozenset({"dns-prefetch", "preconnect"})
# Content carried in the page itself, and the empty page.
_NOTHING_TO_ASK_FOR = ("data:", "about:", "blob:")
MAX_TEXT_CHARS = 200
_MOST_OF_A_HOST = 8_000


class PageLink(NamedTuple):
    """`url` is absolute ASCII, or as written where it is no web address; `raw` is what the page writes; `text` what it shows."""

    url: str
    raw: str
    text: str
    kind: LinkKind
    tag: str


def page_links(tree: LexborHTMLParser, resolver: UrlResolver) -> tuple[PageLink, ...]:
    # The inner loop of every inspection: a page has a hundred anchors and few other references. A plain call of the class
    # would take as long as reading the anchor.
    links: list[PageLink] = []
    known = _anchors_on_host(*resolver.host)
    new_link, join = tuple.__new__, " ".join
    for node in tree.css(_SELECTOR):
        tag = node.tag or ""
        if tag == "a":
            raw = node.attrs.get("href")
            target = known.get(raw) or _anchor_target(raw, resolver, known)
            if target is not None:
                text = join(node.text().split())[:MAX_TEXT_CHARS] or _label_of_anchor(node)
                links.append(new_link(PageLink, (target[0], raw or "", text, target[1], "a")))
        elif tag == "svg":
            links += _drawing_links(node, resolver)
        else:
            links += _other_links(tag, node.attributes, resolver)
            if tag == "iframe" and node.attributes.get("srcdoc"):
                links += page_links(LexborHTMLParser(node.attributes["srcdoc"] or ""), resolver)
    for node in tree.css(_STYLED):
        css = node.text() if node.tag == "style" else node.attributes.get("style") or ""
        links += sheet_links(css, resolver, tag="style")
    return tuple(links)


def _anchor_target(
    raw: str | None, resolver: UrlResolver, known: dict[str | None, tuple[str, LinkKind]]
) -> tuple[str, LinkKind] | None:
    """Where an anchor leads; noted in `known` if every page of the host means the same by it."""
    url = resolver.resolve(raw) if raw is not None else ""
    if not url or url.startswith(_NOTHING_TO_ASK_FOR):
        return None
    target = url, link_kind("a", url)
    if raw is not None and raw.startswith(ROOTED):
        if len(known) >= _MOST_OF_A_HOST:
            known.clear()
        known[raw] = target
    return target


@lru_cache(maxsize=8)
def _anchors_on_host(_origin: str, _charset: str) -> dict[str | None, tuple[str, LinkKind]]:
    return {}


def sheet_links(css: str, resolver: UrlResolver, *, tag: str) -> Iterator[PageLink]:
    """The links of a stylesheet, in a page or in a file of its own; they show no words."""
    for raw, is_import in style_references(css):
        url = resolver.resolve(raw)
        if url and not url.startswith(_NOTHING_TO_ASK_FOR):
            yield PageLink(url, raw, "", style_kind(url, is_import=is_import), tag)


def _other_links(tag: str, attributes: Attributes, resolver: UrlResolver) -> Iterator[PageLink]:
    for raw in _references(tag, attributes):
        url = resolver.resolve(raw)
        if url and not url.startswith(_NOTHING_TO_ASK_FOR):
            yield PageLink(url, raw, _label(attributes), _kind(tag, attributes, url), tag)


def _drawing_links(drawing: LexborNode, resolver: UrlResolver) -> Iterator[PageLink]:
    for node in drawing.css(_IN_DRAWING):
        tag, attributes = node.tag or "", node.attributes
        is_anchor = tag == "a"
        # A plain href of an anchor is found among all others of the page.
        raw = (
            attributes.get("xlink:href")
            if is_anchor
            else attributes.get("href", attributes.get("xlink:href"))
        )
        url = resolver.resolve(raw) if raw and not (is_anchor and "href" in attributes) else ""
        if url and not url.startswith(_NOTHING_TO_ASK_FOR):
            kind = link_kind("a", url) if is_anchor else LinkKind.IMAGE
            yield PageLink(url, raw or "", _anchor_text(node) if is_anchor else "", kind, tag)


def refresh_target(content: str) -> str:
    """Where `<meta http-equiv=refresh content=…>` leads, as written; empty for a mere reload."""
    found = _REFRESH.match(content)
    target = (found[1] or found[2] or found[3]).strip() if found else ""
    return "" if target.isdigit() else target


def _references(tag: str, attributes: Attributes) -> Iterator[str]:
    if tag == "meta":
        is_refresh = (attributes.get("http-equiv") or "").strip().lower() == "refresh"
        target = refresh_target(attributes.get("content") or "") if is_refresh else ""
        yield from [target] if target else []
        return
    if tag == "link" and _NO_DOCUMENT & set((attributes.get("rel") or "").lower().split()):
        return
    for name in _SOURCES.get(tag, ()):
        value = attributes.get(name)
        # An empty src asks for nothing; an empty href leads to the page itself.
        if value is not None and (value.strip() or name == "href"):
            yield value
    if attributes.get("background"):
        yield attributes["background"] or ""
    for name in _CANDIDATES.get(tag, ()):
        yield from (found[1] for found in _SRCSET.finditer(attributes.get(name) or ""))


def _kind(tag: str, attributes: Attributes, url: str) -> LinkKind:
    if tag == "link":
        return relation_kind(attributes.get("rel") or "", attributes.get("as") or "")
    return link_kind(tag, url)


def _anchor_text(node: LexborNode) -> str:
    return " ".join(node.text().split())[:MAX_TEXT_CHARS] or _label_of_anchor(node)


def _label_of_anchor(node: LexborNode) -> str:
    """What an anchor without words is called."""
    text = node.attributes.get("title")
    if not text:
        picture = node.css_first("img[alt]")
        text = picture.attributes.get("alt") if picture is not None else ""
    return " ".join((text or "").split())[:MAX_TEXT_CHARS]


def _label(attributes: Attributes) -> str:
    return " ".join((attributes.get("alt") or attributes.get("title") or "").split())[:MAX_TEXT_CHARS]
