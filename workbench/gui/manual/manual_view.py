"""Shows a chapter: pictures as wide as the view, in the colours on screen, with a way back and forward."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from workbench.gui.manual.manual_chapters import Spot, chapter_called, help_folder
from workbench.gui.manual.manual_html import html_of, page_name
from workbench.gui.theme import Appearance, colour, shown_appearance

_MARGIN = 28
_WIDEST = 900
_PAUSE_MS = 120
_HTML = QTextDocument.ResourceType.HtmlResource


class ManualView(QTextBrowser):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("手册正文")
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(_MARGIN)
        self._anew = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._anew.timeout.connect(self.show_anew)
        self._shown_width = 0
        self._words = ""

    @property
    def chapter(self) -> str:
        return Path(self.source().path()).stem

    def show_spot(self, spot: Spot) -> None:
        url = QUrl(page_name(spot.chapter))
        if spot.heading:
            url.setFragment(spot.heading)
        self.setSource(url, _HTML)

    def doSetSource(
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """Only chapters of the manual are followed."""
        url = QUrl(name)
        if not url.path() or chapter_called(Path(url.path()).stem) is not None:
            super().doSetSource(url, _HTML)
            self.highlight(self._words)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        url = QUrl(name)
        if kind == _HTML.value:
            chapter = chapter_called(Path(url.path()).stem)
            self._shown_width = self._room()
            return html_of(chapter) if chapter is not None else ""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(Path(url.path()).name)
        return None

    def highlight(self, text: str) -> None:
        """Mark the words wherever they stand, from now on in every chapter; nothing where empty."""
        self._words = text
        marks = []
        found = self.document().find(text) if text else QTextCursor()
        while not found.isNull():
            marks.append(_mark(found))
            found = self.document().find(text, found)
        self.setExtraSelections(marks)

    def find_next(self) -> None:
        """The next place of the words; after the last one the first again."""
        if self._words and not self.find(self._words):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(self._words)

    def find_first(self) -> None:
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_next()

    def show_anew(self) -> None:
        """In other colours or another width, at the same place."""
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self.document().clear()
        self.reload()
        self.highlight(self._words)
        bar.setValue(round(share * bar.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.chapter and self._room() != self._shown_width:
            self._anew.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.chapter:
            self._anew.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the page, as in a browser."""
        if event.key() == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-1 if back else 1) * bar.pageStep())
            return
        super().keyPressEvent(event)

    def _room(self) -> int:
        return max(200, min(_WIDEST, self.viewport().width() - 2 * _MARGIN - 4))

    def _picture(self, name: str) -> QImage:
        """From the dark ones where there is one and it is dark, scaled to the room there is."""
        folder = help_folder().parent / "screenshots"
        dark = folder / name.replace(".png", "-dark.png")
        is_dark = shown_appearance() is Appearance.DARK and dark.is_file()
        image = QImage(str(dark if is_dark else folder / name))
        if image.isNull():
            return image
        ratio = self.devicePixelRatioF()
        width = round(min(self._room(), image.width()) * ratio)
        scaled = image.scaled(
            QSize(width, 100_000),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled = scaled.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(scaled)
        painter.setPen(colour("line_strong"))
        painter.drawRect(scaled.rect().adjusted(0, 0, -1, -1))
        painter.end()
        scaled.setDevicePixelRatio(ratio)
        return scaled


def _mark(found: QTextCursor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = found
    paint = mark.format
    paint.setBackground(QColor(colour("proposed_soft")))
    paint.setForeground(colour("proposed"))
    mark.format = paint
    return mark
