"""Rows below or between the entries that are no entries: totals, remarks, signatures, headings printed again."""

import re

from workbench.register.register_field import RegisterField as Field
from workbench.register.register_headers import is_heading
from workbench.register.register_sheet import SheetRow
from workbench.register.register_table import RegisterLine

_FOOTING = re.compile(
    r"^\s*(?:合\s*计|总\s*计|小\s*计|共计|注\s*[:：]|备\s*注\s*[:：]|说\s*明\s*[:：]|填\s*表|填\s*报|制\s*表|审\s*核|单位负责人\s*[:：])"
)
_PLACES = (Field.HOME_URL, Field.PREFIXES, Field.COLUMN_URL, Field.CODE, Field.PLATFORM, Field.RECEIVED)


def is_footing(row: SheetRow, line: RegisterLine) -> bool:
    """Whether the row says nothing of a subject, column or message; one with an address, code, platform or day always does."""
    if not any(text.strip() for text in line.texts.values()):
        return True
    for field in (Field.NAME, Field.COLUMN_NAME, Field.RECEIVED):
        if is_heading(line.text(field), field):
            return True
    first = next(cell for cell in row.cells if cell.strip())
    has_place = any(line.text(field).strip() not in ("", first.strip()) for field in _PLACES)
    return not has_place and _FOOTING.match(first) is not None
