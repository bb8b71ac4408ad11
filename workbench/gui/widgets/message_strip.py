"""A strip below the title bar that says what was done or went wrong; it goes away by itself unless it is an error."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame

from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import tool_button
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import set_look, words

SHOWN_MS = 6000
_LOOKS = {Tone.DONE: ("done", "passed"), Tone.HINT: ("hint", "accent"), Tone.ERROR: ("error", "veto")}


class MessageStrip(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("hint")
        self._text = words(wraps=True, selectable=True)
        self._close = tool_button("reject", "关闭提示")
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        layout = row(self._icon, self._text, self._close, margins=(16, 6, 10, 6))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    def tell(self, notice: NoticeLine) -> None:
        meaning, tone = _LOOKS[notice.tone]
        self._icon.set_icon(meaning, tone=tone)
        self._text.setText(notice.text)
        self.setAccessibleName(notice.text)
        set_look(self, "kind", f"strip_{notice.tone.value}")
        self.show()
        if notice.tone is Tone.ERROR:
            self._timer.stop()
        else:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def text(self) -> str:
        return self._text.text()
