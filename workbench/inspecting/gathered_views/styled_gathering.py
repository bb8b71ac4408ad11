"""Gathers the foreign links of a site and the stylesheets of its own, for hidden links that no page shows to be hidden."""

from collections.abc import Sequence

import msgspec

from workbench.domain.link import LinkKind
from workbench.inspecting.gathering import Gathering, gathers
from workbench.inspecting.subject_job import SubjectJob
from workbench.inspecting.survey_event import PageRead, SheetRead
from workbench.views.hiding_style import hiding_rules
from workbench.views.link_hiding import styled_links
from workbench.views.page_view import PageView
from workbench.views.style_links import style_references
from workbench.views.styled_site import StyledPage, StyledSite, StyleSheet
from workbench.views.url_resolver import UrlResolver

_MOST_PAGES, _MOST_LINKS = 2_000, 100
_MOST_SHEETS, _MOST_CSS_CHARS = 60, 400_000


class _Piece(msgspec.Struct):
    pages: list[StyledPage] = []
    sheets: list[StyleSheet] = []


@gathers(StyledSite)
class StyledGathering(Gathering):
    def __init__(self, job: SubjectJob) -> None:
        super().__init__(job)
        self._held = _Piece()
        self._new = _Piece()

    def take_page(self, read: PageRead, *, is_column: bool) -> None:
        if read.page is None or len(self._held.pages) >= _MOST_PAGES:
            return
        page = _styled(read.page)
        if page.links and page.sheets:
            self._held.pages.append(page)
            self._new.pages.append(page)

    def take_sheet(self, read: SheetRead) -> None:
        if len(self._held.sheets) < _MOST_SHEETS:
            sheet = _sheet(read)
            self._held.sheets.append(sheet)
            self._new.sheets.append(sheet)

    def view_for(self, check_id: str) -> StyledSite:
        return StyledSite(tuple(self._held.pages), tuple(self._held.sheets))

    def take_piece(self) -> bytes:
        new, self._new = self._new, _Piece()
        return msgspec.msgpack.encode(new)

    def take_up(self, pieces: Sequence[bytes]) -> None:
        for body in pieces:
            piece = msgspec.msgpack.decode(body, type=_Piece)
            self._held.pages += piece.pages
            self._held.sheets += piece.sheets


def _styled(page: PageView) -> StyledPage:
    sheets = dict.fromkeys(link.url for link in page.links if link.kind is LinkKind.STYLE)
    return StyledPage(page.url, tuple(sheets), tuple(styled_links(page))[:_MOST_LINKS] if sheets else ())


def _sheet(read: SheetRead) -> StyleSheet:
    css = read.css[:_MOST_CSS_CHARS]
    resolver = UrlResolver(read.url, charset="utf-8")
    imports = tuple(resolver.resolve(raw) for raw, is_import in style_references(css) if is_import)
    return StyleSheet(read.url, hiding_rules((css,), ()), imports)
