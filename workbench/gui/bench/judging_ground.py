"""Where indicators and the one in hand stand; a subject the standard asks nothing of says so in their place."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.gui.widgets.empty_state import EmptyState

NOTHING_TO_JUDGE = "指标体系里没有检查这类对象的指标，不用判定；新媒体账号按 Ctrl+4 填写检查表。"


class JudgingGround(QStackedWidget):
    def __init__(self) -> None:
        super().__init__()
        self._nothing = EmptyState("account", "没有要判定的指标", NOTHING_TO_JUDGE)
        self.addWidget(self._nothing)

    def hold(self, lists: QWidget) -> None:
        self.insertWidget(0, lists)
        self.setCurrentIndex(0)

    def show_whether(self, *, has_indicator: bool) -> None:
        self.setCurrentIndex(0 if has_indicator else 1)

    @property
    def is_empty(self) -> bool:
        return self.currentWidget() is self._nothing
