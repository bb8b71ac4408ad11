"""Stylesheets and pictures of saved pages: kept once, with the pages that ask for them."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from workbench.domain.capture import Capture
from workbench.storage.capture_records import CaptureRecords
from workbench.storage.tables import CaptureRow, PageAssetRow, UrlRow
from workbench.storage.workspace_database import WorkspaceDatabase

_INSERT = "INSERT OR IGNORE INTO page_asset (page_id, asset_id) VALUES (?, ?)"


class PageAssetRecords:
    def __init__(self, database: WorkspaceDatabase, captures: CaptureRecords) -> None:
        self._database = database
        self._captures = captures

    def save(
        self, subject_id: UUID, asset: Capture, *, pages: Collection[str], run: int | None = None
    ) -> int:
        """Keep what the pages saved last at these addresses ask for; its number."""
        with self._database.writing(is_durable=False):
            number = self._captures.save(subject_id, asset, run=run, is_asset=True)
            latest = {page.url: page.id for page in self._captures.pages(subject_id)} if pages else {}
            pairs = [(latest[url], number) for url in pages if url in latest]
            self._database.bulk(_INSERT, pairs)
            return number

    def of_page(self, capture_id: int) -> dict[str, int]:
        """By address the numbers of what is kept of the page's parts."""
        query = (
            PageAssetRow.select(UrlRow.text, CaptureRow.id)
            .join(CaptureRow, on=(PageAssetRow.asset == CaptureRow.id))
            .join(UrlRow)
            .where(PageAssetRow.page == capture_id)
            .order_by(CaptureRow.id)
        )
        return dict(self._database.rows(query))

    def all(self) -> tuple[tuple[int, int], ...]:
        """Every page with every part, by number."""
        query = PageAssetRow.select(PageAssetRow.page, PageAssetRow.asset)
        return tuple((page, asset) for page, asset in self._database.rows(query))

    def adopt(self, pairs: Iterable[tuple[int, int]], here: Mapping[int, int]) -> None:
        """Take over what belongs together in another file; `here` gives the numbers in this one."""
        known = [(here[page], here[asset]) for page, asset in pairs if page in here and asset in here]
        self._database.bulk(_INSERT, known)
