"""The disputes of the campaign as rows; plain values, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.answer import Answer
from workbench.domain.judgement import Judgement
from workbench.domain.standard import Indicator, Standard
from workbench.domain.subject import Subject
from workbench.gui.outcome_look import look_of_outcome
from workbench.operations.score_campaign import SubjectStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    subject: Subject
    indicator: Indicator
    judgement: Judgement

    @property
    def is_open(self) -> bool:
        return self.judgement.is_open_dispute

    @property
    def sides(self) -> str:
        return "；".join(side_in_words(side) for side in self.judgement.answers)

    @property
    def settled(self) -> str:
        settlement = self.judgement.settlement
        if settlement is None:
            return ""
        return f"{look_of_outcome(settlement.outcome).word}：{settlement.reason}"


def dispute_rows(standard: Standard, standings: Iterable[SubjectStanding]) -> tuple[DisputeRow, ...]:
    """Open ones first, then what is settled."""
    rows = [
        DisputeRow(subject=each.subject, indicator=indicator, judgement=judgement)
        for each in standings
        for judgement in each.judgements.values()
        if judgement.is_disputed and (indicator := standard.indicator(judgement.indicator)) is not None
    ]
    return tuple(sorted(rows, key=lambda row: not row.is_open))


def side_in_words(side: Answer) -> str:
    """Who says what, and how many problems he holds."""
    who = f"{side.inspector}（另一台电脑）" if side.device else side.inspector
    held = sum(charge.count for charge in side.charges)
    return f"{who} {look_of_outcome(side.outcome).word}" + (f" {held} 处" if held else "")
