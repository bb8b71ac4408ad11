"""Lets the page follow the finding in hand; walking quickly through findings does not load a page for each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from workbench.gui.bench.finding_rows import FindingRow

_FOLLOW_MS = 180


class PlaceFollower(QObject):
    """`opened` is called with the finding in hand once the walking has stopped."""

    def __init__(self, *, opened: Callable[[FindingRow], None], parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._held: UUID | None = None
        self._found: FindingRow | None = None
        self._is_still = False
        self._owed: FindingRow | None = None
        self._pause = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._pause.timeout.connect(self._open)

    @contextmanager
    def still(self) -> Iterator[None]:
        """Whatever is taken up inside leaves the page where it is."""
        self.stop()
        self._is_still = True
        try:
            yield
        finally:
            self._is_still = False

    def open_owed(self) -> bool:
        """On arriving the first finding is in hand before its page is on screen: open that; False where nothing is owed."""
        owed, self._owed = self._owed, None
        if owed is not None:
            self._opened(owed)
        return owed is not None

    def take_up(self, found: FindingRow | None) -> None:
        wanted = found.finding.id if found is not None else None
        if wanted == self._held:
            if found is None or not found.waits:
                self._owed = None
            return
        self._held = wanted
        self._found = found
        self._owed = None
        if found is None or "://" not in found.place:
            return
        if not self._is_still:
            self._pause.start()
        elif found.waits:
            self._owed = found

    def stop(self) -> None:
        """What is on screen stays there, and is what is wanted."""
        self._pause.stop()
        self._owed = None

    def _open(self) -> None:
        if self._found is not None:
            self._opened(self._found)
