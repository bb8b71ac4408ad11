"""The form in which an address from a person or the register is asked for."""

import re

from workbench.views.url_resolver import UrlResolver

# `localhost:8080` is a host with its port, `mailto:x` is not.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
_RESOLVER = UrlResolver("", charset="utf-8")


def as_asked(address: str) -> str:
    """Absolute, in ASCII, without fragment and usual port; `http://` where no scheme is written."""
    text = address.strip()
    if not _SCHEME.match(text) and not text.startswith("//"):
        text = f"http://{text}"
    return _RESOLVER.resolve(text)
