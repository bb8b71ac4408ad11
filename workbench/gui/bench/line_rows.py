"""One indicator over all subjects: who is on the line, how far it is, who comes next; plain values, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.standard import Indicator, Standard
from workbench.domain.verdict import Outcome
from workbench.operations.score_campaign import SubjectStanding


@dataclass(frozen=True, slots=True)
class LineStop:
    """One subject of the line; done when this inspector has answered and nothing waits there."""

    subject_id: UUID
    is_done: bool


@dataclass(frozen=True, slots=True)
class AssemblyLine:
    stops: tuple[LineStop, ...]

    @property
    def done(self) -> int:
        return sum(stop.is_done for stop in self.stops)

    @property
    def is_finished(self) -> bool:
        return self.done == len(self.stops)

    def step(self, subject_id: UUID | None, by: int) -> UUID | None:
        """The neighbour on the line, done or not; None past its ends."""
        ids = [stop.subject_id for stop in self.stops]
        if subject_id not in ids:
            return ids[0] if ids else None
        place = ids.index(subject_id) + by
        return ids[place] if 0 <= place < len(ids) else None

    def next_open(self, subject_id: UUID | None) -> UUID | None:
        """The next that is not done, looking on from here and round; None where all are."""
        ids = [stop.subject_id for stop in self.stops]
        start = ids.index(subject_id) + 1 if subject_id in ids else 0
        around = (*self.stops[start:], *self.stops[:start])
        return next((s.subject_id for s in around if not s.is_done and s.subject_id != subject_id), None)


def assembly_line(
    standard: Standard, standings: Iterable[SubjectStanding], indicator: Indicator, *, inspector: str
) -> AssemblyLine:
    """Those of the standings, in their order, that are inspected and judged by the indicator."""
    return AssemblyLine(
        tuple(
            LineStop(each.subject.id, _is_done(each, indicator, inspector))
            for each in standings
            if each.subject.is_inspected
            and indicator in standard.applicable_to(each.subject.kind, has_service=each.subject.has_service)
        )
    )


def _is_done(standing: SubjectStanding, indicator: Indicator, inspector: str) -> bool:
    rules = {rule.code for rule in indicator.rules}
    decided = {decision.finding_id for decision in standing.decisions}
    if any(
        f.is_proposal and f.is_seen and f.rule in rules and f.id not in decided for f in standing.findings
    ):
        return False
    judgement = standing.judgements.get(indicator.code)
    answers = judgement.answers if judgement is not None else ()
    return any(a.inspector == inspector and a.outcome is not Outcome.NOT_CHECKED for a in answers)
