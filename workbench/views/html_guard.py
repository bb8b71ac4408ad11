"""Bounds a hostile page before it is parsed: the HTML rules have steps that are quadratic in depth, attributes and open tags."""

import re
from collections import defaultdict

MAX_CHARS = 3_000_000
# Browsers stop nesting at 512 elements.
MAX_DEPTH = 1_000
# A tag costs one, and one more for every formatting tag left open, since each new block repeats them all.
MAX_COST = 90_000
# Pages this small and this plain cannot hurt and are not looked through.
_HARMLESS_TAGS = 1_000
_LONG_TAG = 600
_MANY_ATTRIBUTES = 150
_KEPT_HEAD, _KEPT_TAIL = 500, 100

_DATA_URI = re.compile(r"data:[^\s\"'()<>]{2000,}")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
# Not `a` and `nobr`: a second one closes the first.
_FORMATTING = frozenset({"b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"})
_NEVER_DEEP = frozenset(
    {
        "a",
        "nobr",
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
    }
    | {
        "track",
        "wbr",
        "p",
        "li",
        "dd",
        "dt",
        "option",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "html",
        "head",
    }
    | {"body", "script", "style", "title"}
)


def bounded(text: str) -> str:
    """The page as it is, or what of it can be parsed in bounded time and memory."""
    if len(text) > MAX_CHARS:
        text = _DATA_URI.sub("data:,", text)[:MAX_CHARS]
    text = _with_short_tags(text)
    if text.count("<") > _HARMLESS_TAGS:
        text = text[: _safe_length(text)]
    return text


def _with_short_tags(text: str) -> str:
    if not _has_long_piece(text):
        return text
    return ">".join(piece if len(piece) <= _LONG_TAG else _shortened(piece) for piece in text.split(">"))


def _has_long_piece(text: str) -> bool:
    """Whether there is a stretch without `>` longer than a tag should be; leaps, since most pages have none."""
    end = -1
    while end + _LONG_TAG < len(text) - 1:
        reached = text.rfind(">", end + 1, end + _LONG_TAG + 2)
        if reached < 0:
            return True
        end = reached
    return False


def _shortened(piece: str) -> str:
    """`piece` without most of a tag's attributes where it has absurdly many; the end stays, so that quotes close."""
    found = _TAG.search(piece)
    if found is None:
        return piece
    tag = piece[found.start() :]
    attributes = max(tag.count("="), tag.count("/"), len(tag.split()))
    if len(tag) <= _LONG_TAG or attributes <= _MANY_ATTRIBUTES or not _is_many_attributes(tag):
        return piece
    return piece[: found.start()] + tag[:_KEPT_HEAD] + tag[-_KEPT_TAIL:]


def _is_many_attributes(tag: str) -> bool:
    """Whether the weight of the tag lies outside quoted values: a long style or drawing is one attribute."""
    return len(re.sub(r"\"[^\"]*\"|'[^']*'", '""', tag)) > _LONG_TAG


def _safe_length(text: str) -> int:
    depth = cost = open_formatting = 0
    formatting: dict[str, int] = defaultdict(int)
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        step = -1 if tag[1] else 1
        if name in _FORMATTING:
            held = formatting[name]
            formatting[name] = max(0, held + step)
            open_formatting += formatting[name] - held
        if name not in _NEVER_DEEP:
            depth = max(0, depth + step)
        cost += 1 + open_formatting
        if depth > MAX_DEPTH or cost > MAX_COST:
            return tag.start()
    return len(text)
