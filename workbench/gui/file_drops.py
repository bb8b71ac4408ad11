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
from workbench.gui.destination import Destination
from workbench.gui.notice_line import NoticeLine
from workbench.gui.session import Session
from workbench.operations.kind_of_file import kind_of_file
from workbench.storage.workspace_kind import WorkspaceKind

LISTS = (".csv", ".xlsx", ".xls", ".zip")
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dropped and the window knows what to do with."""

    packs: tuple[Path, ...]
    lists: tuple[Path, ...]


class FileDrops(QObject):
    def __init__(
        self,
        parent: QObject,
        *,
        session: Session,
        open_file: Callable[[Path], None],
        navigate: Callable[[Destination], None],
        tell: Callable[[NoticeLine], None],
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open_file, self._navigate, self._tell = open_file, navigate, tell
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
            self.take(dropped)
        return True

    def take(self, dropped: Dropped) -> None:
        """Results are merged, a campaign or task pack is opened, a list is imported."""
        if dropped.packs and not self._session.is_open:
            self._open_file(dropped.packs[0])
        elif len(dropped.packs) > 1:
            self._merge(dropped.packs)
        elif dropped.packs:
            (pack,) = dropped.packs
            self._session.read(
                self, lambda _open: kind_of_file(pack), done=lambda kind: self._take_pack(pack, kind)
            )
        elif self._session.is_open:
            self._navigate(Destination(page="register", files=dropped.lists[:1]))
        else:
            self._tell(NoticeLine("名单要导入到批次里：请先新建或打开一个批次，再把它拖进来。"))

    def _take_pack(self, pack: Path, kind: WorkspaceKind) -> None:
        if kind is WorkspaceKind.RESULT_PACK:
            self._merge((pack,))
        else:
            self._open_file(pack)

    def _merge(self, packs: tuple[Path, ...]) -> None:
        self._navigate(Destination(page="merging", files=packs))


def sort_out(carried: QMimeData) -> Dropped | None:
    """None where nothing of it is for the window."""
    paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
    packs, lists = _ending_in(paths, (SUFFIX,)), _ending_in(paths, LISTS)
    return Dropped(packs, lists) if packs or lists else None


def _ending_in(paths: Sequence[Path], endings: tuple[str, ...]) -> tuple[Path, ...]:
    return tuple(path for path in paths if path.suffix.lower() in endings)
