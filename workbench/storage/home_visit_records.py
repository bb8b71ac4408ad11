"""The log of visits to home pages: added to and read, never changed, and united when files are merged."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from peewee import Select

from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.storage.record_codec import at_text
from workbench.storage.tables import HomeVisitRow
from workbench.storage.workspace_database import Row, WorkspaceDatabase

_INSERT = """INSERT OR IGNORE INTO home_visit (subject_id, url, at, device, state, status, total_ms, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_FIELDS = (
    HomeVisitRow.subject_id,
    HomeVisitRow.url,
    HomeVisitRow.at,
    HomeVisitRow.device,
    HomeVisitRow.state,
    HomeVisitRow.status,
    HomeVisitRow.total_ms,
    HomeVisitRow.reason,
)


class HomeVisitRecords:
    def __init__(self, database: WorkspaceDatabase, *, device: str) -> None:
        self._database = database
        self._device = device

    def save(self, visits: Sequence[HomeVisit]) -> None:
        """Note visits paid from this PC; when this returns they are on the disk. A visit cannot be paid again."""
        rows = [_row_of(visit, device=visit.device or self._device) for visit in visits]
        self._database.bulk(_INSERT, rows, is_durable=True)

    def of_subject(self, subject_id: UUID) -> tuple[HomeVisit, ...]:
        return self._read(HomeVisitRow.select(*_FIELDS).where(HomeVisitRow.subject_id == subject_id))

    def all(self) -> tuple[HomeVisit, ...]:
        return self._read(HomeVisitRow.select(*_FIELDS))

    def adopt(self, visits: Iterable[HomeVisit]) -> None:
        """Unite with visits from another file; one known already stays as it is."""
        self._database.bulk(_INSERT, [_row_of(visit, device=visit.device) for visit in visits])

    def _read(self, query: Select) -> tuple[HomeVisit, ...]:
        ordered = query.order_by(HomeVisitRow.at, HomeVisitRow.device, HomeVisitRow.subject_id)
        return tuple(_visit_of(row) for row in self._database.rows(ordered))


def _row_of(visit: HomeVisit, *, device: str) -> Row:
    return (
        visit.subject_id.hex,
        visit.url,
        at_text(visit.at),
        device,
        visit.state.value,
        visit.status,
        round(visit.total_s * 1000),
        visit.reason,
    )


def _visit_of(row: Row) -> HomeVisit:
    """Raises ValueError where the row is none of ours."""
    subject_id, url, at, device, state, status, total_ms, reason = row
    moment = datetime.fromisoformat(at)
    if moment.tzinfo is None:
        raise ValueError("the time of a visit names no zone")
    return HomeVisit(
        subject_id=subject_id,
        url=url,
        at=moment,
        state=VisitState(state),
        status=status,
        total_s=total_ms / 1000,
        reason=reason,
        device=device,
    )
