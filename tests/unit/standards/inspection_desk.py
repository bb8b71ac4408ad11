"""A desk where inspectors work on one subject: records made in a line each, scored by the real scoring."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from workbench.domain.charge import Charge
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.judgement import judge
from workbench.domain.score import Score, TraceLine
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject, SubjectKind
from workbench.domain.verdict import Outcome, Verdict
from workbench.standards.pack_reader import read_pack
from workbench.standards.scoring import score

SPACE = UUID(int=7)
ALONE = "甲"


def pack(body: str, scoring: str = "") -> Standard:
    """A small pack: `body` are its indicators, `scoring` what else [scoring] says."""
    head = f'id = "small"\ntitle = "小指标"\n[scoring]\nstart = 100\nfail_below = 60\n{scoring}\n'
    reading = read_pack(head + body, find=lambda _: None)
    assert reading.standard is not None, reading.problems
    return reading.standard


@dataclass
class Desk:
    standard: Standard
    kind: SubjectKind = SubjectKind.PORTAL
    has_service: bool = True
    verdicts: list[Verdict] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    settlements: list[Settlement] = field(default_factory=list)

    @property
    def subject(self) -> Subject:
        return Subject(
            id=SPACE, code="4600000001", name="某网站", kind=self.kind, has_service=self.has_service
        )

    def say(self, indicator: str, outcome: Outcome, by: str = ALONE) -> None:
        self.verdicts = [v for v in self.verdicts if (v.indicator, v.inspector) != (indicator, by)]
        self.verdicts.append(
            Verdict(
                id=uuid5(SPACE, f"{indicator}/{by}"),
                subject_id=SPACE,
                indicator=indicator,
                inspector=by,
                outcome=outcome,
            )
        )

    def pass_rest(self, by: str = ALONE) -> None:
        """Everything this inspector has not answered yet is fine."""
        answered = {verdict.indicator for verdict in self.verdicts if verdict.inspector == by}
        for indicator in self.standard.indicators:
            if indicator.code not in answered:
                self.say(indicator.code, Outcome.PASS, by)

    def find(self, rule: str, *places: str, count: int = 1, element: str = "", by: str = ALONE) -> None:
        """One finding per place, or one without place."""
        for place in places or ("",):
            self.findings.append(
                Finding(
                    id=uuid5(SPACE, f"finding {len(self.findings)}"),
                    subject_id=SPACE,
                    rule=rule,
                    source=Source.INSPECTOR,
                    place=place,
                    count=count,
                    element=element,
                    inspector=by,
                )
            )

    def propose(self, rule: str, place: str, *, is_seen: bool = True) -> UUID:
        proposal = Finding(
            id=uuid5(SPACE, f"proposal {rule} {place}"),
            subject_id=SPACE,
            rule=rule,
            source=Source.CHECK,
            place=place,
            is_seen=is_seen,
        )
        self.findings.append(proposal)
        return proposal.id

    def decide(self, finding: UUID, outcome: DecisionOutcome, by: str = ALONE) -> None:
        self.decisions.append(
            Decision(
                id=uuid5(finding, by), finding_id=finding, subject_id=SPACE, inspector=by, outcome=outcome
            )
        )

    def settle(self, indicator: str, outcome: Outcome, charges: Iterable[Charge] = ()) -> None:
        judgement = judge(
            self.standard,
            verdicts=self.verdicts,
            findings=self.findings,
            decisions=self.decisions,
            settlements=(),
        )[indicator]
        self.settlements.append(
            Settlement(
                id=uuid5(SPACE, indicator),
                subject_id=SPACE,
                indicator=indicator,
                digests=judgement.digests,
                outcome=outcome,
                charges=tuple(charges),
            )
        )

    def score(self) -> Score:
        return score(
            self.standard,
            self.subject,
            verdicts=self.verdicts,
            findings=self.findings,
            decisions=self.decisions,
            settlements=self.settlements,
        )


def line_of(scored: Score, rule: str) -> TraceLine:
    return next(line for line in scored.trace if line.rule == rule)
