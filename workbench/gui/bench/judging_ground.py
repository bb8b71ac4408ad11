"""Where indicators and the one in hand stand; a subject the standard asks nothing of says so in their place."""

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from workbench.gui.widgets.empty_state import EmptyState

NOTHING_TO_JUDGE = "指标体系里没有检查这类对象的指标，不用判定；新媒体账号按 Ctrl+4 填写检查表。"


class JudgingGround(QStackedWidget):
    def __init__(self) -> None:
        super().__init__()
        self._nothing = EmptyState("account", "没有要判定的指标", NOTHING_TO_JUDGE)
        self._left: QWidget | None = None
        self.addWidget(self._nothing)

    def hold(self, lists: QWidget) -> None:
        self.insertWidget(0, lists)
        self.setCurrentIndex(0)

    def show_whether(self, *, has_indicator: bool) -> None:
        """The keyboard stays here: left to itself it would go to the nearest button, and Enter would press it."""
        focused = QApplication.focusWidget()
        if not has_indicator and focused is not None and self.isAncestorOf(focused):
            self._left = focused
            self.setFocus()
        self.setCurrentIndex(0 if has_indicator else 1)
        if has_indicator and self.hasFocus() and self._left is not None:
            self._left.setFocus()

    @property
    def is_empty(self) -> bool:
        return self.currentWidget() is self._nothing
