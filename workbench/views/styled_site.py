"""A site's foreign links together with the stylesheets of its own that may hide them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.views.hiding_style import Hiding
from workbench.views.link_hiding import HiddenLink, StyledLink, hidden_by, together


@dataclass(frozen=True, slots=True)
class StyledPage:
    """`sheets` are the addresses of the stylesheets the page asks for."""

    url: str
    sheets: tuple[str, ...]
    links: tuple[StyledLink, ...]


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """`hiding` is class or id to how it is hidden; `imports` are further stylesheets."""

    url: str
    hiding: Mapping[str, Hiding]
    imports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HiddenOnPages:
    """The same hidden links on these pages, in the order of their addresses."""

    links: tuple[HiddenLink, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True)
class StyledSite:
    pages: tuple[StyledPage, ...]
    sheets: tuple[StyleSheet, ...]

    @cached_property
    def hidden(self) -> tuple[HiddenOnPages, ...]:
        pages: dict[tuple[HiddenLink, ...], list[str]] = {}
        for page in self.pages:
            links = tuple(together(tuple(self._hidden_on(page))))
            if links:
                pages.setdefault(links, []).append(page.url)
        return tuple(HiddenOnPages(links, tuple(sorted(held))) for links, held in pages.items())

    def _hidden_on(self, page: StyledPage) -> Iterator[HiddenLink]:
        rules = self._rules_of(page.sheets)
        for link in {link.url: link for link in reversed(page.links)}.values() if rules else ():
            ways = [rules[name] for name in link.names if name in rules]
            if ways:
                yield hidden_by(link, next((way for way in ways if way.is_stealthy), ways[0]))

    def _rules_of(self, sheets: Iterable[str]) -> dict[str, Hiding]:
        """Those of the sheets and of what they import."""
        waiting, seen = list(sheets), set[str]()
        rules: dict[str, Hiding] = {}
        while waiting:
            sheet = self._by_url.get(waiting.pop())
            if sheet is not None and sheet.url not in seen:
                seen.add(sheet.url)
                rules |= sheet.hiding
                waiting += sheet.imports
        return rules

    @cached_property
    def _by_url(self) -> Mapping[str, StyleSheet]:
        return {sheet.url: sheet for sheet in self.sheets}
