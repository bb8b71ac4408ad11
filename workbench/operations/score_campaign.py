"""Score every subject from what is in the workspace."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from workbench.domain.decision import Decision
from workbench.domain.finding import Finding
from workbench.domain.ignore_list import IgnoredFinding, IgnoreList
from workbench.domain.judgement import Judgement, judge
from workbench.domain.score import Result, Score
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.domain.verdict import Verdict
from workbench.operations.silent_columns import ignores_by_silence
from workbench.standards.scoring import score
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectStanding:
    """A subject with its score and everything the score rests on. `ignored` is what it does not rest on."""

    subject: Subject
    score: Score
    judgements: Mapping[str, Judgement]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    settlements: tuple[Settlement, ...]
    ignored: tuple[IgnoredFinding, ...] = ()

    @property
    def is_assessed(self) -> bool:
        """Whether it is of this round and the standard holds anything against its kind; a table of websites has nothing on
        accounts.
        """
        return self.subject.is_inspected and self.score.result is not Result.NOT_CHECKED

    @property
    def open_disputes(self) -> tuple[Judgement, ...]:
        return tuple(judgement for judgement in self.judgements.values() if judgement.is_open_dispute)


class _OfSubject(Protocol):
    @property
    def subject_id(self) -> UUID: ...


Record = TypeVar("Record", bound=_OfSubject)


def ignores_today(workspace: Workspace, today: date | None = None) -> IgnoreList:
    """What is held back today: by ignores, and in columns whose silence has a reason on record."""
    held_back = (*workspace.ignores(), *ignores_by_silence(workspace))
    return IgnoreList(held_back, day=today or date.today())


def score_campaign(workspace: Workspace, *, today: date | None = None) -> tuple[SubjectStanding, ...]:
    """Every subject of the register, in its order. What is ignored today is set aside."""
    ignores = ignores_today(workspace, today)
    verdicts = _by_subject(workspace.verdicts())
    findings = _by_subject(workspace.findings())
    decisions = _by_subject(workspace.decisions())
    settlements = _by_subject(workspace.settlements())
    standard = workspace.standard
    return tuple(
        _standing(
            standard,
            subject,
            ignores,
            verdicts=verdicts[subject.id],
            findings=findings[subject.id],
            decisions=decisions[subject.id],
            settlements=settlements[subject.id],
        )
        for subject in workspace.subjects()
    )


def score_one(workspace: Workspace, subject: Subject, *, today: date | None = None) -> SubjectStanding:
    return _standing(
        workspace.standard,
        subject,
        ignores_today(workspace, today),
        verdicts=workspace.verdicts(subject.id),
        findings=workspace.findings(subject.id),
        decisions=workspace.decisions(subject.id),
        settlements=workspace.settlements(subject.id),
    )


def _standing(
    standard: Standard,
    subject: Subject,
    ignores: IgnoreList,
    *,
    verdicts: Iterable[Verdict],
    findings: Iterable[Finding],
    decisions: Iterable[Decision],
    settlements: Iterable[Settlement],
) -> SubjectStanding:
    held_verdicts, held_decisions = tuple(verdicts), tuple(decisions)
    held_settlements = tuple(settlements)
    held_findings, ignored = ignores.set_aside(findings, held_decisions)
    return SubjectStanding(
        subject=subject,
        score=score(
            standard,
            subject,
            verdicts=held_verdicts,
            findings=held_findings,
            decisions=held_decisions,
            settlements=held_settlements,
        ),
        judgements=judge(
            standard,
            verdicts=held_verdicts,
            findings=held_findings,
            decisions=held_decisions,
            settlements=held_settlements,
        ),
        verdicts=held_verdicts,
        findings=held_findings,
        decisions=held_decisions,
        settlements=held_settlements,
        ignored=ignored,
    )


def _by_subject(records: Iterable[Record]) -> defaultdict[UUID, list[Record]]:
    grouped: defaultdict[UUID, list[Record]] = defaultdict(list)
    for record in records:
        grouped[record.subject_id].append(record)
    return grouped
