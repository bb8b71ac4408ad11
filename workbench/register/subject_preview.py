"""What an import of a register of subjects would do, row by row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from workbench.domain.subject import Subject
from workbench.register.faulty_row import FaultyRowError
from workbench.register.preview_row import PreviewRow, RowState
from workbench.register.register_field import RegisterField
from workbench.register.register_rows import given_text, read_subject_row
from workbench.register.register_table import RegisterLine
from workbench.register.subject_entry import Group, SubjectEntry
from workbench.register.subject_matching import SubjectMatching
from workbench.register.subject_numbering import SubjectNumbering
from workbench.register.subject_placing import lookup_of, place_loosely, place_part
from workbench.register.subject_record import changes_between, subject_of
from workbench.register.subject_twins import code_twins, mark_address_twins, mark_stored_twins


def preview_subjects(
    lines: Sequence[RegisterLine], *, campaign: UUID, existing: Sequence[Subject]
) -> tuple[PreviewRow, ...]:
    """The rows in the order of the file, then what follows from them; see `PreviewRow`."""
    faults = code_twins(lines)
    entries: dict[int, SubjectEntry] = {}
    for index, line in enumerate(lines):
        if index in faults:
            continue
        try:
            entries[index] = SubjectEntry(read_subject_row(line))
        except FaultyRowError as fault:
            faults[index] = str(fault)
    _settle(list(entries.values()), campaign=campaign, existing=existing)
    rows = [
        _row(entries[index], campaign=campaign) if index in entries else _faulty(line, faults[index])
        for index, line in enumerate(lines)
    ]
    return (*rows, *_followers(rows, entries.values(), existing))


def _settle(entries: Sequence[SubjectEntry], *, campaign: UUID, existing: Sequence[Subject]) -> None:
    """Find each entry's stored subject, parent, addresses and code. Sites go first: the others hang on them."""
    matching = SubjectMatching(entries, existing)
    numbering = SubjectNumbering(entries, existing, campaign=campaign)
    matching.by_code()
    matching.by_home_page()
    matching.by_name(Group.SITE)
    sites = _of(entries, Group.SITE)
    mark_address_twins(sites)
    _each(sites, numbering.number)
    lookup = lookup_of(entries, existing)
    _each(sites, lambda entry: place_loosely(entry, lookup))
    parts, accounts = _of(entries, Group.PART), _of(entries, Group.ACCOUNT)
    _each(parts, lambda entry: place_part(entry, lookup))
    unknown = [entry for entry in parts if entry.existing is None]
    matching.parts_by_prefix()
    matching.by_name(Group.PART)
    # What is now known to be stored may have prefixes worth keeping.
    _each([entry for entry in unknown if entry.existing], lambda entry: place_part(entry, lookup))
    matching.accounts_by_name()
    mark_address_twins([*parts, *accounts])
    _each(accounts, lambda entry: place_loosely(entry, lookup))
    _each([*parts, *accounts], numbering.number)
    mark_stored_twins(entries, existing)


def _of(entries: Iterable[SubjectEntry], group: Group) -> list[SubjectEntry]:
    return [entry for entry in entries if entry.group is group]


def _each(entries: Iterable[SubjectEntry], step: Callable[[SubjectEntry], None]) -> None:
    for entry in entries:
        if entry.fault:
            continue
        try:
            step(entry)
        except FaultyRowError as fault:
            entry.fault = str(fault)


def _row(entry: SubjectEntry, *, campaign: UUID) -> PreviewRow:
    line = entry.draft.line
    if entry.fault:
        return _faulty(line, entry.fault)
    subject = subject_of(entry, campaign=campaign)
    changes = changes_between(entry.existing, subject) if entry.existing else ()
    state = RowState.NEW if entry.existing is None else RowState.CHANGED if changes else RowState.SAME
    remarks = "".join([*entry.draft.remarks, *entry.remarks])
    return PreviewRow(
        line=line.number,
        source=line.source,
        state=state,
        code=subject.code,
        name=subject.name,
        reason=f"{line.place}：{remarks}" if remarks else "",
        subject=subject,
        changes=changes,
    )


def _faulty(line: RegisterLine, fault: str) -> PreviewRow:
    return PreviewRow(
        line=line.number,
        source=line.source,
        state=RowState.FAULTY,
        code=given_text(line, RegisterField.CODE),
        name=given_text(line, RegisterField.NAME),
        reason=f"{line.place}：{fault}",
    )


def _followers(
    rows: Iterable[PreviewRow], entries: Iterable[SubjectEntry], existing: Sequence[Subject]
) -> Iterator[PreviewRow]:
    """Stored parts and accounts the file does not name, whose parent site gets its official code with this import."""
    named = {row.subject.id for row in rows if row.subject}
    renumbered = {
        entry.existing.code: entry
        for entry in entries
        if entry.existing and not entry.fault and entry.existing.code != entry.code
    }
    for subject in existing:
        parent = renumbered.get(subject.parent_code)
        if parent is None or subject.id in named:
            continue
        moved = replace(subject, parent_code=parent.code)
        yield PreviewRow(
            line=parent.draft.line.number,
            source=parent.draft.line.source,
            state=RowState.CHANGED,
            code=moved.code,
            name=moved.name,
            reason=f"{parent.draft.line.place}：“{moved.name}”随上级网站改用新的标识码。",
            subject=moved,
            changes=changes_between(subject, moved),
        )
