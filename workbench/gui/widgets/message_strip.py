"""A sentence laid over the top of the page: what was done or went wrong. It goes by itself unless it is an error."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import tool_button
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import set_look, words

SHOWN_MS = 6000
_WIDEST = 720
_TOP = 10
_LOOKS = {Tone.DONE: ("done", "passed"), Tone.HINT: ("hint", "accent"), Tone.ERROR: ("error", "veto")}


class MessageStrip(QFrame):
    """Lies over `ground` and moves nothing on it."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._icon = IconLabel("hint")
        self._text = words(wraps=True, selectable=True)
        self._close = tool_button("reject", "关闭提示")
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._goes_by_itself = True
        self._inside = row(self._icon, self._text, self._close, margins=(14, 6, 8, 6), gap=10)
        self._inside.setStretch(1, 1)
        self.setLayout(self._inside)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.installEventFilter(self)
        self.hide()

    def tell(self, notice: NoticeLine) -> None:
        meaning, tone = _LOOKS[notice.tone]
        self._icon.set_icon(meaning, tone=tone)
        self._text.setText(notice.text)
        self.setAccessibleName(notice.text)
        set_look(self, "kind", f"strip_{notice.tone.value}")
        self._place()
        self.show()
        self.raise_()
        self._goes_by_itself = notice.tone is not Tone.ERROR
        self._count_down()

    def showEvent(self, event: QShowEvent) -> None:
        """The window may hide and come again on its own, as when the first page is shown: the countdown goes on."""
        super().showEvent(event)
        self._count_down()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _count_down(self) -> None:
        if self._goes_by_itself:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def text(self) -> str:
        return self._text.text()

    def _place(self) -> None:
        """In the middle, as wide as the words need and the ground allows."""
        metrics = self._text.fontMetrics()
        wanted = metrics.horizontalAdvance(self._text.text()) + 110
        width = max(240, min(wanted, _WIDEST, self._ground.width() - 40))
        height = max(self._inside.heightForWidth(width), 36)
        self.setGeometry((self._ground.width() - width) // 2, _TOP, width, height)
