"""The few keys that carry a day at the bench, always in view."""

from PySide6.QtWidgets import QFrame, QGridLayout

from workbench.gui.commands.command_catalogue import all_commands, shown_keys
from workbench.gui.widgets.boxes import framed
from workbench.gui.widgets.words import words

_SHOWN = (
    ("judge-pass", "通过"),
    ("judge-fail", "不通过"),
    ("confirm-finding", "确认"),
    ("dismiss-finding", "不成立"),
    ("next-indicator", "下一项"),
    ("next-subject", "下一个"),
    ("add-finding", "新问题"),
    ("pass-the-rest", "其余通过"),
    ("take-picture", "截图取证"),
    ("phrases", "常用语"),
    ("assembly-line", "流水线"),
    ("manual", "使用手册"),
)


def key_hints() -> QFrame:
    """Two columns of key and word, from the catalogue of commands."""
    by_id = {entry.command_id: entry for entry in all_commands()}
    grid = QGridLayout()
    grid.setContentsMargins(14, 8, 14, 10)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(2)
    for place, (command_id, word) in enumerate(_SHOWN):
        line, side = divmod(place, 2)
        key = shown_keys(by_id[command_id]).split(" / ")[0]
        grid.addWidget(words(key, scale="small", tone="accent"), line, side * 2)
        grid.addWidget(words(word, scale="small", tone="muted"), line, side * 2 + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return framed(grid, kind="foot")
