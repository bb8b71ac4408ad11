"""The figures of the campaign, counted from the snapshot; plain values, no Qt."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.decision import DecisionOutcome
from workbench.domain.finding import Finding
from workbench.domain.score import Result
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.gui.snapshot import Snapshot
from workbench.operations.score_campaign import SubjectStanding
from workbench.standards.standard_cells import cells_of


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoFigure:
    subject: Subject
    indicator: str
    name: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFigure:
    name: str
    verdicts: int
    decisions: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldProblem:
    """A problem that counts: a person's own, or a proposal somebody confirmed."""

    subject: Subject
    finding: Finding
    indicator: str
    indicator_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """`in_round` leaves out what this round does not look at, and those `beyond` the standard, which has nothing on their
    kind; a rate is `passed` of `rated`.
    """

    in_round: int
    left_out: int
    beyond: int
    by_result: dict[Result, int]
    vetoes: tuple[VetoFigure, ...]
    waiting: int
    waiting_subjects: int
    disputes: int
    unanswered: int
    unverified: int
    problems: tuple[HeldProblem, ...]
    people: tuple[PersonFigure, ...]

    @property
    def finished(self) -> int:
        return sum(self.by_result[each] for each in (Result.PASS, Result.FAIL, Result.PROVISIONAL))

    @property
    def rated(self) -> int:
        return self.by_result[Result.PASS] + self.by_result[Result.FAIL]


def count_figures(snapshot: Snapshot) -> Figures:
    inspected = [each for each in snapshot.standings if each.subject.is_inspected]
    results = Counter(each.score.result for each in inspected)
    waiting = [each.score.open_proposals for each in inspected]
    return Figures(
        in_round=sum(each.is_assessed for each in inspected),
        beyond=sum(not each.is_assessed for each in inspected),
        left_out=len(snapshot.standings) - len(inspected),
        by_result={result: results[result] for result in Result},
        vetoes=tuple(_vetoes(inspected)),
        waiting=sum(waiting),
        waiting_subjects=sum(count > 0 for count in waiting),
        disputes=sum(len(each.open_disputes) for each in inspected),
        unanswered=sum(len(each.score.unanswered) for each in inspected if not each.score.vetoes),
        unverified=unverified_count(snapshot.standard),
        problems=tuple(_problems(snapshot.standard, inspected)),
        people=_people(snapshot.standings),
    )


def judges_of(standing: SubjectStanding) -> frozenset[str]:
    """Who has judged, decided or recorded anything of this subject."""
    own = {finding.inspector for finding in standing.findings if not finding.is_proposal}
    judged = {verdict.inspector for verdict in standing.verdicts}
    return frozenset(own | judged | {decision.inspector for decision in standing.decisions})


def unverified_count(standard: Standard) -> int:
    """How many prices, points and clauses nobody has checked against the original yet."""
    return sum(cell.is_unverified for cell in cells_of(standard))


def _vetoes(standings: Iterable[SubjectStanding]) -> Iterator[VetoFigure]:
    for each in standings:
        for line in each.score.vetoes:
            yield VetoFigure(subject=each.subject, indicator=line.indicator, name=line.name, when=line.when)


def _problems(standard: Standard, standings: Iterable[SubjectStanding]) -> Iterator[HeldProblem]:
    for each in standings:
        held = {d.finding_id for d in each.decisions if d.outcome is not DecisionOutcome.DISMISSED}
        for finding in {f.id: f for f in each.findings}.values():
            if not finding.is_proposal or finding.id in held:
                indicator = standard.indicator_of(finding.rule)
                yield HeldProblem(
                    subject=each.subject,
                    finding=finding,
                    indicator=indicator.code if indicator else "",
                    indicator_name=indicator.name if indicator else "",
                )


def _people(standings: Iterable[SubjectStanding]) -> tuple[PersonFigure, ...]:
    verdicts: Counter[str] = Counter()
    decisions: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    seen: set[tuple[UUID, str]] = set()
    for each in standings:
        verdicts.update(verdict.inspector for verdict in each.verdicts)
        decisions.update(decision.inspector for decision in each.decisions)
        for finding in each.findings:
            if not finding.is_proposal and (finding.id, finding.inspector) not in seen:
                seen.add((finding.id, finding.inspector))
                findings[finding.inspector] += 1
    names = sorted({*verdicts, *decisions, *findings})
    return tuple(
        PersonFigure(name=name, verdicts=verdicts[name], decisions=decisions[name], findings=findings[name])
        for name in names
    )
