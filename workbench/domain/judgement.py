"""What counts for one indicator of one subject: what all agree on, what was settled, or an open dispute."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from workbench.domain.answer import Answer, answers_of, unite
from workbench.domain.charge import Charge
from workbench.domain.decision import Decision
from workbench.domain.finding import Finding
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Standard
from workbench.domain.verdict import Outcome, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`charges` count; in an open dispute they are all sides' together, and the score is a range over the `answers`."""

    indicator: str
    outcome: Outcome
    charges: frozenset[Charge]
    answers: tuple[Answer, ...]
    settlement: Settlement | None = None
    is_disputed: bool = False

    @property
    def is_open_dispute(self) -> bool:
        return self.is_disputed and self.settlement is None

    @property
    def digests(self) -> tuple[str, ...]:
        """What a settlement of this dispute must name."""
        return tuple(sorted(answer.digest for answer in self.answers))


def judge(
    standard: Standard,
    *,
    verdicts: Iterable[Verdict],
    findings: Iterable[Finding],
    decisions: Iterable[Decision],
    settlements: Iterable[Settlement],
) -> dict[str, Judgement]:
    """The judgement of every indicator somebody has answered, by indicator code, for the records of one subject."""
    answers = answers_of(standard, verdicts=verdicts, findings=findings, decisions=decisions)
    settled: dict[str, list[Settlement]] = defaultdict(list)
    for settlement in settlements:
        settled[settlement.indicator].append(settlement)
    return {code: _judge_one(code, sides, settled[code]) for code, sides in answers.items()}


def _judge_one(code: str, sides: tuple[Answer, ...], settlements: list[Settlement]) -> Judgement:
    is_disputed = any(one.differs_from(other) for one, other in combinations(sides, 2))
    settlement = _holding(settlements, sides) if is_disputed else None
    if settlement is not None:
        return Judgement(
            indicator=code,
            outcome=settlement.outcome,
            charges=unite(settlement.charges),
            answers=sides,
            settlement=settlement,
            is_disputed=True,
        )
    return Judgement(
        indicator=code,
        outcome=_common_outcome(sides),
        charges=unite(charge for side in sides for charge in side.charges),
        answers=sides,
        is_disputed=is_disputed,
    )


def _holding(settlements: list[Settlement], sides: tuple[Answer, ...]) -> Settlement | None:
    """The settlement that names just these answers; none where two PCs of the lead settled them differently."""
    digests = sorted(answer.digest for answer in sides)
    naming = [settlement for settlement in settlements if sorted(settlement.digests) == digests]
    rulings = {(settlement.outcome, unite(settlement.charges)) for settlement in naming}
    return naming[0] if len(rulings) == 1 else None


def _common_outcome(sides: tuple[Answer, ...]) -> Outcome:
    given = {side.outcome for side in sides if side.outcome is not Outcome.NOT_CHECKED}
    if not given:
        return Outcome.NOT_CHECKED
    return given.pop() if len(given) == 1 else Outcome.DOUBTFUL
