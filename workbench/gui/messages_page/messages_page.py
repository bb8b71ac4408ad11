"""留言: figures of a span at the top, the messages behind every figure below, edited by keyboard."""

from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QToolButton

from workbench.clocks.message_platforms import message_platforms
from workbench.domain.message import Message
from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.messages_page.message_desk import MessageDesk
from workbench.gui.messages_page.message_figure_lines import count_entries, rate_entries, totals_in_words
from workbench.gui.messages_page.message_figures_bar import MessageFigureRow, MessageSpanBar
from workbench.gui.messages_page.message_list_rows import (
    SHOWN,
    MessageFilter,
    MessageRow,
    message_rows,
    narrowed_rows,
    sites_with_messages,
)
from workbench.gui.messages_page.message_table_fields import MESSAGE_FIELDS, MESSAGE_WIDTHS, TITLE_COLUMN
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import action_button, push_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.fields import ChoiceField, SearchField
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import RowModel
from workbench.gui.widgets.words import words
from workbench.operations.message_book import MessageBook, read_message_book

# Below this width the acts beside the span lose their words.
_WIDE = 1060
_NARROWEST = 600
_LIST, _NOTHING_YET, _NOTHING_HERE = range(3)
_EDITS = (
    "message-answered",
    "message-in-work",
    "message-not-public",
    "message-invalid",
    "message-untrue",
    "message-perfunctory",
    "message-satisfied",
    "message-fair",
    "message-dissatisfied",
)


@page("messages", title="留言", icon="messages", order=5)
class MessagesPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._text = ""
        self._book: MessageBook | None = None
        self._rows: tuple[MessageRow, ...] = ()
        self.desk = MessageDesk(
            self,
            context.session,
            chosen=self.chosen,
            edited=self._take_edit,
            reread=self._read,
            tell=context.tell,
        )
        self.span = MessageSpanBar(
            changed=self._span_changed,
            complain=lambda error: context.tell(NoticeLine(str(error), Tone.ERROR)),
        )
        self.counts = MessageFigureRow(opened=self.open_list, scale="heading")
        self.rates = MessageFigureRow(opened=self.open_list, scale="strong")
        self._make_filters()
        self.model = RowModel(MESSAGE_FIELDS, parent=self)
        self.table = RecordTable(name="留言", model=self.model, widths=MESSAGE_WIDTHS, stretches=TITLE_COLUMN)
        self.table.setSortingEnabled(True)
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        self.table.when_opened(lambda _row: self.desk.ask_answer())
        self._build()

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        if changes.is_other_file:
            self.span.begin(snapshot.campaign.as_of)
        # What people decide at the bench changes no message; what is edited here is taken in without reading again.
        if changes.is_other_file or changes.is_register:
            self._read()

    def arrive(self, destination: Destination) -> None:
        if destination.files:
            self.desk.preview(destination.files[0])
        if destination.shows in SHOWN and destination.shows:
            self.open_list(destination.shows)

    def take_focus(self) -> None:
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the acts are icons; their words are told on hovering."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        is_wide = event.size().width() >= _WIDE
        for button in self._acts:
            button.setToolButtonStyle(
                styles.ToolButtonTextBesideIcon if is_wide else styles.ToolButtonIconOnly
            )

    def chosen(self) -> tuple[Message, ...]:
        """The selected messages, in the order shown."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[place].message for place in places)

    def open_list(self, shows: str) -> None:
        """The messages a figure counts."""
        self.shows.setCurrentIndex(self.shows.findData(shows))
        self.table.setFocus()

    def ask_totals(self) -> None:
        self.desk.ask_totals(self._book, self.span.span)

    def export(self) -> None:
        self.desk.export(self._book, self.model.rows)

    def propose(self) -> None:
        """Let the check of messages propose what is overdue, to be confirmed at the bench."""
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        if self.context.checks.state.is_running:
            self.context.tell(NoticeLine("正在检查，请等它做完再试。"))
            return
        self.context.checks.start(snapshot.path, only=("messages",))
        self.context.tell(NoticeLine("正在按时限核对留言；提出的疑似问题在“检查”页确认。"))

    def _make_filters(self) -> None:
        self.search = SearchField(name="查找留言", hint="编号、标题或单位", found=self._search)
        self.site = ChoiceField(name="哪个网站的留言")
        self.platform = ChoiceField(name="哪个平台的留言")
        self.shows = ChoiceField(name="哪些留言")
        for key, shown in SHOWN.items():
            self.shows.addItem(shown.word, key)
        self.platform.addItem("全部平台", "")
        for platform in message_platforms().values():
            self.platform.addItem(platform.name, platform.id)
        self._offer_sites(())
        self.site.activated.connect(lambda _index: self._show_book())
        self.platform.activated.connect(lambda _index: self._show_book())
        self.shows.currentIndexChanged.connect(lambda _index: self._narrow())
        self._count = words(tone="muted", scale="small")

    def _build(self) -> None:
        self._acts = [
            action_button(self.commands[name], kind="framed", shows_text=True)
            for name in ("message-totals", "export-messages", "propose-messages")
        ]
        take_in = push_button("导入留言…", meaning="import", kind="primary")
        take_in.clicked.connect(self.desk.choose_file)
        self._totals = push_button("", kind="link")
        self._totals.hide()
        self._totals.clicked.connect(self.ask_totals)
        self._remarks = words(tone="proposed", scale="small", wraps=True)
        self._remarks.hide()
        figures = column(
            row(self.span, None, *self._acts, take_in, gap=6),
            self.counts,
            row(self.rates, self._totals),
            self._remarks,
            gap=10,
            margins=(20, 12, 20, 12),
        )
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(260)
        self.site.setMaximumWidth(200)
        self.setMinimumWidth(_NARROWEST)
        filters = row(
            self.search, self.site, self.platform, self.shows, self._count, None, margins=(20, 8, 20, 8)
        )
        edits = row(*(self._edit_button(name) for name in _EDITS), None, gap=2, margins=(12, 4, 12, 4))
        listed = column(self.table, margins=(12, 0, 12, 0))
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(listed, kind="surface"))
        self._stack.addWidget(self._nothing_yet())
        self._stack.addWidget(
            EmptyState("filter", "没有符合的留言", "换一个统计期、平台或状态，或清空查找框。")
        )
        self._figures = framed(figures, kind="bar")
        self._filters = framed(filters, kind="bar")
        self._edits = framed(edits, kind="foot")
        whole = column(self._figures, self._filters, self._stack, self._edits, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _edit_button(self, name: str) -> QToolButton:
        """The key stands before the word: it is what is used all day."""
        action = self.commands[name]
        action.setIconText(f"{action.shortcut().toString()} {action.text().rstrip('…')}")
        button = action_button(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        return button

    def _nothing_yet(self) -> EmptyState:
        take_in = push_button("导入留言…", meaning="import", kind="primary")
        take_in.clicked.connect(self.desk.choose_file)
        totals = push_button("填写汇总数…", meaning="totals")
        totals.clicked.connect(self.ask_totals)
        return EmptyState(
            "messages",
            "还没有留言",
            "导入平台导出的留言表（csv、xlsx），要有留言时间和编号或标题；没有逐条清单的平台，填写它公布的汇总数。",
            take_in,
            totals,
        )

    def _span_changed(self, is_other_day: bool) -> None:
        if is_other_day:
            self._read()
        else:
            self._show_book()

    def _read(self) -> None:
        day = self.span.day
        self.context.session.read(
            self, lambda workspace: read_message_book(workspace, as_of=day), done=self._take_book
        )

    def _take_book(self, book: MessageBook) -> None:
        self._book = book
        self._offer_sites(sites_with_messages(book))
        self.span.know_days([reading.message.received for reading in book.readings])
        self._show_book()

    def _take_edit(self, changed: tuple[Message, ...]) -> None:
        if self._book is not None:
            self._book = self._book.with_messages(changed)
            self._show_book()

    def _offer_sites(self, sites: tuple[tuple[UUID, str], ...]) -> None:
        chosen = self.site.currentData()
        self.site.blockSignals(True)
        self.site.clear()
        self.site.addItem("全部网站", None)
        for identity, name in sites:
            self.site.addItem(name, str(identity))
        self.site.setCurrentIndex(max(0, self.site.findData(chosen)))
        self.site.blockSignals(False)

    def _show_book(self) -> None:
        """The figures and rows of the chosen site and platform."""
        if self._book is None:
            return
        site = self.site.currentData()
        book = self._book.narrowed(
            subject_id=UUID(site) if site else None, platform=str(self.platform.currentData() or "")
        )
        figures = book.figures(self.span.span)
        self.counts.show_entries(count_entries(figures))
        self.rates.show_entries(rate_entries(figures))
        self._remarks.setText("　".join(figures.remarks))
        self._remarks.setVisible(bool(figures.remarks))
        told = totals_in_words(book.totals, figures)
        self._totals.setText(told)
        self._totals.setAccessibleName(f"{told}，打开")
        self._totals.setVisible(bool(told))
        self._rows = message_rows(book)
        self._narrow()

    def _search(self, text: str) -> None:
        self._text = text
        self._narrow()

    def _narrow(self) -> None:
        book = self._book
        if book is None:
            return
        wanted = MessageFilter(
            span=self.span.span, shows=str(self.shows.currentData() or ""), text=self._text
        )
        kept = {message.id for message in self.chosen()}
        rows = narrowed_rows(self._rows, wanted)
        self.model.show(rows)
        self._select(kept)
        self._count.setText(f"{len(rows)} 条")
        is_blank = not book.readings and not book.totals
        for part in (self._figures, self._filters, self._edits):
            part.setVisible(not is_blank)
        self._stack.setCurrentIndex(_NOTHING_YET if is_blank else _LIST if rows else _NOTHING_HERE)

    def _select(self, kept: set[UUID]) -> None:
        """What was selected stays so after an edit; the selection falls on the first row where nothing was."""
        places = [place for place, found in enumerate(self.model.rows) if found.message.id in kept]
        chosen = QItemSelection()
        for place in places or ([0] if self.model.rows else []):
            index = self.model.index(place, 0)
            chosen.select(index, index)
        if chosen:
            flags = QItemSelectionModel.SelectionFlag
            selection = self.table.selectionModel()
            selection.setCurrentIndex(chosen.indexes()[0], flags.NoUpdate)
            selection.select(chosen, flags.ClearAndSelect | flags.Rows)
