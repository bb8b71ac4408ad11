"""Entry fields that keep the Enter key to themselves and a search field that waits until the typing stops."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QSpinBox, QWidget

from workbench.gui.icons import icon

SEARCH_PAUSE_MS = 250
_INDENT = 7
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def keeps_enter(event: QEvent) -> bool:
    """Whether the event asks if Enter belongs to the field; otherwise the page's key for Enter would win."""
    is_question = event.type() == QEvent.Type.ShortcutOverride
    if is_question and isinstance(event, QKeyEvent) and event.key() in _ENTER:
        event.accept()
        return True
    return False


class LineField(QLineEdit):
    def __init__(self, *, name: str, hint: str = "", text: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def when_given_up(self, left: Callable[[], None]) -> None:
        """Call at Escape: a field on a page, unlike one in a dialog, would keep the keyboard for ever."""
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(left)

    def event(self, event: QEvent) -> bool:
        return keeps_enter(event) or super().event(event)


def indent_text(field: QAbstractSpinBox) -> None:
    """Let the number stand as far in as the text of other fields: the style sheet does not reach the line inside."""
    field.lineEdit().setTextMargins(_INDENT, 0, 0, 0)


class NumberField(QSpinBox):
    def __init__(self, *, name: str, lowest: int, highest: int, value: int) -> None:
        super().__init__()
        self.setRange(lowest, highest)
        self.setValue(value)
        self.setAccessibleName(name)
        self.setGroupSeparatorShown(False)
        indent_text(self)

    def event(self, event: QEvent) -> bool:
        return keeps_enter(event) or super().event(event)


class ChoiceField(QComboBox):
    """A closed list of choices, each with the value it stands for."""

    def __init__(self, *, name: str, is_long: bool = False) -> None:
        """`is_long` is for choices of whole sentences: the field then takes the width it is given."""
        super().__init__()
        self.setAccessibleName(name)
        policies = QComboBox.SizeAdjustPolicy
        self.setSizeAdjustPolicy(
            policies.AdjustToMinimumContentsLengthWithIcon if is_long else policies.AdjustToContents
        )
        self.setMinimumContentsLength(20 if is_long else 4)

    def event(self, event: QEvent) -> bool:
        return keeps_enter(event) or super().event(event)


class SearchField(LineField):
    """Tells what is typed once the typing pauses."""

    def __init__(self, *, name: str, hint: str, found: Callable[[str], None]) -> None:
        super().__init__(name=name, hint=hint)
        self.setClearButtonEnabled(True)
        self.addAction(icon("find", tone="faint"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(lambda: found(self.text().strip()))
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._now)
        self._found = found

    def _now(self) -> None:
        self._pause.stop()
        self._found(self.text().strip())

    def lead_to(self, listed: QWidget) -> None:
        """Enter goes on to what was found; Escape gives the search up and goes back there too."""
        self.returnPressed.connect(listed.setFocus)
        self.when_given_up(lambda: self._give_up(listed))

    def start_over(self, text: str = "") -> None:
        """This is searched for from now on, or nothing, and that is told at once."""
        self.setText(text)
        self._now()

    def _give_up(self, listed: QWidget) -> None:
        self.start_over()
        listed.setFocus()
