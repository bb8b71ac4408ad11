"""留言: figures of a span at the top, the messages behind every figure below, edited by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from workbench.domain.message import Message
from workbench.gui.changes import Changes
from workbench.gui.commands.command_gate import CommandGate
from workbench.gui.destination import Destination
from workbench.gui.messages_page.message_desk import MessageDesk
from workbench.gui.messages_page.message_figures_bar import MessageSpanBar
from workbench.gui.messages_page.message_figures_panel import MessageFiguresPanel
from workbench.gui.messages_page.message_filter_bar import MessageFilterBar
from workbench.gui.messages_page.message_list_rows import (
    SHOWN,
    MessageFilter,
    MessageRow,
    message_rows,
    narrowed_rows,
    sites_with_messages,
)
from workbench.gui.messages_page.message_list_stack import MessageListStack
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import action_button
from workbench.operations.message_book import MessageBook, read_message_book

_ACTS = ("message-totals", "export-messages", "propose-messages")
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
        self._book: MessageBook | None = None
        self._rows: tuple[MessageRow, ...] = ()
        self._has_totals = False
        self.listed = MessageListStack(
            take_in=lambda: self.desk.choose_file(),
            totals=self.ask_totals,
            opened=lambda: self.desk.ask_answer(),
        )
        self.table, self.model = self.listed.table, self.listed.model
        self.desk = MessageDesk(
            self,
            context.session,
            chosen=self.listed.chosen,
            edited=self._take_edit,
            reread=self._read,
            tell=context.tell,
        )
        self.filters = MessageFilterBar(scoped=self._show_book, narrowed=self._narrow)
        self.filters.search.lead_to(self.table)
        self.span = MessageSpanBar(
            changed=lambda is_other_day: self._read() if is_other_day else self._show_book(),
            complain=lambda error: context.tell(NoticeLine(str(error), Tone.ERROR)),
        )
        self.panel = MessageFiguresPanel(
            self.span,
            acts=[self.commands[name] for name in _ACTS],
            take_in=self.desk.choose_file,
            totals=self.ask_totals,
            opened=self.open_list,
        )
        self._perfunctory = CommandGate(self.commands["message-perfunctory"], context.tell)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._settle_perfunctory())
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
        if destination.shows and destination.shows in SHOWN:
            self.open_list(destination.shows)

    def take_focus(self) -> None:
        self.table.setFocus()

    def open_list(self, shows: str) -> None:
        """The messages a figure counts."""
        self.filters.show_list(shows)
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

    def _build(self) -> None:
        edits = row(*(self._edit_button(name) for name in _EDITS), None, gap=2, margins=(12, 4, 12, 4))
        self._frames = (
            framed(row(self.panel), kind="bar"),
            framed(row(self.filters), kind="bar"),
            framed(edits, kind="foot"),
        )
        figures, filters, foot = self._frames
        whole = column(figures, filters, self.listed, foot, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _settle_perfunctory(self) -> None:
        self._perfunctory.show_reason(self.desk.why_not_perfunctory())

    def _edit_button(self, name: str) -> QToolButton:
        """The key stands before the word: it is what is used all day."""
        action = self.commands[name]
        action.setIconText(f"{action.shortcut().toString()} {action.text().rstrip('…')}")
        button = action_button(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        return button

    def _read(self) -> None:
        day = self.span.day
        self.context.session.read(
            self, lambda workspace: read_message_book(workspace, as_of=day), done=self._take_book
        )

    def _take_book(self, book: MessageBook) -> None:
        self._book = book
        self.filters.offer_sites(sites_with_messages(book))
        self.span.know_days([reading.message.received for reading in book.readings])
        self._show_book()

    def _take_edit(self, changed: tuple[Message, ...]) -> None:
        if self._book is not None:
            self._book = self._book.with_messages(changed)
            self._show_book()

    def _show_book(self) -> None:
        """The figures and rows of the chosen site and platform."""
        if self._book is not None:
            book = self._book.narrowed(subject_id=self.filters.site_id, platform=self.filters.platform_id)
            self._has_totals = self.panel.show_book(book)
            self._rows = message_rows(book)
            self._narrow()

    def _narrow(self) -> None:
        book = self._book
        if book is None:
            return
        wanted = MessageFilter(span=self.span.span, shows=self.filters.shown_list, text=self.filters.text)
        rows = narrowed_rows(self._rows, wanted)
        is_blank = not book.readings and not book.totals
        self.listed.show_rows(rows, has_totals=self._has_totals, is_blank=is_blank)
        self._settle_perfunctory()
        self.filters.tell_count(len(rows))
        for frame in self._frames:
            frame.setVisible(not is_blank)
