"""The parsed page: one parse per page, with what is asked of it by selector."""

from functools import cached_property

from selectolax.lexbor import LexborHTMLParser

from workbench.views.html_guard import bounded


class PageTree:
    """A browser with scripts on sees noscript as text; so does this tree."""

    def __init__(self, text: str, *, utf8: bytes = b"") -> None:
        """`utf8` is the same text as bytes, where somebody has them: the parser reads nothing else."""
        safe = bounded(text)
        written = utf8 if utf8 and safe is text else safe.encode("utf-8", "ignore")
        self.parser = LexborHTMLParser(written, scripting=True)

    @cached_property
    def title(self) -> str:
        node = self.parser.css_first("title")
        return " ".join(node.text().split()) if node is not None else ""

    @cached_property
    def base_href(self) -> str:
        node = self.parser.css_first("base[href]")
        return ((node.attributes.get("href") if node is not None else "") or "").strip()

    @cached_property
    def metas(self) -> tuple[tuple[str, str], ...]:
        """Name (or property, itemprop, http-equiv) in lower case and content of every meta tag that has both."""
        found = []
        for node in self.parser.css("meta[content]"):
            attributes = node.attributes
            names = (attributes.get(key) for key in ("name", "property", "itemprop", "http-equiv"))
            name = next((name for name in names if name), "")
            if name:
                found.append((name.strip().lower(), (attributes.get("content") or "").strip()))
        return tuple(found)

    @cached_property
    def inline_scripts(self) -> tuple[str, ...]:
        """The text of every script that carries its code or data in the page."""
        nodes = self.parser.css("script:not([src])")
        return tuple(text for node in nodes if (text := node.text()).strip())
