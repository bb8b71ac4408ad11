"""How the panels of the bench stand beside each other, on a wide screen and on a small or much enlarged one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from workbench.gui.bench.judging_ground import JudgingGround
from workbench.gui.widgets.boxes import column, framed
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.split_view import split_view

_WIDTHS = (264, 716, 384)
_LEAST_WIDTHS = (170, 330, 334)
_HEIGHTS = (560, 240)
_LIST_HEIGHTS = (225, 475)
_LEAST_LIST_HEIGHT = 96


def lay_out_bench(
    *,
    subjects: QWidget,
    hints: QWidget,
    line: QWidget,
    web: QWidget,
    results: QWidget,
    score: QWidget,
    indicators: QWidget,
    indicator: QWidget,
    deciding: QWidget,
    ground: JudgingGround,
) -> QSplitter:
    """Subjects at the left, page over results in the middle, score over indicators over the one in hand at the right; what
    decides the finding in hand stays below them, however far they are scrolled.
    """
    left_layout = column(subjects, hints, gap=0)
    left_layout.setStretch(0, 1)
    left = framed(left_layout, kind="surface")
    pages = QWidget()
    shown = column(line, web, gap=0)
    shown.setStretch(1, 1)
    pages.setLayout(shown)
    middle = split_view("bench-page", Qt.Orientation.Vertical, (pages, results), sizes=_HEIGHTS)
    indicators.setMinimumHeight(_LEAST_LIST_HEIGHT)
    lists = split_view(
        "bench-indicators", Qt.Orientation.Vertical, (indicators, indicator), sizes=_LIST_HEIGHTS
    )
    ground.hold(lists)
    right_layout = column(score, ground, gap=0)
    right_layout.setStretch(1, 1)
    judging = column(_scrolled(framed(right_layout, kind="surface")), deciding, gap=0)
    judging.setStretch(0, 1)
    right = framed(judging, kind="surface")
    for part, width in zip((left, middle, right), _LEAST_WIDTHS, strict=True):
        part.setMinimumWidth(width)
    bench = split_view("bench", Qt.Orientation.Horizontal, (left, middle, right), sizes=_WIDTHS)
    bench.setStretchFactor(1, 1)
    return bench


def _scrolled(panel: QWidget) -> QScrollArea:
    """Where the screen is too low for all of it, the column scrolls instead of squeezing its parts."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(panel)
    return area


def no_subjects(*, take_in: Callable[[], None]) -> EmptyState:
    """Stands in for the bench while the register is empty."""
    button = push_button("导入台账…", meaning="import", kind="primary")
    button.clicked.connect(lambda: take_in())
    return EmptyState(
        "register", "台账还是空的", "先导入要检查的网站、频道和账号，再回到这里逐个检查。", button
    )
