"""Panels side by side or one above the other, with a thin line between that can be dragged."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def split_view(
    orientation: Qt.Orientation, parts: tuple[QWidget, ...], *, sizes: tuple[int, ...]
) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for part in parts:
        splitter.addWidget(part)
    splitter.setSizes(list(sizes))
    return splitter
