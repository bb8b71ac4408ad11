"""What is on screen before a file is open: start, open, try; and the files opened last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.recent_files import recent_files
from workbench.gui.theme import TypeScale
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.elided_label import ElidedLabel
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words

_CARDS = (
    ("new-campaign", "new-campaign", "新建批次", "一个季度一个批次：选定指标体系和监测时间点，再导入台账。"),
    ("open-file", "open", "打开文件", "打开批次、任务包或结果包（*.inspection）。"),
    ("practice", "practice", "用练习城试一遍", "八个仿真网站，带着已知的毛病，断网也能走完整个流程。"),
)
_WIDTH = 760


class WelcomeView(QScrollArea):
    def __init__(self, actions: dict[str, QAction], open_file: Callable[[Path], None]) -> None:
        super().__init__()
        self._open_file = open_file
        self.setWidgetResizable(True)
        self.setAccessibleName("欢迎")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._recent = QVBoxLayout()
        self._list: QWidget | None = None
        made = [_card(meaning, title, text, actions[name]) for name, meaning, title, text in _CARDS]
        self._next = self._start = made[0].findChildren(QPushButton)[0]
        cards = row(*made, gap=12)
        for place in range(cards.count()):
            cards.setStretch(place, 1)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        middle.setLayout(
            column(
                words("从哪里开始？", scale="title"),
                words(
                    "检查政府网站与政务新媒体：导入台账、自动检查、逐项判定、合并结果、评分排名。",
                    tone="muted",
                    wraps=True,
                ),
                12,
                cards,
                row(_link(actions["tour"], "tour"), _link(actions["manual"], "help"), None),
                16,
                self._recent,
                gap=6,
            )
        )
        inside = QWidget()
        centre = row(None, middle, None)
        centre.setStretch(1, 8)
        inside.setLayout(column(48, centre, None, margins=(24, 0, 24, 24), gap=0))
        self.setWidget(inside)
        self.refresh()

    def refresh(self) -> None:
        if self._list is not None:
            self._list.deleteLater()
            self._list = None
        lines = [self._line(path) for path in recent_files()]
        if lines:
            self._list = QWidget()
            self._list.setLayout(column(words("最近打开", scale="heading"), *lines, gap=2))
            self._recent.addWidget(self._list)
        self._next = self._list.findChildren(QPushButton)[0] if self._list else self._start

    def showEvent(self, event: QShowEvent) -> None:
        """Enter goes on with the file opened last, or begins the first one."""
        super().showEvent(event)
        self._next.setFocus()

    def _line(self, path: Path) -> QHBoxLayout:
        button = push_button(path.stem, meaning="open", kind="link")
        button.clicked.connect(lambda: self._open_file(path))
        folder = ElidedLabel(
            str(path.parent), tone="muted", size=TypeScale.SMALL, mode=Qt.TextElideMode.ElideMiddle
        )
        layout = row(button, folder, gap=12)
        layout.setStretch(1, 1)
        return layout


def _card(meaning: str, title: str, text: str, action: QAction) -> QWidget:
    button: QPushButton = push_button(title, kind="primary" if meaning == "new-campaign" else "plain")
    button.clicked.connect(action.trigger)
    button.setToolTip(action.toolTip())
    layout = column(
        row(IconLabel(meaning, tone="accent", side=28), None),
        words(title, scale="heading"),
        words(text, tone="muted", wraps=True),
        None,
        row(button, None),
        margins=(16, 16, 16, 16),
        gap=8,
    )
    card = framed(layout)
    card.setMinimumWidth(180)
    return card


def _link(action: QAction, meaning: str) -> QPushButton:
    button = push_button(action.text(), meaning=meaning, kind="link")
    button.setToolTip(action.toolTip())
    button.clicked.connect(action.trigger)
    return button
