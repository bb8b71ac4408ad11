"""Span, acts and figures at the top of the page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.gui.messages_page.message_figure_lines import count_entries, rate_entries, totals_in_words
from workbench.gui.messages_page.message_figures_bar import MessageFigureRow, MessageSpanBar
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button, push_button
from workbench.gui.widgets.words import words
from workbench.operations.message_book import MessageBook

# Below this width the acts beside the span lose their words.
_WIDE = 1060


class MessageFiguresPanel(QWidget):
    """`opened` is handed the list a figure counts; `acts` are buttons beside the span, with `take_in` as the first of them."""

    def __init__(
        self,
        span: MessageSpanBar,
        *,
        acts: Sequence[QAction],
        take_in: Callable[[], None],
        totals: Callable[[], None],
        opened: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._span = span
        self.counts = MessageFigureRow(opened=opened, scale="heading")
        self.rates = MessageFigureRow(opened=opened, scale="strong")
        self.acts = [action_button(act, kind="framed", shows_text=True) for act in acts]
        first = push_button("导入留言…", meaning="import", kind="primary")
        first.clicked.connect(take_in)
        self._totals = push_button("", kind="link")
        self._totals.hide()
        self._totals.clicked.connect(totals)
        self._remarks = words(tone="proposed", scale="small", wraps=True)
        self._remarks.hide()
        told = row(self._totals, self._remarks)
        told.setStretch(1, 1)
        top = row(span, None, *self.acts, first, gap=6)
        self.setLayout(column(top, self.counts, self.rates, told, gap=10, margins=(20, 12, 20, 12)))

    def show_book(self, book: MessageBook) -> bool:
        """Whether typed totals are among the figures."""
        span = self._span.span
        figures, counted = book.figures(span), book.counted_totals(span)
        self.counts.show_entries(count_entries(figures))
        self.rates.show_entries(rate_entries(figures))
        self._remarks.setText("　".join(figures.remarks))
        self._remarks.setVisible(bool(figures.remarks))
        told = totals_in_words(book.totals, counted)
        self._totals.setText(told)
        self._totals.setAccessibleName(f"{told}，打开")
        self._totals.setVisible(bool(told))
        return bool(counted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the acts are icons; their words are told on hovering."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        is_wide = event.size().width() >= _WIDE
        for button in self.acts:
            button.setToolButtonStyle(
                styles.ToolButtonTextBesideIcon if is_wide else styles.ToolButtonIconOnly
            )
