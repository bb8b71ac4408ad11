"""The check in the title bar: what is in hand, how far, how fast, how long still; paused, gone on with, and ended here."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QProgressBar, QWidget

from workbench.gui.check_events import CheckState
from workbench.gui.theme import TypeScale
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.elided_label import ElidedLabel

_SCALE = 1000


class ProgressChip(QWidget):
    """`actions` pause, go on with and end the checks."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.pause_button = action_button(actions["pause-checks"])
        self.resume_button = action_button(actions["run-checks"])
        self.end_button = action_button(actions["end-checks"])
        self._line = ElidedLabel(tone="muted", size=TypeScale.SMALL)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("检查进度")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _SCALE)
        words = column(self._line, self._bar, gap=4)
        layout = row(words, self.pause_button, self.resume_button, self.end_button, gap=4)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setMinimumWidth(180)
        self.setMaximumWidth(420)
        self.hide()

    def show_state(self, state: CheckState) -> None:
        self.setVisible(state.is_running or state.is_paused)
        self.pause_button.setVisible(state.is_running)
        self.resume_button.setVisible(state.is_paused)
        self._line.set_text(in_words(state))
        share = share_done(state)
        self._bar.setRange(0, 0 if share is None else _SCALE)
        if share is not None:
            self._bar.setValue(round(share * _SCALE))


def share_done(state: CheckState) -> float | None:
    """From 0 to 1; None before the first subject has said anything."""
    if not state.subjects:
        return None
    here = state.done / state.known if state.known else 0.0
    return min(1.0, (state.finished + min(here, 1.0)) / state.subjects)


def in_words(state: CheckState) -> str:
    if state.is_stopping:
        return "正在暂停，已查到的结果都会保留…"
    if state.is_paused:
        return f"检查已暂停 {state.finished}/{state.subjects}" if state.subjects else "检查已暂停"
    if not state.subjects:
        return "正在准备检查…"
    # The name comes last: it is what may be cut where the room is short.
    parts = [f"正在检查 {state.finished}/{state.subjects}"]
    if state.rate:
        parts.append(f"{state.rate:.0f} 个链接/秒")
    if state.remaining_s is not None:
        parts.append(f"约剩 {_span(state.remaining_s)}")
    if name := state.name or state.subject:
        parts.append(name)
    return " · ".join(parts)


def _span(seconds: float) -> str:
    if seconds < 60:
        return f"{max(1, round(seconds))} 秒"
    if seconds < 3600:
        return f"{round(seconds / 60)} 分钟"
    return f"{seconds / 3600:.1f} 小时"
