"""Marks of an intrusion: links to foreign hosts that a reader cannot see, and advertisements in the head of a page."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from workbench.views.hiding_style import Hiding, attribute_hiding, hiding_rules
from workbench.views.outside_host import (
    domain_of,
    gambling_sign,
    host_of,
    injected_word,
    is_foreign,
    is_usual,
)
from workbench.views.page_view import PageView

_DEPTH = 40
_HEAD_METAS = frozenset({"keywords", "description"})
_LONGEST_TEXT = 60
# No menu hides so many foreign sites that have nothing to do with each other: somebody sells their places.
_SOLD_PLACES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenLink:
    """`sign` is what speaks of gambling and the like. `is_doubtful`: menus are hidden like this too, and nothing else speaks."""

    url: str
    text: str
    how: str
    sign: str = ""
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class StyledLink:
    """`names` are classes (`.name`) and ids (`#name`) of the link and of the boxes around it, from the inside out."""

    url: str
    text: str
    names: tuple[str, ...]


def hidden_links(page: PageView) -> tuple[HiddenLink, ...]:
    """Every foreign address once, then what the head of the page advertises."""
    found: dict[str, HiddenLink] = {}
    rules: Mapping[str, Hiding] | None = None
    for node, url in _foreign(page):
        if rules is None:
            rules = hiding_rules(_sheets(page), page.tree.inline_scripts)
        link = _hidden(node, url, rules)
        if link is not None:
            found.setdefault(url, link)
    return (*together(found.values()), *_advertised(page))


def together(found: Collection[HiddenLink]) -> Collection[HiddenLink]:
    """So many of them leave no doubt, whatever hides them."""
    domains = {domain_of(host_of(link.url)) for link in found}
    return [replace(link, is_doubtful=False) for link in found] if len(domains) >= _SOLD_PLACES else found


def styled_links(page: PageView) -> Iterator[StyledLink]:
    """Foreign links that the page itself shows, with the names by which a stylesheet elsewhere may hide them."""
    rules: Mapping[str, Hiding] | None = None
    for node, url in _foreign(page):
        if node.tag == "iframe":
            continue
        if rules is None:
            rules = hiding_rules(_sheets(page), page.tree.inline_scripts)
        names = tuple(
            dict.fromkeys(name for each in _with_boxes(node) for name in _names(each) if name != "#None")
        )
        if names and _hiding(node, rules) is None:
            yield StyledLink(url, _text_of(node), names)


def hidden_by(link: StyledLink, hiding: Hiding) -> HiddenLink:
    sign = gambling_sign(host_of(link.url)) or injected_word(link.text)
    how = f"{hiding.how}（样式写在单独的样式表里）"
    return HiddenLink(
        url=link.url, text=link.text, how=how, sign=sign, is_doubtful=not sign and not hiding.is_stealthy
    )


def _foreign(page: PageView) -> Iterator[tuple[LexborNode, str]]:
    for node in page.tree.parser.css("a[href], area[href], iframe[src]"):
        attribute = "src" if node.tag == "iframe" else "href"
        url = page.resolver.resolve((node.attributes.get(attribute) or "").strip())
        if url.startswith(("http:", "https:")) and is_foreign(url, page.url) and not is_usual(host_of(url)):
            yield node, url


def _hidden(node: LexborNode, url: str, rules: Mapping[str, Hiding]) -> HiddenLink | None:
    hiding = _frame_hiding(node) if node.tag == "iframe" else _hiding(node, rules)
    if hiding is None:
        return None
    text = _text_of(node)
    sign = gambling_sign(host_of(url)) or injected_word(text)
    return HiddenLink(
        url=url, text=text, how=hiding.how, sign=sign, is_doubtful=not sign and not hiding.is_stealthy
    )


def _text_of(node: LexborNode) -> str:
    title = node.attributes.get("title") or ""
    return " ".join(f"{node.text()} {title}".split())[:_LONGEST_TEXT]


def _hiding(node: LexborNode, rules: Mapping[str, Hiding]) -> Hiding | None:
    """How the link or a box around it is hidden; the stealthiest way of all."""
    found: Hiding | None = None
    for each in _with_boxes(node):
        hiding = attribute_hiding(each) or next((rules[name] for name in _names(each) if name in rules), None)
        if hiding is not None and (found is None or hiding.is_stealthy):
            found = hiding
        if found is not None and found.is_stealthy:
            break
    return found


def _frame_hiding(node: LexborNode) -> Hiding | None:
    sides = [(node.attributes.get(name) or "").removesuffix("px") for name in ("width", "height")]
    if any(side in ("0", "1") for side in sides):
        return Hiding("大小为零的内嵌页面", is_stealthy=True)
    hiding = attribute_hiding(node)
    return hiding if hiding is not None and hiding.is_stealthy else None


def _with_boxes(node: LexborNode) -> Iterator[LexborNode]:
    each: LexborNode | None = node
    for _ in range(_DEPTH):
        if each is None or each.tag in ("body", "html"):
            return
        yield each
        each = each.parent


def _names(node: LexborNode) -> list[str]:
    attributes = node.attributes
    classes = [f".{name}" for name in (attributes.get("class") or "").split()]
    return [*classes, f"#{attributes.get('id')}"]


def _sheets(page: PageView) -> tuple[str, ...]:
    return tuple(node.text() for node in page.tree.parser.css("style"))


def _advertised(page: PageView) -> Iterator[HiddenLink]:
    heads = [
        ("网页标题", page.title),
        *(("网页关键词或说明", text) for name, text in page.tree.metas if name in _HEAD_METAS),
    ]
    for how, text in heads:
        sign = injected_word(text)
        if sign:
            yield HiddenLink(url=page.url, text=text[:_LONGEST_TEXT], how=how, sign=sign)
