"""What a cell holds, as text: a code stored as a number keeps its digits."""

import datetime as dt

from openpyxl.utils.escape import unescape

from workbench.register.register_bounds import MAX_CELL_CHARACTERS

_EXACT_BELOW = 1e15


def cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    text = str(value)[:MAX_CELL_CHARACTERS]
    # Workbooks write a carriage return inside a cell as _x000D_.
    return unescape(text) if "_x" in text else text


def _number_text(value: float) -> str:
    if value.is_integer() and abs(value) < _EXACT_BELOW:
        return str(int(value))
    return repr(value)
