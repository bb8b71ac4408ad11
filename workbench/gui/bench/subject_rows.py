"""The subjects as the list at the left shows them, and the filters it offers; plain values, no Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.score import Result, shown_number
from workbench.domain.standard import Part, Standard
from workbench.domain.subject import KIND_WORDS, Subject
from workbench.gui.outcome_look import Look, look_of_standing
from workbench.gui.snapshot import Snapshot
from workbench.operations.score_campaign import SubjectStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow:
    """`figure` is what stands large at the right: a score, the progress, or a dash where nobody has looked yet."""

    subject: Subject
    look: Look
    result: Result
    answered: int
    due: int
    waiting: int
    disputes: int
    is_vetoed: bool
    figure: str
    below: str

    @property
    def is_finished(self) -> bool:
        return self.result in (Result.PASS, Result.FAIL, Result.PROVISIONAL)

    @property
    def is_due(self) -> bool:
        return self.subject.is_inspected

    @property
    def is_to_judge(self) -> bool:
        """In the round, and the standard asks something of it."""
        return self.is_due and self.due > 0

    def in_words(self) -> str:
        """For screen readers: everything the row shows."""
        return "，".join(
            part for part in (self.subject.name, self.look.word, self.figure, self.below) if part
        )


SubjectFilter = Callable[[SubjectRow], bool]

SUBJECT_FILTERS: dict[str, tuple[str, SubjectFilter]] = {
    "due": ("本批对象", lambda row: row.is_due),
    "open": ("未完成", lambda row: row.is_to_judge and not row.is_finished),
    "waiting": ("有待确认", lambda row: row.waiting > 0),
    "disputed": ("有争议", lambda row: row.disputes > 0),
    "provisional": ("暂定", lambda row: row.result is Result.PROVISIONAL),
    "passed": ("合格", lambda row: row.result is Result.PASS),
    "failed": ("不合格", lambda row: row.result is Result.FAIL),
    "vetoed": ("单项否决", lambda row: row.is_vetoed),
    "untouched": ("没有动过", lambda row: row.is_to_judge and not row.is_finished and row.answered == 0),
    "all": ("全部台账", lambda _row: True),
}


def subject_row(standard: Standard, standing: SubjectStanding) -> SubjectRow:
    score, subject = standing.score, standing.subject
    due = _due(standard, standing)
    answered = max(0, due - len(score.unanswered))
    look = look_of_standing(subject, score)
    disputes = len(standing.open_disputes)
    return SubjectRow(
        subject=subject,
        look=look,
        result=score.result,
        answered=answered,
        due=due,
        waiting=score.open_proposals,
        disputes=disputes,
        is_vetoed=bool(score.vetoes),
        figure=_figure(standing, answered, due),
        below=_below(standing, disputes),
    )


class SubjectRows:
    """The rows of a snapshot; a standing that did not change keeps its row, so that a tick costs one row and not all."""

    def __init__(self) -> None:
        self._known: dict[UUID, tuple[Standard, SubjectStanding, SubjectRow]] = {}

    def of(self, snapshot: Snapshot) -> tuple[SubjectRow, ...]:
        self._known = {each.subject.id: self._row(snapshot.standard, each) for each in snapshot.standings}
        return tuple(row for _standard, _standing, row in self._known.values())

    def _row(
        self, standard: Standard, standing: SubjectStanding
    ) -> tuple[Standard, SubjectStanding, SubjectRow]:
        known = self._known.get(standing.subject.id)
        if known is not None and known[0] is standard and known[1] is standing:
            return known
        return standard, standing, subject_row(standard, standing)


def find_rows(rows: Iterable[SubjectRow], *, shows: str, text: str) -> tuple[SubjectRow, ...]:
    """Those the filter lets through and whose name, code, address or organiser holds the text."""
    _title, is_shown = SUBJECT_FILTERS[shows]
    wanted = text.casefold()
    return tuple(row for row in rows if is_shown(row) and (not wanted or wanted in _searched(row.subject)))


def neighbour(rows: tuple[SubjectRow, ...], subject_id: UUID | None, step: int) -> SubjectRow | None:
    """The row `step` further on, or the first where nothing is selected; None past the ends."""
    places = {row.subject.id: number for number, row in enumerate(rows)}
    if not rows or subject_id is None or subject_id not in places:
        return rows[0] if rows else None
    wanted = places[subject_id] + step
    return rows[wanted] if 0 <= wanted < len(rows) else None


def _due(standard: Standard, standing: SubjectStanding) -> int:
    """How many indicators a person must answer; a bonus counts once its gate is open or somebody has given it."""
    subject, score = standing.subject, standing.score
    applicable = standard.applicable_to(subject.kind, has_service=subject.has_service)
    return sum(
        indicator.part in (Part.VETO, Part.DEDUCT)
        or (
            indicator.part is Part.BONUS
            and (indicator.code in score.unanswered or indicator.code in standing.judgements)
        )
        for indicator in applicable
    )


def _figure(standing: SubjectStanding, answered: int, due: int) -> str:
    score = standing.score
    if score.vetoes:
        return "否决"
    if score.result is Result.NOT_CHECKED:
        return "—"
    if score.result is Result.INCOMPLETE:
        return f"{answered}/{due}" if answered or standing.decisions else "—"
    if score.result is Result.PROVISIONAL and score.low != score.high:
        return f"{shown_number(score.low) or '否决'}–{shown_number(score.high) or '否决'}"
    return shown_number(score.number) or score.result.value


def _below(standing: SubjectStanding, disputes: int) -> str:
    parts = [KIND_WORDS[standing.subject.kind]]
    if standing.score.open_proposals:
        parts.append(f"{standing.score.open_proposals} 待确认")
    if disputes:
        parts.append(f"{disputes} 争议")
    return " · ".join(parts)


def _searched(subject: Subject) -> str:
    return " ".join((subject.name, subject.code, subject.home_url, subject.organiser)).casefold()
