"""Panels side by side or one above the other, with a thin line between that can be dragged and stays where it was put."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from workbench.paths import user_data_dir


def layout_memory() -> QSettings:
    """Where the sizes of window and panels are kept on this PC."""
    return QSettings(str(user_data_dir() / "layout.ini"), QSettings.Format.IniFormat)


def split_view(
    name: str, orientation: Qt.Orientation, parts: tuple[QWidget, ...], *, sizes: tuple[int, ...]
) -> QSplitter:
    """`sizes` hold until the line is dragged; from then on it is remembered under `name`."""
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for part in parts:
        splitter.addWidget(part)
    splitter.setSizes(list(sizes))
    kept = layout_memory().value(name)
    if isinstance(kept, QByteArray):
        splitter.restoreState(kept)
    splitter.splitterMoved.connect(
        lambda _place, _index: layout_memory().setValue(name, splitter.saveState())
    )
    return splitter
