"""A sentence in the bar at the top: what was done or went wrong. It goes by itself unless it is an error."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import tool_button
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import set_look, words

SHOWN_MS = 6000
_NARROWEST = 220
_WIDEST = 720
_BESIDE_WORDS = 100
_LOOKS = {Tone.DONE: ("done", "passed"), Tone.HINT: ("hint", "accent"), Tone.ERROR: ("error", "veto")}


class MessageStrip(QFrame):
    """Has room of its own and covers nothing; as wide as its words need, in several lines where they are many."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("hint")
        self._text = words(wraps=True, selectable=True)
        self._close = tool_button("reject", "关闭提示（Esc）")
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._goes_by_itself = True
        inside = row(self._icon, self._text, self._close, margins=(12, 3, 6, 3), gap=8)
        inside.setStretch(1, 1)
        self.setLayout(inside)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_NARROWEST)
        self.hide()

    def tell(self, notice: NoticeLine) -> None:
        meaning, tone = _LOOKS[notice.tone]
        self._icon.set_icon(meaning, tone=tone)
        self._text.setText(notice.text)
        self.setAccessibleName(notice.text)
        set_look(self, "kind", f"strip_{notice.tone.value}")
        wanted = self._text.fontMetrics().horizontalAdvance(notice.text) + _BESIDE_WORDS
        self.setMaximumWidth(max(_NARROWEST, min(wanted, _WIDEST)))
        self.show()
        self._goes_by_itself = notice.tone is not Tone.ERROR
        self._count_down()

    def showEvent(self, event: QShowEvent) -> None:
        """The window may hide and come again on its own, as when the first page is shown: the countdown goes on."""
        super().showEvent(event)
        self._count_down()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def text(self) -> str:
        return self._text.text()

    def _count_down(self) -> None:
        if self._goes_by_itself:
            self._timer.start()
        else:
            self._timer.stop()
