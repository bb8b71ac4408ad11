"""What an import would do: new, changed, same or faulty per row. Nothing is stored here."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from workbench.clocks.message_platforms import MessagePlatform
from workbench.domain.column import Column
from workbench.domain.message import Message
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.subject import Subject
from workbench.register.column_preview import preview_columns
from workbench.register.message_preview import preview_messages
from workbench.register.preview_row import ROW_STATE_WORDS, FieldChange, PreviewRow, RowState
from workbench.register.register_table import RegisterTable, TableKind
from workbench.register.reprint_preview import preview_reprints
from workbench.register.subject_preview import preview_subjects

__all__ = ["ROW_STATE_WORDS", "FieldChange", "PreviewRow", "RegisterPreview", "RowState", "preview"]

_SAVED_STATES = (RowState.NEW, RowState.CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPreview:
    """`rows` in the order of the file. `remarks` are whole sentences on what of the file was not read."""

    kind: TableKind
    rows: tuple[PreviewRow, ...]
    remarks: tuple[str, ...] = ()

    def count(self, state: RowState) -> int:
        return sum(row.state is state for row in self.rows)

    @property
    def summary(self) -> str:
        return "，".join(f"{word} {self.count(state)} 行" for state, word in ROW_STATE_WORDS.items()) + "。"

    @property
    def subjects_to_save(self) -> tuple[Subject, ...]:
        return tuple(row.subject for row in self.rows if row.subject and row.state in _SAVED_STATES)

    @property
    def columns_to_save(self) -> tuple[Column, ...]:
        return tuple(row.column for row in self.rows if row.column and row.state in _SAVED_STATES)

    @property
    def reprints_to_save(self) -> tuple[ReprintTitle, ...]:
        return tuple(row.reprint for row in self.rows if row.reprint and row.state in _SAVED_STATES)

    @property
    def messages_to_save(self) -> tuple[Message, ...]:
        return tuple(row.message for row in self.rows if row.message and row.state in _SAVED_STATES)


def preview(
    table: RegisterTable,
    *,
    campaign: UUID,
    existing: Sequence[Subject],
    existing_columns: Sequence[Column] = (),
    existing_messages: Sequence[Message] = (),
    existing_reprints: Sequence[ReprintTitle] = (),
    platform: MessagePlatform | None = None,
    owner: Subject | None = None,
) -> RegisterPreview:
    """Compare the table with what the campaign holds; columns and messages with the subjects that are stored.

    `platform` and `owner` are those of messages whose rows do not say.
    """
    subjects = tuple({subject.id: subject for subject in existing}.values())
    if table.kind is TableKind.SUBJECTS:
        rows = preview_subjects(table.lines, campaign=campaign, existing=subjects)
    elif table.kind is TableKind.REPRINTS:
        rows = preview_reprints(table.lines, campaign=campaign, existing=existing_reprints)
    elif table.kind is TableKind.MESSAGES:
        rows = preview_messages(
            table.lines,
            existing=subjects,
            existing_messages=existing_messages,
            platform=platform,
            owner=owner,
        )
    else:
        rows = preview_columns(table.lines, existing=subjects, existing_columns=existing_columns)
    return RegisterPreview(kind=table.kind, rows=rows, remarks=table.remarks)
