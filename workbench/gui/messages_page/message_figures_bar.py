"""The span and the figures above the list: every figure is a link to the messages it counts."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.clocks.message_figures import MessageSpan
from workbench.errors import WorkbenchError
from workbench.gui.messages_page.message_figure_lines import PERIODS, FigureEntry, span_of_period
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.day_field import DayField
from workbench.gui.widgets.fields import ChoiceField
from workbench.gui.widgets.words import words
from workbench.operations.message_book import span_of

_DAY_WIDTH = 100
_PERIOD_WIDTH = 92


class MessageSpanBar(QWidget):
    """`changed` is called when another span or day is chosen, `complain` where what is written is no day."""

    def __init__(
        self, *, changed: Callable[[bool], None], complain: Callable[[WorkbenchError], None]
    ) -> None:
        """`changed` is handed whether the day the book is read for is another one."""
        super().__init__()
        self._changed = changed
        self._complain = complain
        self._days: Sequence[date] = ()
        self._usual = date.min
        self.period = ChoiceField(name="统计期")
        for each in PERIODS:
            self.period.addItem(each.word, each.key)
        self.first = DayField(name="统计期第一天")
        self.last = DayField(name="统计期最后一天")
        self.as_of = DayField(name="截至哪一天计时")
        self.period.setMinimumWidth(_PERIOD_WIDTH)
        for field in (self.first, self.last, self.as_of):
            field.setFixedWidth(_DAY_WIDTH)
        self.setLayout(
            row(
                self.period,
                self.first,
                words("至", tone="muted"),
                self.last,
                4,
                words("计时截至", tone="muted"),
                self.as_of,
                None,
                gap=6,
            )
        )
        self.period.activated.connect(lambda _index: self._choose())
        self.first.editingFinished.connect(self._type)
        self.last.editingFinished.connect(self._type)
        self.as_of.editingFinished.connect(self._type_day)
        self.span = MessageSpan(date.min, date.max)
        self.day = date.min

    def begin(self, as_of: date) -> None:
        """Start with a year up to the campaign's day."""
        self._usual = self.day = as_of
        self.period.setCurrentIndex(0)
        self._fill(span_of_period("year", as_of=as_of, days=()))

    def know_days(self, days: Sequence[date]) -> None:
        """The days on which messages were received, for the choice of all."""
        self._days = days
        if self.period.currentData() == "all":
            self._fill(span_of_period("all", as_of=self.day, days=days))

    def _choose(self) -> None:
        key = str(self.period.currentData())
        if key == "own":
            self.first.setFocus()
            self.first.selectAll()
            return
        self._fill(span_of_period(key, as_of=self.day, days=self._days))
        self._changed(False)

    def _type(self) -> None:
        try:
            span = span_of(self.first.day(), self.last.day(), as_of=self.day)
        except WorkbenchError as error:
            self._complain(error)
            self._fill(self.span)
            return
        if span != self.span:
            self.period.setCurrentIndex(self.period.findData("own"))
            self._fill(span)
            self._changed(False)

    def _type_day(self) -> None:
        try:
            day = self.as_of.day() or self._usual
        except WorkbenchError as error:
            self._complain(error)
            day = self.day
        is_other, self.day = day != self.day, day
        key = str(self.period.currentData())
        self._fill(self.span if key == "own" else span_of_period(key, as_of=day, days=self._days))
        if is_other:
            self._changed(True)

    def _fill(self, span: MessageSpan) -> None:
        self.span = span
        self.first.setText(str(span.first))
        self.last.setText(str(span.last))
        self.as_of.setText(str(self.day))


class MessageFigureRow(QWidget):
    """Figures side by side, the number over the link that lists what it counts."""

    def __init__(self, *, opened: Callable[[str], None], scale: str) -> None:
        super().__init__()
        self._opened = opened
        self._scale = scale
        self._row: QHBoxLayout = row(gap=10)
        self.setLayout(self._row)
        self.shown: tuple[FigureEntry, ...] = ()

    def show_entries(self, entries: Sequence[FigureEntry]) -> None:
        if tuple(entries) == self.shown:
            return
        self.shown = tuple(entries)
        while (item := self._row.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        for entry in entries:
            self._row.addWidget(self._figure(entry))
        self._row.addStretch(1)

    def _figure(self, entry: FigureEntry) -> QWidget:
        link = push_button(entry.label, kind="link")
        link.setAccessibleName(f"{entry.label} {entry.figure}，列出这些留言")
        link.setToolTip("列出这些留言")
        link.clicked.connect(lambda: self._opened(entry.shows))
        figure = words(entry.figure, scale=self._scale, tone=entry.tone)
        figure.setIndent(5)
        held = QWidget()
        parts: QVBoxLayout = column(figure, link, gap=0)
        held.setLayout(parts)
        return held
