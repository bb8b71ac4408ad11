"""How outcomes, results, decisions and certainties look: always icon, word and tone together."""

from dataclasses import dataclass

from workbench.domain.decision import DECISION_WORDS, DecisionOutcome
from workbench.domain.score import Result, Score
from workbench.domain.standard import Certainty
from workbench.domain.subject import STATE_WORDS, Subject, SubjectState
from workbench.domain.verdict import OUTCOME_WORDS, Outcome


@dataclass(frozen=True, slots=True)
class Look:
    meaning: str
    word: str
    tone: str


_OUTCOMES = {
    Outcome.PASS: ("pass", "passed"),
    Outcome.FAIL: ("fail", "fail"),
    Outcome.NOT_APPLICABLE: ("na", "na"),
    Outcome.DOUBTFUL: ("doubtful", "doubtful"),
    Outcome.NOT_CHECKED: ("not_checked", "na"),
}
_RESULTS = {
    Result.PASS: ("result-pass", "passed"),
    Result.FAIL: ("result-fail", "fail"),
    Result.PROVISIONAL: ("result-provisional", "doubtful"),
    Result.INCOMPLETE: ("result-incomplete", "accent"),
    Result.NOT_CHECKED: ("result-not_checked", "na"),
}
_DECISIONS = {
    DecisionOutcome.CONFIRMED: ("confirmed", "fail"),
    DecisionOutcome.DISMISSED: ("dismissed", "na"),
    DecisionOutcome.CHANGED: ("changed", "fail"),
}
CERTAINTY_LOOKS = {
    Certainty.CONFIRMED: Look("certain", "已核实", "passed"),
    Certainty.DERIVED: Look("derived", "推算", "accent"),
    Certainty.UNVERIFIED: Look("uncertain", "未核实", "proposed"),
}
PROPOSED_LOOK = Look("proposed", "待确认", "proposed")
DISPUTE_LOOK = Look("dispute", "有争议", "doubtful")


def look_of_outcome(outcome: Outcome) -> Look:
    meaning, tone = _OUTCOMES[outcome]
    return Look(meaning, OUTCOME_WORDS[outcome], tone)


def look_of_decision(outcome: DecisionOutcome) -> Look:
    meaning, tone = _DECISIONS[outcome]
    return Look(meaning, DECISION_WORDS[outcome], tone)


def look_of_result(result: Result) -> Look:
    meaning, tone = _RESULTS[result]
    return Look(meaning, result.value, tone)


def look_of_standing(subject: Subject, score: Score) -> Look:
    """The result of a subject; a veto and a subject left out of this round have words of their own."""
    if score.vetoes:
        return Look("veto", "单项否决", "veto")
    if subject.state is not SubjectState.NORMAL:
        return Look("left-out", STATE_WORDS[subject.state], "na")
    if not subject.is_drawn:
        return Look("left-out", "未抽中", "na")
    if score.result is Result.NOT_CHECKED:
        return Look("left-out", "指标不涉及", "na")
    return look_of_result(score.result)
