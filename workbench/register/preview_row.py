"""What an import would do with one row of a register."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.column import Column
from workbench.domain.message import Message
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.subject import Subject
from workbench.register.register_field import FIELD_WORDS, RegisterField


class RowState(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    FAULTY = "faulty"


ROW_STATE_WORDS = {
    RowState.NEW: "新增",
    RowState.CHANGED: "变更",
    RowState.SAME: "不变",
    RowState.FAULTY: "有误",
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`label`, `old` and `new` are words to be shown."""

    label: str
    old: str
    new: str


def changes_between(
    before: Mapping[RegisterField, str], after: Mapping[RegisterField, str]
) -> tuple[FieldChange, ...]:
    """What differs between two records in words, which have the same fields."""
    return tuple(
        FieldChange(FIELD_WORDS[field], before[field], after[field])
        for field in before
        if before[field] != after[field]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """`reason` says in whole sentences why the row is faulty or, on a good row, what to look at; each names its line.

    `line` counts as the office's own program does; `source` names the file inside a zip of several. `code` and `name` are
    those of the record, or as written where the row is faulty. Of `subject`, `column`, `message` and `reprint` one is set
    unless it is faulty: the whole record as it would be stored.
    """

    line: int
    state: RowState
    code: str = ""
    name: str = ""
    reason: str = ""
    subject: Subject | None = None
    column: Column | None = None
    message: Message | None = None
    reprint: ReprintTitle | None = None
    changes: tuple[FieldChange, ...] = ()
    source: str = ""
