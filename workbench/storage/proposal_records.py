"""What the checks propose: one row per problem however often it is found, and which visits found it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from workbench.domain.finding import Category, Finding, Source
from workbench.domain.place import normalise_place
from workbench.storage.outcome_records import OutcomeRecords
from workbench.storage.record_codec import at_text, to_json
from workbench.storage.row_batches import in_batches
from workbench.storage.run_records import RunRecords
from workbench.storage.tables import ProposalRow, SightingRow, VisitRow
from workbench.storage.workspace_database import Row, WorkspaceDatabase

_UPSERT = """INSERT INTO proposal
    (id, subject_id, rule, place, count, excerpt, note, element, category, check_id, aspect, proof, at, visit_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        rule = excluded.rule, place = excluded.place, count = excluded.count, excerpt = excluded.excerpt,
        note = excluded.note, element = excluded.element, category = excluded.category,
        check_id = excluded.check_id, aspect = excluded.aspect, proof = excluded.proof, at = excluded.at,
        visit_id = excluded.visit_id
    WHERE proposal.subject_id = excluded.subject_id"""
_INSERT_SIGHTING = "INSERT OR IGNORE INTO sighting (proposal_id, visit_id) VALUES (?, ?)"

_FIELDS = (
    ProposalRow.id,
    ProposalRow.subject_id,
    ProposalRow.rule,
    ProposalRow.place,
    ProposalRow.count,
    ProposalRow.excerpt,
    ProposalRow.note,
    ProposalRow.element,
    ProposalRow.category,
    ProposalRow.check_id,
    ProposalRow.aspect,
    ProposalRow.proof,
    ProposalRow.at,
)


class ProposalRecords:
    def __init__(self, database: WorkspaceDatabase, runs: RunRecords, outcomes: OutcomeRecords) -> None:
        self._database = database
        self._runs = runs
        self._outcomes = outcomes

    def save(self, run: int, subject_id: UUID, findings: Sequence[Finding]) -> None:
        """Note that this run's visit found these; one known already gets the present words."""
        if any(not finding.is_proposal or finding.subject_id != subject_id for finding in findings):
            raise ValueError("only the subject's own proposals come from a run of the checks")
        visit = self._runs.visit(run, subject_id)
        for batch in in_batches(findings):
            packed = [_row_of(finding) for finding in batch]
            with self._database.writing(is_durable=False):
                self._database.bulk(_UPSERT, [(*row, visit) for row in packed])
                self._database.bulk(_INSERT_SIGHTING, [(row[0], visit) for row in packed])

    def worded_at(self) -> dict[UUID, tuple[Finding, int]]:
        """Every proposal with the visit whose words it has."""
        query = ProposalRow.select(*_FIELDS, ProposalRow.visit)
        return {row[0]: (_finding_of(row[:-1], is_seen=True), row[-1]) for row in self._database.rows(query)}

    def sightings(self) -> tuple[tuple[UUID, int], ...]:
        """Which proposal was found by which visit."""
        query = SightingRow.select(SightingRow.proposal, SightingRow.visit)
        return tuple((proposal, visit) for proposal, visit in self._database.rows(query))

    def adopt(self, proposals: Iterable[tuple[Finding, int]], sightings: Iterable[tuple[UUID, int]]) -> None:
        """Unite with proposals worded and found by visits that are here already: of one found by several runs the
        words of the latest stand.
        """
        with self._database.writing():
            ranks = self._runs.ranks()
            rank_at = {visit.id: ranks[visit.run] for visit in self._runs.visits()}
            here = {number: rank_at[visit] for number, (_, visit) in self.worded_at().items()}
            news = [(f, visit) for f, visit in proposals if rank_at[visit] > here.get(f.id, -1)]
            self._database.bulk(_UPSERT, [(*_row_of(finding), visit) for finding, visit in news])
            self._database.bulk(_INSERT_SIGHTING, [(proposal.hex, visit) for proposal, visit in sightings])

    def current(self, subject_id: UUID | None = None) -> tuple[Finding, ...]:
        """Every proposal there ever was; `is_seen` is False where the check's latest whole visit, or a later recheck of just
        this place, found it no more.
        """
        query = ProposalRow.select(*_FIELDS)
        if subject_id is not None:
            query = query.where(ProposalRow.subject_id == subject_id)
        with self._database.reading():
            rows = self._database.rows(query.order_by(ProposalRow.id))
            looked = self._outcomes.latest_whole_ranks(subject_id)
            again = self._outcomes.rechecked_ranks(subject_id)
            seen = self._seen_ranks(subject_id)

        def is_seen(row: Row) -> bool:
            proposal, subject, place, check = row[0], row[1], row[3], row[9]
            last_look = max(
                looked.get((subject, check), -1), again.get((subject, check, normalise_place(place)), -1)
            )
            return seen.get(proposal, -1) >= last_look

        return tuple(_finding_of(row, is_seen=is_seen(row)) for row in rows)

    def _seen_ranks(self, subject_id: UUID | None) -> dict[UUID, int]:
        """The rank of the latest run that found each proposal."""
        ranks = self._runs.ranks()
        query = SightingRow.select(SightingRow.proposal, VisitRow.run).join(VisitRow)
        if subject_id is not None:
            query = query.where(VisitRow.subject_id == subject_id)
        latest: dict[UUID, int] = {}
        for proposal, run in self._database.rows(query):
            latest[proposal] = max(ranks[run], latest.get(proposal, -1))
        return latest


def _row_of(finding: Finding) -> Row:
    return (
        finding.id.hex,
        finding.subject_id.hex,
        finding.rule,
        finding.place,
        finding.count,
        finding.excerpt,
        finding.note,
        finding.element,
        finding.category.value,
        finding.check,
        finding.aspect,
        to_json(finding.proof),
        at_text(finding.at) if finding.at else None,
    )


def _finding_of(row: Row, *, is_seen: bool) -> Finding:
    (
        finding_id,
        subject_id,
        rule,
        place,
        count,
        excerpt,
        note,
        element,
        category,
        check,
        aspect,
        proof,
        at,
    ) = row
    return Finding(
        id=finding_id,
        subject_id=subject_id,
        rule=rule,
        source=Source.CHECK,
        place=place,
        count=count,
        excerpt=excerpt,
        note=note,
        element=element,
        category=Category(category),
        check=check,
        aspect=aspect,
        proof=msgspec.json.decode(proof, type=tuple[tuple[str, str], ...]),
        at=datetime.fromisoformat(at) if at else None,
        is_seen=is_seen,
    )
