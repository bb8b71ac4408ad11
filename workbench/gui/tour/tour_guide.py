"""Leads through the steps of the tour; by itself the first time the practice city is opened, later when asked."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from workbench.gui.tour.tour_overlay import TourOverlay
from workbench.gui.tour.tour_steps import STEPS
from workbench.gui.widgets.split_view import layout_memory

_SEEN = "tour-seen"


class TourGuide:
    """`ground` is what the overlay covers; `go` shows a page; `start_practice` opens the city where there is nothing to show."""

    def __init__(
        self, *, ground: Callable[[], QWidget], go: Callable[[str], None], start_practice: Callable[[], None]
    ) -> None:
        self._ground, self._go, self._start_practice = ground, go, start_practice
        self._number = 0
        self._is_wanted = False
        self.overlay: TourOverlay | None = None

    def begin(self, *, is_open: bool) -> None:
        """Now, or as soon as the practice city is there."""
        if is_open:
            self._show(0)
        else:
            self._is_wanted = True
            self._start_practice()

    def practice_opened(self) -> None:
        """Whoever sees the city for the first time is led; leaving is one key."""
        if self._is_wanted or not has_been_seen():
            self._is_wanted = False
            # The page is laid out first, so that the light falls where it should.
            QTimer.singleShot(0, self._ground(), lambda: self._show(0))

    def end(self) -> None:
        remember_seen()
        overlay, self.overlay = self.overlay, None
        if overlay is not None:
            overlay.hide()
            overlay.deleteLater()
            self._go(STEPS[self._number].page)

    def _step(self, by: int) -> None:
        if by == 0 or self._number + by >= len(STEPS):
            self.end()
        else:
            self._show(max(0, self._number + by))

    def _show(self, number: int) -> None:
        self._number = number
        step = STEPS[number]
        self._go(step.page)
        lit = part_called(self._ground(), step.part)
        if self.overlay is None:
            self.overlay = TourOverlay(self._ground(), stepped=self._step)
        self.overlay.show_step(step, lit or self._ground(), number=number + 1, of=len(STEPS))


def part_called(ground: QWidget, name: str) -> QWidget | None:
    """The visible widget of this object name or class."""
    return next(
        (
            each
            for each in ground.findChildren(QWidget)
            if each.isVisible() and (each.objectName() == name or name in _kinds(each))
        ),
        None,
    )


def _kinds(widget: QWidget) -> set[str]:
    return {kind.__name__ for kind in type(widget).__mro__}


def has_been_seen() -> bool:
    return layout_memory().value(_SEEN, defaultValue=False, type=bool) is True


def remember_seen() -> None:
    layout_memory().setValue(_SEEN, True)
