"""What each icon means and the glyph that shows it; the tone is looked up at painting, so a change of theme only repaints."""

from functools import cache

import qtawesome
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from workbench.gui.theme import colour

GLYPHS = {
    # outcomes of an indicator
    "pass": "check-circle",
    "fail": "close-circle",
    "na": "minus-circle",
    "doubtful": "help-circle",
    "not_checked": "circle-outline",
    # results of a subject
    "result-pass": "check-circle",
    "result-fail": "close-circle",
    "result-provisional": "help-circle",
    "result-incomplete": "circle-half-full",
    "result-not_checked": "circle-outline",
    "veto": "alert-octagon",
    "left-out": "cancel",
    # findings
    "proposed": "lightbulb-on-outline",
    "confirmed": "check-bold",
    "dismissed": "close-thick",
    "changed": "pencil",
    "own-finding": "account-edit-outline",
    "place": "map-marker-outline",
    "dispute": "scale-balance",
    "settle": "gavel",
    # pages of the window
    "overview": "view-dashboard-outline",
    "register": "table-large",
    "bench": "text-box-check-outline",
    "messages": "message-text-outline",
    "merging": "source-merge",
    "standard": "book-open-outline",
    # the embedded page
    "back": "arrow-left",
    "forward": "arrow-right",
    "reload": "refresh",
    "stop-loading": "close",
    "zoom-in": "magnify-plus-outline",
    "zoom-out": "magnify-minus-outline",
    "find": "magnify",
    "outside": "open-in-new",
    "home": "home-outline",
    "secure": "lock-outline",
    "insecure": "lock-open-variant-outline",
    "page": "web",
    "page-gone": "web-off",
    "page-live": "access-point",
    "page-saved": "archive-outline",
    "page-crashed": "flash-alert-outline",
    "offline": "wifi-off",
    # evidence
    "evidence": "camera-outline",
    "whole-page": "file-image-outline",
    "add-picture": "image-plus",
    "picture": "image-outline",
    "mark-box": "rectangle-outline",
    "mark-arrow": "arrow-top-right",
    "mark-mosaic": "blur",
    "mark-words": "format-text",
    "page-marks": "marker",
    "point-column": "cursor-default-click-outline",
    # acts
    "new-campaign": "file-plus-outline",
    "open": "folder-open-outline",
    "practice": "school-outline",
    "import": "table-arrow-down",
    "draw": "dice-multiple-outline",
    "export": "export-variant",
    "merge": "source-merge",
    "run": "play",
    "halt": "stop",
    "pause": "pause",
    "undo": "undo-variant",
    "redo": "redo-variant",
    "add": "plus",
    "edit": "pencil-outline",
    "remove": "trash-can-outline",
    "accept": "check",
    "reject": "close",
    "the-rest": "check-all",
    "why": "calculator-variant-outline",
    "print": "printer-outline",
    "save-as": "content-save-outline",
    "copy": "content-copy",
    "filter": "filter-variant",
    "menu": "menu",
    "keys": "keyboard-outline",
    "palette": "text-search",
    "appearance": "theme-light-dark",
    "quit": "exit-to-app",
    "settings": "cog-outline",
    "help": "book-open-page-variant-outline",
    "tour": "sign-direction",
    "phrases": "text-box-multiple-outline",
    "count": "counter",
    "line-mode": "fast-forward-outline",
    "last-round": "history",
    "journal": "clipboard-text-clock-outline",
    "next": "arrow-down",
    "previous": "arrow-up",
    "open-section": "chevron-down",
    "closed-section": "chevron-right",
    # states of things
    "saved": "content-save-check-outline",
    "saving": "progress-clock",
    "person": "account-outline",
    "organiser": "office-building-outline",
    "machine": "robot-outline",
    "warning": "alert-outline",
    "error": "alert-circle-outline",
    "hint": "information-outline",
    "done": "check-circle-outline",
    "links": "link-variant",
    "columns": "format-columns",
    "totals": "sigma",
    "overdue": "clock-alert-outline",
    "in-time": "clock-check-outline",
    "perfunctory": "emoticon-neutral-outline",
    "satisfied": "emoticon-happy-outline",
    "fair": "emoticon-outline",
    "dissatisfied": "emoticon-sad-outline",
    "outcomes": "clipboard-list-outline",
    "clock": "clock-outline",
    "certain": "shield-check-outline",
    "derived": "shield-half-full",
    "uncertain": "shield-alert-outline",
    "new-row": "plus-circle-outline",
    "changed-row": "pencil-circle-outline",
    "same-row": "equal",
    "faulty-row": "alert-circle-outline",
    # kinds of subjects
    "portal": "bank-outline",
    "department_site": "office-building-outline",
    "channel": "file-tree-outline",
    "module": "puzzle-outline",
    "account": "cellphone",
}

_FAMILY = "mdi6"


@cache
def glyph(meaning: str) -> str:
    """The character of a meaning.

    Raises:
        KeyError: no such meaning, or the font has no such glyph.
    """
    character: str = qtawesome.charmap(f"{_FAMILY}.{GLYPHS[meaning]}")
    return character


def paint_icon(painter: QPainter, rect: QRect, meaning: str, tone: QColor) -> None:
    """Draw the icon of a meaning into `rect`, for views that paint their rows by hand."""
    side = min(rect.width(), rect.height())
    if side <= 0:
        return
    font = qtawesome.font(_FAMILY, side)
    font.setPixelSize(side)
    painter.save()
    painter.setFont(font)
    painter.setPen(tone)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, glyph(meaning))
    painter.restore()


class _GlyphEngine(QIconEngine):
    """Paints in the theme's colours of the moment instead of keeping pictures."""

    def __init__(self, meaning: str, tone: str, active_tone: str) -> None:
        super().__init__()
        self._meaning = meaning
        self._tone = tone
        self._active_tone = active_tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = self._tone
        if mode == QIcon.Mode.Disabled:
            tone = "faint"
        elif state == QIcon.State.On:
            tone = self._active_tone
        paint_icon(painter, rect, self._meaning, colour(tone))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._meaning, self._tone, self._active_tone)


def icon(meaning: str, *, tone: str = "muted", active_tone: str = "accent") -> QIcon:
    """The icon of a meaning; `active_tone` is worn while a button is pressed in."""
    glyph(meaning)
    return QIcon(_GlyphEngine(meaning, tone, active_tone))
