"""Where people differ and nobody has settled it: derived from their records, never stored."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.answer import Answer
from workbench.domain.decision import Decision
from workbench.domain.finding import Finding
from workbench.domain.judgement import judge
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Standard
from workbench.domain.verdict import Verdict
from workbench.merge.merge_side import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDispute:
    """One indicator of one subject on which the answers cannot all stand."""

    subject_id: UUID
    indicator: str
    answers: tuple[Answer, ...]
    digests: tuple[str, ...]


def open_disputes(
    standard: Standard, records: Iterable[Record], proposals: Iterable[Finding]
) -> tuple[OpenDispute, ...]:
    """The open disputes of all subjects, in an order that is the same on every PC."""
    by_subject: dict[UUID, list[Record]] = defaultdict(list)
    for record in (*proposals, *records):
        if isinstance(record, Verdict | Finding | Decision | Settlement):
            by_subject[record.subject_id].append(record)
    return tuple(
        dispute
        for subject_id in sorted(by_subject)
        for dispute in _disputes_of(standard, subject_id, by_subject[subject_id])
    )


def _disputes_of(standard: Standard, subject_id: UUID, records: list[Record]) -> list[OpenDispute]:
    judgements = judge(
        standard,
        verdicts=[record for record in records if isinstance(record, Verdict)],
        findings=[record for record in records if isinstance(record, Finding)],
        decisions=[record for record in records if isinstance(record, Decision)],
        settlements=[record for record in records if isinstance(record, Settlement)],
    )
    return [
        OpenDispute(
            subject_id=subject_id,
            indicator=judgement.indicator,
            answers=judgement.answers,
            digests=judgement.digests,
        )
        for judgement in judgements.values()
        if judgement.is_open_dispute
    ]
