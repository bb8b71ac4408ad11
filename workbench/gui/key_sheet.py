"""The sheet of all keys, made from the catalogue of commands."""

from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.commands.command_catalogue import Command, all_commands, shown_keys
from workbench.gui.page_catalogue import all_pages
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.words import words


class KeySheet(DialogFrame):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, title="键盘操作", text="手不离键盘也能检查完一个网站。", cancel="关闭")
        keyed = [entry for entry in all_commands() if entry.keys]
        groups = [(name, tuple(members)) for name, members in groupby(keyed, key=lambda entry: entry.group)]
        pages = [(f"Ctrl+{number}", entry.title) for number, entry in enumerate(all_pages(), start=1)]
        cards = [_card("页面", pages)] + [
            _card(name, [_pair(entry) for entry in members]) for name, members in groups
        ]
        left, right = column(gap=12), column(gap=12)
        heights = [0, 0]
        for card, size in cards:
            side = 0 if heights[0] <= heights[1] else 1
            (left, right)[side].addWidget(card)
            heights[side] += size
        left.addStretch(1)
        right.addStretch(1)
        inside = QWidget()
        inside.setLayout(row(left, right, gap=12))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName("键盘操作一览")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(area, stretch=1)
        self.resize(QSize(760, 800).boundedTo(self.screen().availableSize()))


def _pair(entry: Command) -> tuple[str, str]:
    return shown_keys(entry), entry.title


def _card(name: str, pairs: list[tuple[str, str]]) -> tuple[QWidget, int]:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for line, (keys, title) in enumerate(pairs):
        grid.addWidget(_key(keys), line, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(words(title, wraps=True), line, 1)
    whole: QVBoxLayout = column(words(name, scale="heading"), grid, margins=(16, 12, 16, 14), gap=10)
    return framed(whole), len(pairs) + 2


def _key(keys: str) -> QLabel:
    return words(keys, scale="strong", tone="accent")
