"""The register as rows of a table; plain values, no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.column import Column
from workbench.domain.score import Result, shown_number
from workbench.domain.subject import STATE_WORDS, Subject, SubjectKind, SubjectState
from workbench.gui.outcome_look import Look, look_of_standing
from workbench.operations.score_campaign import SubjectStanding


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
) -> tuple[RegisterRow, ...]:
    wanted = text.casefold()
    return tuple(
        RegisterRow(
            subject=each.subject,
            look=look_of_standing(each.subject, each.score),
            figure=_figure(each),
            columns=len(columns.get(each.subject.id, ())),
        )
        for each in standings
        if (kind is None or each.subject.kind is kind) and wanted in _searched(each.subject)
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
    )
    return " ".join(parts).casefold()
