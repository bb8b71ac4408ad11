"""A QR code of an address, painted: a phone opens the account without typing."""

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_SIDE = 132
# A quiet zone of four modules is part of the code; it stays dark on light in both themes, or phones cannot read it.
_QUIET = 4


class QrPicture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[int, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_address(self, address: str) -> None:
        """An address that is too long for a code shows none."""
        try:
            code = segno.make(address, error="m") if address else None
        except segno.DataOverflowError:
            code = None
        self._rows = () if code is None else tuple(tuple(line) for line in code.matrix)
        self.setAccessibleName(f"二维码：{address}" if self._rows else "没有二维码")
        self.setToolTip(address)
        self.setVisible(bool(self._rows))
        self.update()

    @property
    def modules(self) -> tuple[tuple[int, ...], ...]:
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        count = len(self._rows) + 2 * _QUIET
        side = min(self.width(), self.height()) / count
        for top, line in enumerate(self._rows):
            for left, is_dark in enumerate(line):
                if is_dark:
                    square = QRectF((left + _QUIET) * side, (top + _QUIET) * side, side + 0.4, side + 0.4)
                    painter.fillRect(square, QColor(Qt.GlobalColor.black))
        painter.end()
