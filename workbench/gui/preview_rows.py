"""What every preview of an import shows of a row: its state with sign and word, and what would happen to it."""

from collections.abc import Iterable

from workbench.gui.widgets.row_model import Field
from workbench.register.preview_row import ROW_STATE_WORDS, PreviewRow, RowState

_SIGNS = {
    RowState.NEW: ("new-row", "passed"),
    RowState.CHANGED: ("changed-row", "accent"),
    RowState.SAME: ("same-row", "na"),
    RowState.FAULTY: ("faulty-row", "veto"),
}
# What wants a look first; within a state the order of the file stays.
_URGENCY = (RowState.FAULTY, RowState.CHANGED, RowState.NEW, RowState.SAME)


def preview_fields(*, code: str, name: str) -> tuple[Field[PreviewRow], ...]:
    """The fields of the table; `code` and `name` are the headings over what the rows are known by."""
    return (
        Field(
            title="行", text=lambda found: str(found.line), is_number=True, order=lambda found: (found.line,)
        ),
        Field(
            title="结果",
            text=lambda found: ROW_STATE_WORDS[found.state],
            sign=lambda found: _SIGNS[found.state],
        ),
        Field(title=code, text=lambda found: found.code),
        Field(title=name, text=lambda found: found.name),
        Field(title="说明", text=what_happens),
    )


def what_happens(found: PreviewRow) -> str:
    """Why a row is faulty, or what would change. The number of the line stands in a column of its own."""
    changes = [f"{change.label}：{change.old or '空'} → {change.new or '空'}" for change in found.changes]
    reason = found.reason.replace(f"第{found.line}行：", "") if not found.source else found.reason
    return "；".join([reason, *changes] if reason else changes)


def rows_in_state(rows: Iterable[PreviewRow], state: object) -> list[PreviewRow]:
    """Those of one state, given by its value, or all where it is None; what wants a look first."""
    shown = [found for found in rows if state is None or found.state.value == state]
    return sorted(shown, key=lambda found: _URGENCY.index(found.state))
