"""One row of a table of columns, read field by field, and the column it would store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from workbench.domain.column import COLUMN_CLASS_WORDS, Column, ColumnClass
from workbench.domain.ids import column_id
from workbench.domain.subject import Subject
from workbench.register.column_owners import ColumnOwners
from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.plain_text import plain_text, refuse_formula, refuse_long, says_nothing
from workbench.register.preview_row import FieldChange
from workbench.register.recipe_cells import read_recipe, recipe_in_words
from workbench.register.register_address import read_address
from workbench.register.register_field import FIELD_WORDS
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_rows import given_text
from workbench.register.register_table import RegisterLine
from workbench.register.register_words import column_class_of, level_of, yes_or_no

_READERS: tuple[tuple[Field, Callable[[str], ColumnClass | int | bool | None]], ...] = (
    (Field.COLUMN_CLASS, column_class_of),
    (Field.COLUMN_LEVEL, level_of),
    (Field.IS_HISTORIC, yes_or_no),
)


@dataclass(frozen=True, slots=True)
class ColumnReading:
    owner: Subject
    column: Column
    remarks: tuple[str, ...]


def read_column_row(
    line: RegisterLine, *, owners: ColumnOwners, stored: Mapping[UUID, Column]
) -> ColumnReading:
    """The column as it would be stored, over what is stored at the same address of the same subject.

    Raises:
        FaultyRowError: no name, no address, or no such subject.
    """
    for field, text in line.texts.items():
        refuse_formula(text, word=FIELD_WORDS[field])
        refuse_long(text, word=FIELD_WORDS[field])
    name = given_text(line, Field.COLUMN_NAME)
    if not given_text(line, Field.COLUMN_URL):
        raise FaultyRowError(f"栏目{quoted(name)}没有填写栏目网址，请补上以 http:// 或 https:// 开头的地址。")
    url = read_address(line.text(Field.COLUMN_URL), word=FIELD_WORDS[Field.COLUMN_URL])
    owner = owners.owner_of(line, url=url)
    remarks: list[str] = []
    said = _said(line, remarks)
    identity = column_id(owner.id, url)
    base = stored.get(identity) or Column(
        id=identity,
        subject_id=owner.id,
        name=name,
        url=url,
        column_class=column_class_of(name) or ColumnClass.OTHER,
    )
    if not (name or base.name):
        raise FaultyRowError("没有填写栏目名称，请补上。")
    column = replace(base, **(said | {"name": name or base.name}))  # type: ignore[arg-type]  # by `_READERS`
    column = replace(column, recipe=read_recipe(line, base.recipe))
    return ColumnReading(owner, column, tuple(remarks))


def _said(line: RegisterLine, remarks: list[str]) -> dict[str, object]:
    said: dict[str, object] = {}
    for field, read in _READERS:
        text = plain_text(line.text(field))
        value = read(text) if text else None
        if value is not None:
            said[field.value] = value
        elif text and not says_nothing(text):
            remarks.append(f"“{FIELD_WORDS[field]}”的{quoted(text)}认不出来，未采用，请核对。")
    return said


def column_changes(old: Column, new: Column) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(word, before, after)
        for word, before, after in (
            (FIELD_WORDS[Field.COLUMN_NAME], old.name, new.name),
            (
                FIELD_WORDS[Field.COLUMN_CLASS],
                COLUMN_CLASS_WORDS[old.column_class],
                COLUMN_CLASS_WORDS[new.column_class],
            ),
            (FIELD_WORDS[Field.COLUMN_LEVEL], f"{old.level}级", f"{new.level}级"),
            ("识别规则", recipe_in_words(old.recipe), recipe_in_words(new.recipe)),
            (
                FIELD_WORDS[Field.IS_HISTORIC],
                "是" if old.is_historic else "否",
                "是" if new.is_historic else "否",
            ),
        )
        if before != after
    )
