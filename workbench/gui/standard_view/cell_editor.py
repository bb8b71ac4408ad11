"""The field in which a cell is filled in: one per sort of value, each giving its text as a standard's file writes it."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QWidget

from workbench.domain.standard import Certainty, Per
from workbench.domain.subject import KIND_WORDS, SubjectKind
from workbench.domain.window import Window
from workbench.gui.standard_view.cell_lines import CellLine
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.fields import ChoiceField, LineField, NumberField
from workbench.standards.cell_values import written
from workbench.standards.cell_words import PER_WORDS

_UNITS = {"d": "天", "mo": "个月", "y": "年"}
_LONGEST = 3660
_MOST = 1000
Changed = Callable[[], None]


class CellEditor(QWidget):
    """Reads as the text of the cell; `first` is what the keys go to."""

    def __init__(self, line: CellLine, *, changed: Changed) -> None:
        super().__init__()
        self.value: Callable[[], str] = str
        self.setAccessibleName(line.title)
        self._line = line
        self._changed = changed
        self.first: QWidget = self._build(line.cell.value)
        self.setFocusProxy(self.first)

    def _build(self, value: object) -> QWidget:
        name = self._line.cell.address.name
        if name in ("applies_to", "scored_kinds"):
            return self._kinds(value if isinstance(value, tuple) else ())
        if isinstance(value, Window):
            return self._window(value)
        if isinstance(value, Certainty):
            return self._certainty()
        if isinstance(value, Per):
            return self._per(value)
        if name == "at_least":
            return self._count(value if isinstance(value, int) else 1)
        return self._text(written(value) if isinstance(value, Decimal | str) else "")

    def _text(self, text: str) -> QWidget:
        is_sentence = self._line.cell.address.name == "when"
        field = LineField(name=self._line.title, hint="一句话" if is_sentence else "例如 0.5", text=text)
        field.textChanged.connect(lambda _text: self._changed())
        if not is_sentence:
            field.setMaximumWidth(160)
        self.setLayout(row(field) if is_sentence else row(field, None))
        self.value = lambda: field.text().strip()
        return field

    def _count(self, number: int) -> QWidget:
        field = NumberField(name=self._line.title, lowest=1, highest=_MOST, value=number)
        field.valueChanged.connect(lambda _value: self._changed())
        self.setLayout(row(field, None))
        self.value = lambda: str(field.value())
        return field

    def _window(self, window: Window) -> QWidget:
        field = NumberField(name=f"{self._line.title}的长度", lowest=1, highest=_LONGEST, value=window.amount)
        unit = ChoiceField(name=f"{self._line.title}的单位")
        for key, word in _UNITS.items():
            unit.addItem(word, key)
        unit.setCurrentIndex(unit.findData(window.unit))
        field.valueChanged.connect(lambda _value: self._changed())
        unit.currentIndexChanged.connect(lambda _index: self._changed())
        self.setLayout(row(field, unit, None))
        self.value = lambda: f"{field.value()}{unit.currentData()}"
        return field

    def _per(self, per: Per) -> QWidget:
        field = ChoiceField(name=self._line.title)
        for each, word in PER_WORDS.items():
            field.addItem(word, each.value)
        field.setCurrentIndex(field.findData(per.value))
        field.currentIndexChanged.connect(lambda _index: self._changed())
        self.setLayout(row(field, None))
        self.value = lambda: str(field.currentData())
        return field

    def _certainty(self) -> QWidget:
        field = ChoiceField(name=self._line.title)
        field.addItem("已对照原文核实", Certainty.CONFIRMED.value)
        self.setLayout(row(field, None))
        self.value = lambda: Certainty.CONFIRMED.value
        return field

    def _kinds(self, kinds: tuple[SubjectKind, ...]) -> QWidget:
        boxes = {kind: QCheckBox(KIND_WORDS[kind]) for kind in SubjectKind}
        for kind, box in boxes.items():
            box.setAccessibleName(f"{self._line.title}：{box.text()}")
            box.setChecked(kind in kinds)
            box.toggled.connect(lambda _is_on: self._changed())
        self.setLayout(row(*boxes.values(), None, gap=12))
        self.value = lambda: ", ".join(kind for kind, box in boxes.items() if box.isChecked())
        return next(iter(boxes.values()))
