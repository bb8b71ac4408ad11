"""When two places are the same place: findings at one place are one problem."""

import unicodedata
from urllib.parse import urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}


def normalise_place(place: str) -> str:
    """`place` without what does not tell places apart.

    An address loses its fragment and default port, and its scheme and host are lower-cased; a path stays as it is, since
    servers tell its case apart. Any other text is NFC with single blanks.
    """
    text = " ".join(unicodedata.normalize("NFC", place).split())
    if "://" not in text:
        return text
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return text
    if not parts.hostname:
        return text
    scheme = parts.scheme.lower()
    host = parts.hostname.lower()
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != _DEFAULT_PORTS.get(scheme):
        host = f"{host}:{port}"
    return urlunsplit((scheme, host, parts.path or "/", parts.query, ""))


def is_below(place: str, prefix: str) -> bool:
    """Whether an address lies at or below another: `/news` holds `/news/1.html` and `/news?page=2`, and not `/newspaper`."""
    text, stem = normalise_place(place), normalise_place(prefix)
    if not text.startswith(stem):
        return False
    return stem.endswith(("/", "?", "&", "=")) or text[len(stem) : len(stem) + 1] in ("", "/", "?")
