"""What an import of a table of columns would do, row by row."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from workbench.domain.column import Column
from workbench.domain.subject import Subject
from workbench.register.column_owners import ColumnOwners
from workbench.register.column_rows import ColumnReading, column_changes, read_column_row
from workbench.register.faulty_row import FaultyRowError
from workbench.register.preview_row import PreviewRow, RowState
from workbench.register.register_field import RegisterField
from workbench.register.register_rows import given_text
from workbench.register.register_table import RegisterLine
from workbench.register.subject_twins import places_in_words, twins_of


def preview_columns(
    lines: Sequence[RegisterLine], *, existing: Sequence[Subject], existing_columns: Sequence[Column]
) -> tuple[PreviewRow, ...]:
    """The rows in the order of the file; see `PreviewRow`."""
    owners = ColumnOwners(existing)
    stored = {column.id: column for column in existing_columns}
    readings: dict[int, ColumnReading] = {}
    faults: dict[int, str] = {}
    for index, line in enumerate(lines):
        try:
            readings[index] = read_column_row(line, owners=owners, stored=stored)
        except FaultyRowError as fault:
            faults[index] = str(fault)
    for index, twins in twins_of({i: str(reading.column.id) for i, reading in readings.items()}).items():
        faults[index] = f"栏目网址与{places_in_words(lines, twins)}相同，请只保留一行，或改正网址。"
    return tuple(
        _faulty(line, faults[index]) if index in faults else _row(line, readings[index], stored)
        for index, line in enumerate(lines)
    )


def _row(line: RegisterLine, reading: ColumnReading, stored: Mapping[UUID, Column]) -> PreviewRow:
    old = stored.get(reading.column.id)
    changes = column_changes(old, reading.column) if old else ()
    remarks = "".join(reading.remarks)
    return PreviewRow(
        line=line.number,
        source=line.source,
        state=RowState.NEW if old is None else RowState.CHANGED if changes else RowState.SAME,
        code=reading.owner.code,
        name=reading.column.name,
        reason=f"{line.place}：{remarks}" if remarks else "",
        column=reading.column,
        changes=changes,
    )


def _faulty(line: RegisterLine, fault: str) -> PreviewRow:
    return PreviewRow(
        line=line.number,
        source=line.source,
        state=RowState.FAULTY,
        code=given_text(line, RegisterField.CODE),
        name=given_text(line, RegisterField.COLUMN_NAME),
        reason=f"{line.place}：{fault}",
    )
