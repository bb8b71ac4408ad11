"""The addresses a stylesheet asks for: in its own file, in a style element, in a style attribute."""

import re
from collections.abc import Iterator

from workbench.domain.link import LinkKind
from workbench.views.link_kind import link_kind

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"@import\s+(?:url\(\s*)?[\"']?([^\"'()\s;]+)", re.IGNORECASE)
_URL = re.compile(r"url\(\s*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\"'()\s]*))\s*\)", re.IGNORECASE)
_FONT = re.compile(r"\.(?:woff2?|ttf|eot|otf)(?:$|[?])", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([()'\" ])")
# What an inlined drawing refers to lies in the drawing.
_NOTHING_TO_ASK_FOR = ("#", "data:", "about:", "blob:")


def style_references(css: str) -> Iterator[tuple[str, bool]]:
    """Every reference as written, and whether it is another stylesheet."""
    text = _COMMENT.sub(" ", css)
    imported = {found[1] for found in _IMPORT.finditer(text)}
    yield from ((raw, True) for raw in sorted(imported))
    for found in _URL.finditer(text):
        raw = _ESCAPE.sub(r"\1", found[1] or found[2] or found[3] or "").strip()
        if raw and raw not in imported and not raw.lower().startswith(_NOTHING_TO_ASK_FOR):
            yield raw, False


def style_kind(url: str, *, is_import: bool) -> LinkKind:
    """A font is of no kind of its own; what has no telling name is a picture, as nearly all of it is."""
    if is_import:
        return LinkKind.STYLE
    if _FONT.search(url):
        return LinkKind.OTHER
    kind = link_kind("a", url)
    return LinkKind.IMAGE if kind is LinkKind.PAGE else kind
