"""Files dragged onto the window, wherever they land: results are merged, campaigns and task packs opened, lists imported.

The window's own handle is watched, before the widget below the pointer is asked: a field would else write the address
down as text. Pictures are left to the pages.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

from workbench.gui.campaign_form import SUFFIX

LISTS = (".csv", ".xlsx", ".xls", ".zip")
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dropped and the window knows what to do with."""

    packs: tuple[Path, ...]
    lists: tuple[Path, ...]


class FileDrops(QObject):
    def __init__(self, parent: QObject, *, taken: Callable[[Dropped], None]) -> None:
        super().__init__(parent)
        self._taken = taken
        self._watched: QObject | None = None

    def watch(self, handle: QObject | None) -> None:
        """The handle comes with the first showing, and a new one may come later."""
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        dropped = sort_out(event.mimeData())
        if dropped is None:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._taken(dropped)
        return True


def sort_out(carried: QMimeData) -> Dropped | None:
    """None where nothing of it is for the window."""
    paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
    packs, lists = _ending_in(paths, (SUFFIX,)), _ending_in(paths, LISTS)
    return Dropped(packs, lists) if packs or lists else None


def _ending_in(paths: Sequence[Path], endings: tuple[str, ...]) -> tuple[Path, ...]:
    return tuple(path for path in paths if path.suffix.lower() in endings)
