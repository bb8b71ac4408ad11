"""The frame of every dialog: heading, one sentence of explanation, the body, and the acts at the foot."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QTableView, QWidget

from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.help_asking import ask_help
from workbench.gui.widgets.scrolling_area import ScrollingArea
from workbench.gui.widgets.words import set_tone, words

_FRAME = QSize(16, 48)


class DialogFrame(QDialog):
    """Subclasses fill `body` and name the act that accepts; a complaint is shown beside the buttons, never in a box."""

    def __init__(
        self, parent: QWidget | None, *, title: str, text: str = "", accept: str = "", cancel: str = "取消"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = column(gap=10)
        self.acts = row(gap=8)
        self._text = words(text, tone="muted", wraps=True)
        if not text:
            self._text.hide()
        self._complaint = words(tone="veto", wraps=True)
        self._cancel = push_button(cancel)
        self._cancel.clicked.connect(self.reject)
        self.accept_button: QPushButton | None = None
        foot = row(self._complaint, self.acts, self._cancel, margins=(20, 12, 20, 12))
        foot.setStretch(0, 1)
        if accept:
            self.accept_button = push_button(accept, kind="primary")
            self.accept_button.setDefault(True)
            self.accept_button.clicked.connect(self.take)
            self.accept_button.installEventFilter(self)
            foot.addWidget(self.accept_button)
        head = column(words(title, scale="title"), self._text, gap=4, margins=(20, 18, 20, 4))
        body = column(self.body, margins=(20, 4, 20, 16))
        upper = column(head, body, gap=4)
        upper.setStretch(1, 1)
        self._upper = QWidget()
        self._upper.setLayout(upper)
        self._scrolling: ScrollingArea | None = None
        self._whole = column(self._upper, framed(foot, kind="foot"), gap=4)
        self._whole.setStretch(0, 1)
        self.setLayout(self._whole)

    def set_text(self, text: str) -> None:
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def add(self, part: QWidget | QLayout, *, stretch: int = 0) -> None:
        if isinstance(part, QLayout):
            self.body.addLayout(part, stretch)
        else:
            self.body.addWidget(part, stretch)

    def take(self) -> None:
        """The accepting act; subclasses that store something close only once it is stored."""
        self.accept()

    def complain(self, error: Exception | str) -> None:
        set_tone(self._complaint, "veto")
        self._complaint.setText(str(error))
        if self.accept_button is not None:
            self.accept_button.setEnabled(True)

    def complaint(self) -> str:
        return self._complaint.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Never larger than the screen, however much it enlarges; what does not fit then scrolls above the buttons."""
        super().showEvent(event)
        self._keep_on_screen()
        if self.focusWidget() in (None, self._cancel):
            self._focus_what_is_next()

    def _focus_what_is_next(self) -> None:
        """Enter accepts: the button that shows the focus has to be that one, not the one that cancels. Where nothing is
        accepted there is a list to walk.
        """
        if self.accept_button is not None:
            self.accept_button.setFocus()
            return
        found = next((each for each in self.findChildren(QTableView) if each.isVisible()), None)
        if found is not None:
            found.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dialog that could not be accepted until something was read: Enter is for what it can do now, not for giving up."""
        is_waiting = self.isVisible() and self.focusWidget() in (None, self._cancel)
        if event.type() == QEvent.Type.EnabledChange and is_waiting and watched is self.accept_button:
            self.accept_button.setFocus()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 reaches the dialog from whatever field is in it; Enter presses the button that has the focus, not the one that
        accepts. Qt's own Enter would press the accepting button of a dialog just opened over this one too.
        """
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_enter &= not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_F1:
            ask_help(self)
        elif is_enter and isinstance(focused, QPushButton) and focused is not self.accept_button:
            focused.click()
        elif is_enter:
            # A field that takes Enter for itself passes it on all the same, when the dialog may be over by then.
            if self.accept_button is not None and self.isVisible():
                self.accept_button.click()
        else:
            super().keyPressEvent(event)

    def _keep_on_screen(self) -> None:
        # The frame the system puts round it must find room too, or the buttons at the foot are off the screen.
        room = self.screen().availableSize() - _FRAME
        least = self._whole.totalMinimumSize()
        needed = max(least.height(), self._whole.totalMinimumHeightForWidth(max(self.width(), least.width())))
        if self._scrolling is None and (needed > room.height() or least.width() > room.width()):
            self._scrolling = ScrollingArea(self._upper)
            self._whole.insertWidget(0, self._scrolling, 1)
        self.setMinimumSize(self.minimumSize().boundedTo(room))
        self.resize(self.size().boundedTo(room))

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter accepts from inside a text field too; what grows while it is shown stays on the screen."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and self._scrolling is None:
            self._keep_on_screen()
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and self.accept_button is not None:
            assert isinstance(event, QKeyEvent)
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept_button.click()
                return True
        return super().event(event)
