"""Asks the engine how a load ended where it does not say so: the events of one that replaced another get lost now and then."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

_WATCH_MS = 1200
_OUR_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
# The status of the answer that the document was made of, 0 where the engine does not know one.
_END = """JSON.stringify([location.href, (performance.getEntriesByType("navigation")[0] || {}).responseStatus || 0])"""


@dataclass(frozen=True, slots=True)
class LoadEnd:
    """What stands in the page: `status` is that of the answer it was made of, 0 where none is known."""

    address: str
    status: int

    @property
    def is_nothing(self) -> bool:
        return self.address.startswith(("about:", "chrome-error:")) or not self.address


class LoadWatch(QObject):
    """`ended` is called once for every address asked for, some time after the page has come to rest."""

    def __init__(self, parent: QObject, *, ended: Callable[[QWebEnginePage, LoadEnd], None]) -> None:
        super().__init__(parent)
        self._ended = ended
        self._page: QWebEnginePage | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WATCH_MS)
        self._timer.timeout.connect(self._look)

    def begin(self, page: QWebEnginePage) -> None:
        self._page = page
        self._timer.start()

    def stop(self) -> None:
        self._page = None
        self._timer.stop()

    def _look(self) -> None:
        page = self._page
        if page is None:
            return
        if page.isLoading():
            self._timer.start()
            return

        def judge(said: object) -> None:
            if page is self._page and isinstance(said, str) and said:
                address, status = json.loads(said)
                self._ended(page, LoadEnd(str(address), int(status)))

        page.runJavaScript(_END, _OUR_WORLD, judge)
