"""Pages that arrive as if all were well and say that something is wrong: not found, broken, moved away, or nothing at all."""

import re

from workbench.views.page_words import pattern_of, words_of

# An article may quote an error message; an error page has little else to say.
_SHORT_PAGE = 600
_EDGES = re.compile(r"^[\s\-_|·:：!！。.]+|[\s\-_|·:：!！。.]+$")


def soft_error_words(title: str, text: str) -> str:
    """The words of the page that say it is an error, or an empty text."""
    bare_title = _EDGES.sub("", title).lower()
    if bare_title in words_of("soft_errors", "titles"):
        return title
    phrases = pattern_of("soft_errors", "phrases")
    found = phrases.search(title) if len(title) < 60 else None
    if found is None and len(text) <= _SHORT_PAGE:
        found = phrases.search(text)
    return found[0] if found else ""


def moved_words(title: str, text: str) -> str:
    """The words of a short page that say the site has moved, closed or is being rebuilt, or an empty text."""
    if len(text) > _SHORT_PAGE:
        return ""
    found = pattern_of("soft_errors", "moved").search(f"{title} {text}")
    return found[0] if found else ""
