"""What another standard would make of the campaign as it stands: whose score changes, from what to what."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.score import Result, Score, shown_number
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.operations.score_campaign import SubjectStanding
from workbench.standards.scoring import score


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreShift:
    subject: Subject
    before: Score
    after: Score

    @property
    def in_words(self) -> tuple[str, str]:
        return score_in_words(self.before), score_in_words(self.after)


def score_shifts(standings: Iterable[SubjectStanding], trial: Standard) -> tuple[ScoreShift, ...]:
    """By the codes of the register; pure."""
    ordered = sorted(standings, key=lambda each: each.subject.code)
    shifts = (ScoreShift(subject=each.subject, before=each.score, after=_by(trial, each)) for each in ordered)
    return tuple(shift for shift in shifts if _seen(shift.before) != _seen(shift.after))


def score_in_words(found: Score) -> str:
    """`97 分 · 暂定`, `单项否决`, `合格`; a veto that only warns is named."""
    warned = f"（{len(found.warnings)} 项否决提醒）" if found.warnings and not found.vetoes else ""
    if found.vetoes:
        return "单项否决"
    if found.number is None or found.result is Result.NOT_CHECKED:
        return f"{found.result.value}{warned}"
    return f"{_figure(found)} 分 · {found.result.value}{warned}"


def _figure(found: Score) -> str:
    low, high = (shown_number(each) or "否决" for each in (found.low, found.high))
    is_span = found.low is not None or found.high is not None
    return f"{low}–{high}" if is_span and low != high else shown_number(found.number)


def _by(trial: Standard, standing: SubjectStanding) -> Score:
    return score(
        trial,
        standing.subject,
        verdicts=standing.verdicts,
        findings=standing.findings,
        decisions=standing.decisions,
        settlements=standing.settlements,
    )


def _seen(found: Score) -> tuple[object, ...]:
    fired = tuple(line.rule for line in (*found.vetoes, *found.warnings))
    return found.result, found.number, found.low, found.high, len(found.vetoes), fired
