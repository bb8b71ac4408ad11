"""The register as rows of a table; plain values, no Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.column import Column
from workbench.domain.score import Result, shown_number
from workbench.domain.subject import STATE_WORDS, Subject, SubjectKind, SubjectState
from workbench.gui.outcome_look import Look, look_of_standing
from workbench.operations.score_campaign import SubjectStanding

STATE_FILTERS: Mapping[str, tuple[str, Callable[[Subject], bool]]] = {
    "": ("全部状态", lambda _subject: True),
    "inspected": ("本批检查", lambda subject: subject.is_inspected),
    "left-out": ("不在本批", lambda subject: not subject.is_inspected),
    "unassigned": ("未分派", lambda subject: subject.is_inspected and not subject.assigned_to),
    "nobody": ("没有主办单位", lambda subject: not subject.organiser),
    "closing": ("关停", lambda subject: subject.state is SubjectState.CLOSING),
    "failed": ("上次不合格", lambda subject: subject.failed_last_time),
}
"""What the list can be narrowed to: key → (title, whether a subject is shown)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    subject: Subject
    look: Look
    figure: str
    columns: int

    @property
    def state(self) -> str:
        """In the round, or why not."""
        subject = self.subject
        if subject.state is not SubjectState.NORMAL:
            return "：".join(part for part in (STATE_WORDS[subject.state], subject.state_reason) if part)
        return "本批检查" if subject.is_drawn else "未抽中"


def register_rows(
    standings: Sequence[SubjectStanding],
    columns: Mapping[UUID, tuple[Column, ...]],
    *,
    kind: SubjectKind | None,
    text: str,
    shows: str = "",
) -> tuple[RegisterRow, ...]:
    """`shows` is a key of `STATE_FILTERS`."""
    wanted = text.casefold()
    _title, is_shown = STATE_FILTERS[shows]
    return tuple(
        RegisterRow(
            subject=each.subject,
            look=look_of_standing(each.subject, each.score),
            figure=_figure(each),
            columns=len(columns.get(each.subject.id, ())),
        )
        for each in standings
        if (kind is None or each.subject.kind is kind)
        and is_shown(each.subject)
        and wanted in _searched(each.subject)
    )


def _figure(standing: SubjectStanding) -> str:
    is_done = standing.score.result in (Result.PASS, Result.FAIL, Result.PROVISIONAL)
    return shown_number(standing.score.number) if is_done and not standing.score.vetoes else ""


def _searched(subject: Subject) -> str:
    parts = (
        subject.name,
        subject.code,
        subject.home_url,
        subject.organiser,
        subject.supervisor,
        subject.region,
        *subject.assigned_to,
    )
    return " ".join(parts).casefold()
