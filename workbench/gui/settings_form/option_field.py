"""The right field for an option, by its type and what is noted of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QPlainTextEdit, QWidget

from workbench.gui.widgets.fields import ChoiceField, LineField, NumberField, indent_text
from workbench.settings.options import OptionNote

_LINES_HEIGHT = 64


@dataclass(frozen=True, slots=True)
class OptionField:
    """`read` gives the value as it stands in the field; `has_own_title` where the field carries its title itself."""

    widget: QWidget
    read: Callable[[], object]
    has_own_title: bool = False


def option_field(note: OptionNote, value: object) -> OptionField:
    if isinstance(value, bool):
        return _tick(note, value)
    if isinstance(value, int):
        number = NumberField(name=note.title, lowest=int(note.lowest), highest=int(note.highest), value=value)
        return OptionField(number, number.value)
    if isinstance(value, float):
        return _decimal(note, value)
    if isinstance(value, tuple):
        return _lines(note, value)
    if note.choices:
        return _choice(note, str(value))
    line = LineField(name=note.title, text=str(value))
    return OptionField(line, lambda: line.text().strip())


def _tick(note: OptionNote, value: bool) -> OptionField:
    box = QCheckBox(note.title)
    box.setAccessibleName(note.title)
    box.setChecked(value)
    return OptionField(box, box.isChecked, has_own_title=True)


def _decimal(note: OptionNote, value: float) -> OptionField:
    box = QDoubleSpinBox()
    box.setAccessibleName(note.title)
    box.setDecimals(1)
    box.setRange(note.lowest, note.highest)
    box.setValue(value)
    indent_text(box)
    return OptionField(box, box.value)


def _lines(note: OptionNote, value: tuple[object, ...]) -> OptionField:
    box = QPlainTextEdit("\n".join(str(each) for each in value))
    box.setAccessibleName(note.title)
    box.setTabChangesFocus(True)
    box.setPlaceholderText("一行一个")
    box.setFixedHeight(_LINES_HEIGHT)

    def read() -> tuple[str, ...]:
        return tuple(line.strip() for line in box.toPlainText().splitlines() if line.strip())

    return OptionField(box, read)


def _choice(note: OptionNote, value: str) -> OptionField:
    box = ChoiceField(name=note.title)
    for key, word in note.choices:
        box.addItem(word, key)
    box.setCurrentIndex(max(0, box.findData(value)))
    return OptionField(box, box.currentData)
