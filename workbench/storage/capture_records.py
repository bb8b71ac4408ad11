"""Saved pages: what was fetched, when, and from where, for review offline and as evidence."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from workbench.domain.capture import Capture
from workbench.storage.blob_records import BlobRecords
from workbench.storage.record_codec import at_text, to_json
from workbench.storage.run_records import RunRecords
from workbench.storage.tables import BlobRow, CaptureRow, UrlRow
from workbench.storage.url_records import hash_of_url, number_urls
from workbench.storage.workspace_database import Row, WorkspaceDatabase

_LISTING = (
    CaptureRow.id,
    UrlRow.text,
    CaptureRow.final_url,
    CaptureRow.status,
    CaptureRow.at,
    BlobRow.size,
    CaptureRow.has_personal_data,
)

CaptureMark = tuple[UUID, str, str, str | None, int]
"""Subject, address, digest of the body, time as text, and 1 for a part of other pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """A line of the list of saved pages; the page itself is read by its number."""

    id: int
    url: str
    final_url: str
    status: int | None
    at: datetime | None
    size_bytes: int
    has_personal_data: bool = False


class CaptureRecords:
    def __init__(self, database: WorkspaceDatabase, runs: RunRecords, blobs: BlobRecords) -> None:
        self._database = database
        self._runs = runs
        self._blobs = blobs

    def save(
        self, subject_id: UUID, capture: Capture, *, run: int | None = None, is_asset: bool = False
    ) -> int:
        """Keep a page for good, or what is a part of pages; the same bytes are kept once."""
        visit = None if run is None else self._runs.visit(run, subject_id)
        return self.save_at(visit, subject_id, capture, is_asset=is_asset)

    def save_at(
        self, visit: int | None, subject_id: UUID, capture: Capture, *, is_asset: bool = False
    ) -> int:
        digest = self._blobs.keep(capture.body)
        with self._database.writing(is_durable=False):
            url = number_urls(self._database, [capture.url])[capture.url]
            told_before = self._same(visit, subject_id, capture, url=url, digest=digest, is_asset=is_asset)
            if told_before is not None:
                return told_before
            row = {
                "subject_id": subject_id,
                "visit": visit,
                "url": url,
                "final_url": capture.final_url,
                "status": capture.status,
                "headers": to_json(capture.headers),
                "body_digest": digest,
                "at": at_text(capture.at) if capture.at else None,
                "is_asset": int(is_asset),
                "has_personal_data": int(capture.has_personal_data),
            }
            return self._database.insert(CaptureRow.insert(row))

    def _same(
        self,
        visit: int | None,
        subject_id: UUID,
        capture: Capture,
        *,
        url: int,
        digest: str,
        is_asset: bool,
    ) -> int | None:
        """The same answer, told once more after a kill."""
        if visit is None or capture.at is None:
            return None
        query = CaptureRow.select(CaptureRow.id).where(
            CaptureRow.subject_id == subject_id,
            CaptureRow.url == url,
            CaptureRow.visit == visit,
            CaptureRow.body_digest == digest,
            CaptureRow.at == at_text(capture.at),
            CaptureRow.is_asset == int(is_asset),
        )
        rows = self._database.rows(query)
        return int(rows[0][0]) if rows else None

    def marks(self) -> dict[CaptureMark, tuple[int, int | None]]:
        """Every saved page and part by what tells it from others, with its number and its visit."""
        query = CaptureRow.select(
            CaptureRow.subject_id,
            UrlRow.text,
            CaptureRow.body_digest,
            CaptureRow.at,
            CaptureRow.is_asset,
            CaptureRow.id,
            CaptureRow.visit,
        ).join(UrlRow)
        return {tuple(row[:5]): (row[5], row[6]) for row in self._database.rows(query)}

    def pages(self, subject_id: UUID) -> tuple[SavedPage, ...]:
        """The saved pages of a subject, of each address the one saved last."""
        query = (
            CaptureRow.select(*_LISTING)
            .join(UrlRow)
            .switch(CaptureRow)
            .left_outer_join(BlobRow)
            .where(CaptureRow.subject_id == subject_id, CaptureRow.is_asset == 0)
            .order_by(CaptureRow.id)
        )
        latest = {row[1]: row for row in self._database.rows(query)}
        return tuple(_page_of(row) for row in sorted(latest.values()))

    def latest_at(self, urls: Collection[str]) -> SavedPage | None:
        """The page saved last at one of these addresses, whatever subject it was saved for."""
        query = (
            CaptureRow.select(*_LISTING)
            .join(UrlRow)
            .switch(CaptureRow)
            .left_outer_join(BlobRow)
            .where(
                UrlRow.hash.in_([hash_of_url(url) for url in urls]),
                UrlRow.text.in_(list(urls)),
                CaptureRow.is_asset == 0,
            )
            .order_by(CaptureRow.id.desc())
            .limit(1)
        )
        rows = self._database.rows(query)
        return _page_of(rows[0]) if rows else None

    def read(self, capture_id: int) -> Capture | None:
        """The page of that number; None where the file holds no bodies, as a backup does."""
        query = (
            CaptureRow.select(
                UrlRow.text,
                CaptureRow.final_url,
                CaptureRow.status,
                CaptureRow.headers,
                CaptureRow.at,
                CaptureRow.has_personal_data,
                CaptureRow.body_digest,
            )
            .join(UrlRow)
            .where(CaptureRow.id == capture_id)
        )
        rows = self._database.rows(query)
        body = self._blobs.read(rows[0][-1]) if rows else None
        return None if body is None else _capture_of(rows[0], body)


def _page_of(row: Row) -> SavedPage:
    capture_id, url, final_url, status, at, size, has_personal_data = row
    return SavedPage(
        id=capture_id,
        url=url,
        final_url=final_url,
        status=status,
        at=datetime.fromisoformat(at) if at else None,
        size_bytes=size or 0,
        has_personal_data=bool(has_personal_data),
    )


def _capture_of(row: Row, body: bytes) -> Capture:
    url, final_url, status, headers, at, has_personal_data, _ = row
    return Capture(
        url=url,
        final_url=final_url,
        status=status,
        headers=msgspec.json.decode(headers, type=tuple[tuple[str, str], ...]),
        body=body,
        at=datetime.fromisoformat(at) if at else None,
        has_personal_data=bool(has_personal_data),
    )
