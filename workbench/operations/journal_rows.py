"""The journal as people read it: who did what to which record, when, and what it said before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from workbench.domain.record_version import RECORD_KIND_WORDS, RecordKind
from workbench.domain.standard import Standard
from workbench.operations.field_words import label_of, order_of, value_in_words
from workbench.standards.cell_words import cell_owner_in_words, cell_title
from workbench.standards.standard_cells import cells_of
from workbench.storage.journal_records import CHANGE_WORDS, Change, JournalEntry
from workbench.storage.workspace import Workspace

_MOST_FIELDS = 60
_LONGEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One version of one record. `subject` is the name of what it is about, empty for the whole campaign."""

    at: datetime
    inspector: str
    subject: str
    kind: str
    change: str
    told: str
    why: str

    def in_words(self) -> str:
        about = f"{self.subject}　" if self.subject else ""
        why = f"（{self.why}）" if self.why else ""
        told = f"：{self.told}" if self.told else ""
        return f"{self.at.astimezone():%Y-%m-%d %H:%M} {self.inspector} {about}{self.change}{self.kind}{told}{why}"


def journal_rows(
    workspace: Workspace, *, limit: int = 200, subject_id: UUID | None = None
) -> tuple[JournalRow, ...]:
    """The newest first; at most `limit` of them."""
    names = {subject.id: subject.name for subject in workspace.subjects()}
    entries = workspace.journal(limit=limit * _MOST_FIELDS, subject_id=subject_id)
    is_changed = any(each.kind is RecordKind.STANDARD_CHANGE for each in entries)
    cells = _cells_in_words(workspace.standard) if is_changed else {}
    versions = groupby(
        entries, key=lambda each: (each.kind, each.record_id, each.inspector, each.device, each.counter)
    )
    rows = (_row(tuple(changed), names, cells) for _, changed in versions)
    return tuple(row for row, _ in zip(rows, range(limit), strict=False))


def _row(changed: Sequence[JournalEntry], names: Mapping[UUID, str], cells: Mapping[str, str]) -> JournalRow:
    first = changed[0]
    return JournalRow(
        at=first.at,
        inspector=first.inspector,
        subject=names.get(first.subject_id, "") if first.subject_id else "",
        kind=RECORD_KIND_WORDS[first.kind],
        change=CHANGE_WORDS[first.change],
        told="；".join(_told(changed, cells)),
        why=first.why,
    )


def _told(changed: Sequence[JournalEntry], cells: Mapping[str, str]) -> Iterator[str]:
    order = order_of(changed[0].kind)
    for entry in sorted(
        (each for each in changed if each.field in order), key=lambda each: order.index(each.field)
    ):
        label = label_of(entry.field)
        if not label:
            continue
        new = _short(cells.get(entry.new) or value_in_words(entry.kind, entry.field, entry.new))
        if entry.change is Change.CREATED:
            yield f"{label} {new}"
        else:
            yield f"{label} {_short(value_in_words(entry.kind, entry.field, entry.old))} → {new}"


def _cells_in_words(standard: Standard) -> dict[str, str]:
    """By the address of a cell, whose it is and what it holds."""
    return {
        str(cell.address): f"{cell_owner_in_words(cell)} {cell_title(cell)}" for cell in cells_of(standard)
    }


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
