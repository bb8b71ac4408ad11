"""What an import of a list of papers to be reprinted would do, row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from workbench.domain.ids import reprint_title_id
from workbench.domain.reprint_title import ReprintTitle
from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.message_words import day_of_text
from workbench.register.plain_text import refuse_formula
from workbench.register.preview_row import FieldChange, PreviewRow, RowState, changes_between
from workbench.register.register_field import FIELD_WORDS
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_rows import given_text
from workbench.register.register_table import RegisterLine
from workbench.register.subject_twins import places_in_words, twins_of

_LONGEST_TITLE, _SHORTEST_TITLE = 300, 4
_LONGEST_TEXT = 1_000_000


def preview_reprints(
    lines: Sequence[RegisterLine], *, campaign: UUID, existing: Sequence[ReprintTitle]
) -> tuple[PreviewRow, ...]:
    """The rows in the order of the file; see `PreviewRow`."""
    stored = {title.id: title for title in existing}
    read: dict[int, ReprintTitle] = {}
    faults: dict[int, str] = {}
    for index, line in enumerate(lines):
        try:
            read[index] = _read(line, campaign, stored)
        except FaultyRowError as fault:
            faults[index] = str(fault)
    for index, twins in twins_of({i: str(title.id) for i, title in read.items()}).items():
        faults[index] = f"与{places_in_words(lines, twins)}是同一份文件，请只保留一行。"
    return tuple(
        _faulty(line, faults[index]) if index in faults else _row(line, read[index], stored)
        for index, line in enumerate(lines)
    )


def _read(line: RegisterLine, campaign: UUID, stored: Mapping[UUID, ReprintTitle]) -> ReprintTitle:
    """Blank cells leave what is stored as it is."""
    for field, text in line.texts.items():
        refuse_formula(text, word=FIELD_WORDS[field])
    title = " ".join(given_text(line, Field.TITLE).split())
    if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE:
        raise FaultyRowError("没有写标题，或标题太短、太长，请核对。")
    published = _day(line, Field.PUBLISHED)
    if published is None:
        raise FaultyRowError("没有写发布日期，请补上，如 2026-11-02。")
    identity = reprint_title_id(campaign, title=title, published=published)
    base = stored.get(identity) or ReprintTitle(id=identity, title=title, published=published)
    due = _day(line, Field.DUE) or base.due
    if due is not None and due < published:
        raise FaultyRowError(f"转载期限 {due} 早于发布日期 {published}，请改正。")
    issuer = given_text(line, Field.ISSUER)[:_LONGEST_TITLE] or base.issuer
    return replace(base, due=due, issuer=issuer, length=_length(line) or base.length)


def _day(line: RegisterLine, field: Field) -> date | None:
    text = given_text(line, field)
    found = day_of_text(text) if text else None
    if text and found is None:
        raise FaultyRowError(
            f"“{FIELD_WORDS[field]}”的{quoted(text)}不是带年份的日期，请改成 2026-11-02 这样的写法。"
        )
    return found


def _length(line: RegisterLine) -> int:
    text = given_text(line, Field.LENGTH).removesuffix("字")
    if text and not (text.isascii() and text.isdigit() and int(text) <= _LONGEST_TEXT):
        raise FaultyRowError(f"“字数”的{quoted(text)}不是整数，请改正。")
    return int(text) if text else 0


def _row(line: RegisterLine, title: ReprintTitle, stored: Mapping[UUID, ReprintTitle]) -> PreviewRow:
    base = stored.get(title.id)
    changes = _changes(base, title) if base is not None else ()
    return PreviewRow(
        line=line.number,
        source=line.source,
        state=RowState.NEW if base is None else RowState.CHANGED if changes else RowState.SAME,
        code=title.published.isoformat(),
        name=title.title,
        reprint=title,
        changes=changes,
    )


def _changes(old: ReprintTitle, new: ReprintTitle) -> tuple[FieldChange, ...]:
    return changes_between(_words_of(old), _words_of(new))


def _words_of(title: ReprintTitle) -> dict[Field, str]:
    return {
        Field.ISSUER: title.issuer,
        Field.DUE: title.due.isoformat() if title.due else "",
        Field.LENGTH: str(title.length or ""),
    }


def _faulty(line: RegisterLine, fault: str) -> PreviewRow:
    return PreviewRow(
        line=line.number,
        source=line.source,
        state=RowState.FAULTY,
        name=given_text(line, Field.TITLE)[:40],
        reason=f"{line.place}：{fault}",
    )
