"""Walks every page and dialog and prints what is cut off; run as a process of its own, since a scale is set before Qt starts.

`python -m tests.gui.clipping_walk FOLDER [pages|dialogs]`; one line per find, nothing where all is whole.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from tests.campaigns.small_campaign import LEAD, make_small_campaign
from tests.gui.dialog_walk import DIALOGS, enrich
from workbench.gui.application import make_application
from workbench.gui.main_window import Window
from workbench.gui.page_catalogue import all_pages
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.window_start import make_window

# A pixel or two are rounding at odd scales.
SLACK = 2
# Padding and border of a field, above and below its words.
_AROUND = 8
_KINDS = (QLabel, QPushButton, QToolButton, QComboBox, QLineEdit, QSpinBox)


def main(folder: Path, what: str) -> int:
    make_application(theme="light")
    small = make_small_campaign(folder / "批次.inspection")
    enrich(small)
    window = make_window(inspector=LEAD, is_reduced=True)
    window.resize(window.screen().availableSize())
    window.show()
    window.open_file(small.workspace.path)
    _settle(window)
    finds = [*_pages(window), *_menu(window)]
    if what == "dialogs":
        finds = []
        for name, ask in DIALOGS.items():
            ask(window, small)
            _settle(window)
            finds += [f"{name}: {find}" for find in _dialog()]
    sys.stdout.write("\n".join(finds))
    small.workspace.close()
    window.close()
    return 0


def _pages(window: Window) -> Iterator[str]:
    for entry in all_pages():
        window.go(entry.page_id)
        _settle(window)
        room = window.screen().availableSize()
        if room.expandedTo(window.size()) != room:
            yield f"{entry.page_id}: {window.width()}x{window.height()} is larger than the screen"
        yield from (f"{entry.page_id}: {find}" for find in clipped(window))


def _menu(window: Window) -> Iterator[str]:
    """Opened, it is on the screen whole, or scrolls up and down."""
    (menu,) = (each for each in window.findChildren(QMenu) if each.accessibleName() == "菜单")
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    QTest.qWait(60)
    for action in menu.actions():
        if menu.actionGeometry(action).right() > menu.width():
            yield f"menu: “{action.text()}” is beyond its edge"
    menu.hide()


def _dialog() -> list[str]:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    if not shown:
        return ["was not shown"]
    dialog = shown[-1]
    room = dialog.screen().availableSize()
    finds = list(clipped(dialog))
    acts = [button for button in dialog.findChildren(QPushButton) if _is_foot(button)]
    if isinstance(dialog, DialogFrame) and not acts:
        finds.append("has no button in sight")
    if dialog.width() > room.width() or dialog.height() > room.height():
        finds.append(f"{dialog.width()}x{dialog.height()} is larger than the screen")
    for each in shown:
        each.done(0)
    QTest.qWait(20)
    return finds


def _is_foot(button: QPushButton) -> bool:
    """Not inside anything that scrolls: there whatever happens."""
    holder = button.parentWidget()
    while holder is not None and not holder.isWindow():
        if isinstance(holder, QAbstractScrollArea):
            return False
        holder = holder.parentWidget()
    return button.isVisible()


def _settle(window: Window) -> None:
    QTest.qWait(60)
    while window.session.is_busy:
        QTest.qWait(10)
    QTest.qWait(60)


def clipped(top: QWidget) -> Iterator[str]:
    """What is written and does not fit, or reaches beyond what holds it and cannot be scrolled to."""
    for part in top.findChildren(QWidget):
        if not isinstance(part, _KINDS) or not part.isVisible() or part.objectName().startswith("qt_"):
            continue
        if isinstance(part.parentWidget(), QLineEdit):
            continue
        name = f"{type(part).__name__} “{_words(part)}”"
        if _is_short(part):
            yield f"{name} has {part.width()}x{part.height()}, needs {_needed(part)}"
        elif not _is_held(part, top):
            yield f"{name} reaches beyond {type(part.parentWidget()).__name__}"


def _words(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else part.accessibleName()
    return text[:40] or part.accessibleName()


def _is_short(part: QWidget) -> bool:
    if part.hasHeightForWidth():
        return part.heightForWidth(part.width()) > part.height() + SLACK
    if isinstance(part, QLabel | QPushButton | QToolButton):
        needed = part.sizeHint()
        return needed.width() > part.width() + SLACK or needed.height() > part.height() + SLACK
    return part.fontMetrics().height() + _AROUND > part.height()


def _needed(part: QWidget) -> str:
    if part.hasHeightForWidth():
        return f"a height of {part.heightForWidth(part.width())}"
    return f"{part.sizeHint().width()}x{part.sizeHint().height()}"


def _is_held(part: QWidget, top: QWidget) -> bool:
    """Within every ancestor up to the window, or inside something that scrolls."""
    holder = part.parentWidget()
    while holder is not None and holder is not top.parentWidget():
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            return True
        place = QRect(part.mapTo(holder, QPoint(0, 0)), part.size())
        if not holder.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
            return False
        if holder.isWindow():
            return True
        holder = holder.parentWidget()
    return True


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2]))
