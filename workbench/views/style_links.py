"""The addresses a stylesheet asks for: in its own file, in a style element, in a style attribute."""

import re
from collections.abc import Iterator

from workbench.domain.link import LinkKind
from workbench.views.link_kind import link_kind

_QUOTED = r"\"(?:\\.|[^\"\\\n])*+\"|'(?:\\.|[^'\\\n])*+'"
_BARE = r"(?:\\.|[^\\\"'()\s])*+"
_ADDRESS = rf"url\(\s*+(?P<{{name}}>{_QUOTED}|{_BARE})\s*+\)"
# What stands in a comment or in any other string is passed over, whatever it looks like.
_TOKEN = re.compile(
    rf"/\*.*?\*/|@import\s*+(?:{_ADDRESS.format(name='import_url')}|(?P<import_text>{_QUOTED}))"
    rf"|{_ADDRESS.format(name='url')}"
    rf"|image-set\((?P<set>(?:[^()\"']|{_QUOTED}|\([^()]*\))*+)\)"
    rf"|{_QUOTED}",
    re.IGNORECASE | re.DOTALL,
)
_OF_A_SET = re.compile(rf"{_ADDRESS.format(name='url')}|type\([^()]*\)|(?P<text>{_QUOTED})", re.IGNORECASE)
_FONT = re.compile(r"\.(?:woff2?|ttf|eot|otf)(?:$|[?])", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_LAST_CHARACTER = 0x10FFFF
# What an inlined drawing refers to lies in the drawing.
_NOTHING_TO_ASK_FOR = ("#", "data:", "about:", "blob:")


def style_references(css: str) -> Iterator[tuple[str, bool]]:
    """Every reference, unescaped, and whether it is another stylesheet; each once."""
    told: set[str] = set()
    for written, is_import in _written(css):
        raw = _unescaped(written)
        if raw and raw not in told and not raw.lower().startswith(_NOTHING_TO_ASK_FOR):
            told.add(raw)
            yield raw, is_import


def style_kind(url: str, *, is_import: bool) -> LinkKind:
    """A font is of no kind of its own; what has no telling name is a picture, as nearly all of it is."""
    if is_import:
        return LinkKind.STYLE
    if _FONT.search(url):
        return LinkKind.OTHER
    kind = link_kind("a", url)
    return LinkKind.IMAGE if kind is LinkKind.PAGE else kind


def _written(css: str) -> Iterator[tuple[str, bool]]:
    for found in _TOKEN.finditer(css):
        if found["import_url"] or found["import_text"]:
            yield found["import_url"] or found["import_text"], True
        elif found["url"]:
            yield found["url"], False
        elif found["set"]:
            candidates = (each["url"] or each["text"] for each in _OF_A_SET.finditer(found["set"]))
            yield from ((written, False) for written in candidates if written)


def _unescaped(written: str) -> str:
    text = written[1:-1] if written[0] in "\"'" else written
    return _ESCAPE.sub(_character, text).strip() if "\\" in text else text.strip()


def _character(found: re.Match[str]) -> str:
    if found[2]:
        return "" if found[2] == "\n" else found[2]
    number = int(found[1], 16)
    return chr(number) if 0 < number <= _LAST_CHARACTER else "\ufffd"
