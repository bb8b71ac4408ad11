"""Runs of the checks and their visits: which subject each has been through, so that a stopped run can go on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

import msgspec
from peewee import Node, fn

from workbench.storage.record_codec import at_text, to_json
from workbench.storage.tables import LinkRow, OutcomeRow, RunRow, SightingRow, VisitRow
from workbench.storage.workspace_database import Row, WorkspaceDatabase

_FIELDS = (
    RunRow.id,
    RunRow.uid,
    RunRow.number,
    RunRow.device,
    RunRow.checks,
    RunRow.started_at,
    RunRow.ended_at,
    RunRow.is_recheck,
    RunRow.subjects,
)

_VISIT = "SELECT id FROM visit WHERE run_id = ? AND subject_id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run; `checks` is empty where all ran, `subjects` (their codes) where it was for all. `number` and `uid` order runs of
    several PCs without looking at clocks.

    A recheck has looked only at what its outcomes name.
    """

    id: int
    uid: UUID
    number: int
    device: str
    checks: tuple[str, ...]
    started_at: datetime
    ended_at: datetime | None
    is_recheck: bool = False
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One run at one subject; `ended_at` is None while the run is at it, or was stopped there."""

    id: int
    run: int
    subject_id: UUID
    ended_at: datetime | None


class RunRecords:
    def __init__(self, database: WorkspaceDatabase, *, device: str) -> None:
        self._database = database
        self._device = device

    def begin_run(
        self, *, checks: Sequence[str] = (), subjects: Sequence[str] = (), is_recheck: bool = False
    ) -> int:
        with self._database.writing():
            highest = self._database.rows(RunRow.select(fn.MAX(RunRow.number)))[0][0] or 0
            row = {
                "uid": uuid4(),
                "number": highest + 1,
                "device": self._device,
                "checks": to_json(list(checks)),
                "started_at": at_text(datetime.now(UTC)),
                "is_recheck": int(is_recheck),
                "subjects": to_json(list(subjects)),
            }
            return self._database.insert(RunRow.insert(row))

    def end_run(self, run: int) -> None:
        self._database.run(RunRow.update(ended_at=at_text(datetime.now(UTC))).where(RunRow.id == run))

    def runs(self) -> tuple[Run, ...]:
        """Every run, the latest first."""
        query = RunRow.select(*_FIELDS).order_by(RunRow.number.desc(), RunRow.uid.desc())
        return tuple(_run_of(row) for row in self._database.rows(query))

    def visits(self) -> tuple[Visit, ...]:
        query = VisitRow.select(VisitRow.id, VisitRow.run, VisitRow.subject_id, VisitRow.ended_at)
        return tuple(
            Visit(id=number, run=run, subject_id=subject, ended_at=_time(ended_at))
            for number, run, subject, ended_at in self._database.rows(query.order_by(VisitRow.id))
        )

    def adopt_run(self, run: Run) -> int:
        """The number here of a run from another file."""
        with self._database.writing():
            rows = self._database.rows(RunRow.select(RunRow.id).where(RunRow.uid == run.uid))
            if rows:
                return int(rows[0][0])
            row = {
                "uid": run.uid,
                "number": run.number,
                "device": run.device,
                "checks": to_json(run.checks),
                "started_at": at_text(run.started_at),
                "ended_at": at_text(run.ended_at) if run.ended_at else None,
                "is_recheck": int(run.is_recheck),
                "subjects": to_json(run.subjects),
            }
            return self._database.insert(RunRow.insert(row))

    def adopt_visit(self, theirs: Visit, *, run: int) -> tuple[int, bool]:
        """The number here of a visit from another file, and whether what it found is news: it is unless this file
        has the same visit, at least as far.
        """
        with self._database.writing():
            query = VisitRow.select(VisitRow.ended_at).where(
                VisitRow.run == run, VisitRow.subject_id == theirs.subject_id
            )
            rows = self._database.rows(query)
            is_news = not rows or (rows[0][0] is None and theirs.ended_at is not None)
            if is_news:
                self.begin_subject(run, theirs.subject_id)
            visit = self.visit(run, theirs.subject_id)
            if is_news and theirs.ended_at:
                self._end_visit(visit, theirs.ended_at)
            return visit, is_news

    def begin_subject(self, run: int, subject_id: UUID) -> None:
        """Start on a subject; what an interrupted visit of the same run had left is dropped and found again."""
        with self._database.writing(is_durable=False):
            visit = self.visit(run, subject_id)
            for table in (LinkRow, OutcomeRow, SightingRow):
                self._database.run(table.delete().where(table.visit == visit))
            self._database.run(VisitRow.update(ended_at=None).where(VisitRow.id == visit))

    def end_subject(self, run: int, subject_id: UUID) -> None:
        """The subject is through: a resumed run passes it by."""
        with self._database.writing(is_durable=False):
            self._end_visit(self.visit(run, subject_id), datetime.now(UTC))

    def done_subjects(self, run: int) -> set[UUID]:
        query = VisitRow.select(VisitRow.subject_id).where(
            VisitRow.run == run, VisitRow.ended_at.is_null(False)
        )
        return {row[0] for row in self._database.rows(query)}

    def visit(self, run: int, subject_id: UUID) -> int:
        """The number of this run's visit to the subject, made where there is none yet."""
        with self._database.writing(is_durable=False):
            # Asked with every batch of a run: to put the query together anew would take longer than to answer it.
            rows = self._database.sql_rows(_VISIT, (run, subject_id.hex))
            if rows:
                return int(rows[0][0])
            return self._database.insert(VisitRow.insert({"run": run, "subject_id": subject_id}))

    def latest_visit(self, subject_id: UUID, *, where: Iterable[Node] = ()) -> int | None:
        """The subject's visit by the latest run, of those that meet the conditions; rechecks are no such runs."""
        query = (
            VisitRow.select(VisitRow.id)
            .join(RunRow)
            .where(VisitRow.subject_id == subject_id, RunRow.is_recheck == 0, *where)
            .order_by(RunRow.number.desc(), RunRow.uid.desc())
            .limit(1)
        )
        rows = self._database.rows(query)
        return int(rows[0][0]) if rows else None

    def _end_visit(self, visit: int, at: datetime) -> None:
        self._database.run(VisitRow.update(ended_at=at_text(at)).where(VisitRow.id == visit))

    def ranks(self) -> dict[int, int]:
        """The place of every run in the order of runs, by its number in this file."""
        query = RunRow.select(RunRow.id).order_by(RunRow.number, RunRow.uid)
        return {row[0]: rank for rank, row in enumerate(self._database.rows(query))}


def _run_of(row: Row) -> Run:
    run_id, uid, number, device, checks, started_at, ended_at, is_recheck, subjects = row
    return Run(
        id=run_id,
        uid=uid,
        number=number,
        device=device,
        checks=tuple(msgspec.json.decode(checks, type=list[str])),
        started_at=datetime.fromisoformat(started_at),
        ended_at=_time(ended_at),
        is_recheck=bool(is_recheck),
        subjects=tuple(msgspec.json.decode(subjects, type=list[str])),
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
