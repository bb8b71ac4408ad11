"""The rules of the standard as a table: what repeats is said once, how sure each is and who changed it beside it."""

from PySide6.QtCore import QObject

from workbench.domain.score import shown_number
from workbench.gui.outcome_look import CERTAINTY_LOOKS
from workbench.gui.standard_view.rule_rows import RuleRow
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel

_WIDTHS = (72, 146, 62, 76, 86, 196, 116, 136)
_WHEN = 5


def _points(found: RuleRow) -> str:
    return shown_number(found.indicator.points) if found.indicator and found.opens_indicator else ""


def _points_sign(found: RuleRow) -> tuple[str, str]:
    """Points nobody has verified cap nothing, however sure the rules below them are."""
    is_open = any(line.is_unverified and line.cell.rule is None for line in found.cells)
    return ("uncertain", "proposed") if found.indicator and found.opens_indicator and is_open else ("", "")


def _certainty(found: RuleRow) -> str:
    return CERTAINTY_LOOKS[found.certainty].word if found.certainty else ""


def _certainty_sign(found: RuleRow) -> tuple[str, str]:
    if found.certainty is None:
        return "", ""
    look = CERTAINTY_LOOKS[found.certainty]
    return look.meaning, look.tone


def _changed_sign(found: RuleRow) -> tuple[str, str]:
    if not found.changed:
        return "", ""
    is_torn = any(line.sides for line in found.cells)
    return ("dispute", "doubtful") if is_torn else ("changed", "muted")


_FIELDS: tuple[Field[RuleRow], ...] = (
    Field(title="部分", text=lambda found: found.part if found.opens_part else ""),
    Field(title="指标", text=lambda found: found.name if found.opens_indicator else ""),
    Field(title="分值", text=_points, sign=_points_sign, is_number=True),
    Field(title="细则", text=lambda found: found.rule.code if found.rule else ""),
    Field(title="依据", text=_certainty, sign=_certainty_sign),
    Field(title="情形", text=lambda found: found.when),
    Field(title="扣/加分", text=lambda found: found.price),
    Field(title="本单位改动", text=lambda found: found.changed, sign=_changed_sign),
)


class RuleTable(RecordTable):
    """The row in hand stays in hand; where it is shown no more, the one in its place is taken up."""

    def __init__(self, parent: QObject) -> None:
        self.rules = RowModel(_FIELDS, parent=parent)
        super().__init__(name="细则", model=self.rules, widths=_WIDTHS, stretches=_WHEN)

    @property
    def chosen(self) -> RuleRow | None:
        return self.rules.row(self.currentIndex())

    def show_rows(self, rows: tuple[RuleRow, ...]) -> None:
        before, place = self.chosen, self.currentIndex().row()
        self.rules.show(rows)
        keys = [row.key for row in self.rules.rows]
        kept = keys.index(before.key) if before and before.key in keys else min(place, len(keys) - 1)
        self.selectRow(max(0, kept))

    def select_key(self, key: str) -> bool:
        """Whether the rule, or the cell of the scoring, is shown."""
        place = next((n for n, row in enumerate(self.rules.rows) if row.key == key), None)
        if place is not None:
            self.selectRow(place)
        return place is not None
