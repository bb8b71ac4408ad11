"""How each check ended on each subject: fine, found, unsure, crashed or skipped."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from peewee import Case, fn

from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.place import normalise_place
from workbench.storage.record_codec import at_text, to_json
from workbench.storage.run_records import RunRecords, Visit
from workbench.storage.tables import OutcomeRow, RunRow, VisitRow
from workbench.storage.workspace_database import Row, WorkspaceDatabase

_UPSERT = """INSERT INTO check_outcome (visit_id, check_id, target, state, reason, at, proof)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (visit_id, check_id, target) DO UPDATE SET
        state = excluded.state, reason = excluded.reason, at = excluded.at, proof = excluded.proof"""
_FIELDS = (
    OutcomeRow.check_id,
    OutcomeRow.target,
    OutcomeRow.state,
    OutcomeRow.reason,
    OutcomeRow.at,
    OutcomeRow.proof,
)
_NOT_LOOKED = ("crashed", "skipped")


class OutcomeRecords:
    def __init__(self, database: WorkspaceDatabase, runs: RunRecords) -> None:
        self._database = database
        self._runs = runs

    def save(self, run: int, subject_id: UUID, outcomes: Sequence[CheckOutcome]) -> None:
        self.save_at(self._runs.visit(run, subject_id), outcomes)

    def save_at(self, visit: int, outcomes: Sequence[CheckOutcome]) -> None:
        self._database.bulk(_UPSERT, [_row_of(visit, outcome) for outcome in outcomes])

    def of_visit(self, visit: Visit) -> tuple[CheckOutcome, ...]:
        query = OutcomeRow.select(*_FIELDS).where(OutcomeRow.visit == visit.id)
        return tuple(_outcome_of(visit.subject_id, row) for row in self._database.rows(query))

    def latest(self, subject_id: UUID) -> tuple[CheckOutcome, ...]:
        """For every check what it said in the latest visit in which it ran; of a target looked at again since, that."""
        ranks = self._runs.ranks()
        query = (
            OutcomeRow.select(
                *_FIELDS,
                VisitRow.run,
                RunRow.is_recheck,
            )
            .join(VisitRow)
            .join(RunRow)
            .where(VisitRow.subject_id == subject_id)
            .order_by(OutcomeRow.check_id, OutcomeRow.target)
        )
        rows = [(row[:-2], ranks[row[-2]], row[-1]) for row in self._database.rows(query)]
        latest: dict[str, int] = {}
        for row, rank, is_recheck in rows:
            if not is_recheck:
                latest[row[0]] = max(rank, latest.get(row[0], -1))
        held = {row[:2]: row for row, rank, _ in rows if rank == latest.get(row[0])}
        for row, rank, is_recheck in sorted(rows, key=lambda entry: entry[1]):
            if is_recheck and row[:2] in held and rank > latest[row[0]]:
                held[row[:2]] = row
        return tuple(_outcome_of(subject_id, row) for row in held.values())

    def latest_whole_ranks(self, subject_id: UUID | None = None) -> dict[tuple[UUID, str], int]:
        """By subject and check the rank of the latest run that went through the subject with that check unhindered.

        Where a part crashed or was skipped nothing follows from what was not found.
        """
        hindered = fn.SUM(Case(None, [(OutcomeRow.state.in_(_NOT_LOOKED), 1)], 0))
        query = (
            OutcomeRow.select(VisitRow.subject_id, OutcomeRow.check_id, VisitRow.run)
            .join(VisitRow)
            .join(RunRow)
            .where(VisitRow.ended_at.is_null(False), RunRow.is_recheck == 0)
            .group_by(OutcomeRow.visit, OutcomeRow.check_id)
            .having(hindered == 0)
        )
        if subject_id is not None:
            query = query.where(VisitRow.subject_id == subject_id)
        ranks = self._runs.ranks()
        latest: dict[tuple[UUID, str], int] = {}
        for subject, check, run in self._database.rows(query):
            latest[subject, check] = max(ranks[run], latest.get((subject, check), -1))
        return latest

    def rechecked_ranks(self, subject_id: UUID | None = None) -> dict[tuple[UUID, str, str], int]:
        """By subject, check and normalised place the rank of the latest recheck that looked at just this place."""
        query = (
            OutcomeRow.select(VisitRow.subject_id, OutcomeRow.check_id, OutcomeRow.target, VisitRow.run)
            .join(VisitRow)
            .join(RunRow)
            .where(
                VisitRow.ended_at.is_null(False),
                RunRow.is_recheck == 1,
                OutcomeRow.state.not_in(_NOT_LOOKED),
            )
        )
        if subject_id is not None:
            query = query.where(VisitRow.subject_id == subject_id)
        ranks = self._runs.ranks()
        latest: dict[tuple[UUID, str, str], int] = {}
        for subject, check, target, run in self._database.rows(query):
            key = (subject, check, normalise_place(target))
            latest[key] = max(ranks[run], latest.get(key, -1))
        return latest


def _row_of(visit: int, outcome: CheckOutcome) -> Row:
    at = at_text(outcome.at) if outcome.at else None
    proof = to_json(outcome.proof)
    return (visit, outcome.check, outcome.target, outcome.state.value, outcome.reason, at, proof)


def _outcome_of(subject_id: UUID, row: Row) -> CheckOutcome:
    check, target, state, reason, at, proof = row
    return CheckOutcome(
        subject_id=subject_id,
        check=check,
        target=target,
        state=CheckEnd(state),
        reason=reason,
        at=datetime.fromisoformat(at) if at else None,
        proof=msgspec.json.decode(proof, type=tuple[tuple[str, str], ...]),
    )
