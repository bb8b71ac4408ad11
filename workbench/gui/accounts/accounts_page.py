"""新媒体: the accounts at the left, the sheet of the one in hand beside them."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from workbench.domain.account_sheet import AccountSheet
from workbench.domain.evidence import Evidence
from workbench.gui.accounts.account_desk import AccountDesk
from workbench.gui.accounts.account_list import AccountList
from workbench.gui.accounts.account_rows import AccountRow, account_rows, rule_for
from workbench.gui.accounts.picture_shelf import THUMBNAIL, PictureShelf
from workbench.gui.accounts.sheet_acts import SheetActs
from workbench.gui.accounts.sheet_panel import SheetPanel
from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.widgets.boxes import column, framed
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.split_view import split_view
from workbench.operations.account_sheets import sheet_for, sheets_of
from workbench.storage.workspace import Workspace
from workbench.views.account_platforms import account_platforms
from workbench.views.post_days import PostDays, read_post_days

Held = tuple[dict[UUID, AccountSheet], dict[UUID, tuple[Evidence, ...]]]
"""The inspector's own sheets and everybody's pictures, by account."""

_WIDTHS = (280, 900)


@page("accounts", title="新媒体", icon="account", order=4)
class AccountsPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._platforms = account_platforms()
        self._rows: tuple[AccountRow, ...] = ()
        self._sheets: dict[UUID, AccountSheet] = {}
        self._pictures: dict[UUID, tuple[Evidence, ...]] = {}
        self.subject_id: UUID | None = None
        self.desk = AccountDesk(self, context.session, tell=context.tell)
        self.accounts = AccountList(selected=self._select)
        shelf = PictureShelf(
            opened=lambda one: self.desk.pictures.open(self.panel.shelf.pictures, one),
            removed=self.desk.pictures.remove,
            wanted=lambda one: self.desk.pictures.fetch_thumbnail(
                one, THUMBNAIL, self.panel.shelf.put_thumbnail
            ),
        )
        self.panel = SheetPanel(platforms=self._platforms, acts=self._acts(), shelf=shelf)
        self._build()
        self.accounts.list.activated.connect(lambda _index: self.panel.posts.setFocus())
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.panel)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.take_focus)

    def refresh(self, changes: Changes) -> None:
        by = self.context.session.inspector

        def read(workspace: Workspace) -> Held:
            sheets = {sheet.subject_id: sheet for sheet in sheets_of(workspace) if sheet.inspector == by}
            accounts = [each.id for each in workspace.subjects() if each.kind.value == "account"]
            return sheets, {each: _pictures_of(workspace, each) for each in accounts}

        self.context.session.read(self, read, done=self._show)

    def arrive(self, destination: Destination) -> None:
        if destination.subject_id is not None:
            self.subject_id = destination.subject_id
            self.accounts.select(destination.subject_id)

    def take_focus(self) -> None:
        self.accounts.list.setFocus()

    def take_days(self, found: PostDays) -> None:
        """Days from a file join those already written."""
        held = self.panel.sheet.posts if self.panel.sheet is not None else ()
        days = sorted({*held, *found.days}, reverse=True)
        self.panel.posts.setPlainText("\n".join(str(day) for day in days))
        self.panel.take_posts()

    def _acts(self) -> SheetActs:
        return SheetActs(
            save=self.desk.save,
            read=self._read_days,
            problem=self._record,
            import_posts=lambda: self.desk.choose_posts(self.take_days),
            import_folder=lambda: self._with_row(lambda row: self.desk.choose_folder(row.subject)),
            paste_picture=lambda: self._with_row(lambda row: self.desk.paste_picture(row.subject)),
            paste_qr=self._paste_qr,
        )

    def _build(self) -> None:
        register = push_button("去台账", meaning="register", kind="primary")
        register.clicked.connect(lambda: self.context.navigate(Destination(page="register")))
        left = framed(column(self.accounts), kind="surface")
        left.setMinimumWidth(200)
        self.panel.setMinimumWidth(420)
        both = split_view("accounts", Qt.Orientation.Horizontal, (left, self.panel), sizes=_WIDTHS)
        both.setStretchFactor(1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(
            EmptyState(
                "account",
                "台账里还没有新媒体账号",
                "在台账里导入或新增类型为“新媒体账号”的对象，再回到这里逐个填写检查表。",
                register,
            )
        )
        self.setLayout(column(self._stack))

    def _show(self, held: Held) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        self._sheets, self._pictures = held
        self._rows = account_rows(
            snapshot.standings,
            self._sheets,
            platforms=self._platforms,
            standard=snapshot.standard,
            as_of=snapshot.campaign.as_of,
        )
        self._stack.setCurrentIndex(0 if self._rows else 1)
        self.accounts.show_rows(self._rows)
        if self._row() is None and self._rows:
            self.subject_id = self._rows[0].subject.id
        self.accounts.select(self.subject_id)
        self._show_sheet()

    def _select(self, subject_id: UUID) -> None:
        if subject_id != self.subject_id:
            self.panel.take_posts()
            self.subject_id = subject_id
            self._show_sheet()

    def _row(self) -> AccountRow | None:
        return next((row for row in self._rows if row.subject.id == self.subject_id), None)

    def _show_sheet(self) -> None:
        shown = self._row()
        if shown is None:
            return
        if shown.sheet is not None:
            self._show_this(shown, shown.sheet)
            return
        by, subject = self.context.session.inspector, shown.subject
        self.context.session.read(
            self,
            lambda workspace: sheet_for(workspace, subject, by=by),
            done=lambda empty: self._show_this(shown, empty),
        )

    def _show_this(self, shown: AccountRow, sheet: AccountSheet) -> None:
        if shown.subject.id == self.subject_id:
            self.panel.show_account(shown, sheet, can_record=self._can_record)
            self.panel.shelf.show_pictures(self._pictures.get(shown.subject.id, ()))

    def _read_days(self, text: str) -> PostDays:
        snapshot = self.context.session.snapshot
        assert snapshot is not None
        return read_post_days(text, as_of=snapshot.campaign.as_of)

    def _can_record(self, aspect: str) -> bool:
        """Where a rule cites it, and nobody has recorded it for this account yet."""
        snapshot = self.context.session.snapshot
        standing = snapshot.standing(self.subject_id) if snapshot else None
        rule = rule_for(snapshot.standard, aspect) if snapshot else None
        if standing is None or rule is None:
            return False
        by = self.context.session.inspector
        return not any(
            held.rule == rule.code and held.inspector == by
            for held in standing.findings
            if not held.is_proposal
        )

    def _record(self, aspect: str, excerpt: str) -> None:
        snapshot, shown = self.context.session.snapshot, self._row()
        rule = rule_for(snapshot.standard, aspect) if snapshot else None
        if shown is not None and rule is not None:
            self.desk.record_problem(shown.subject, rule, words=excerpt)

    def _with_row(self, act: Callable[[AccountRow], None]) -> None:
        shown = self._row()
        if shown is not None:
            act(shown)

    def _paste_qr(self) -> None:
        if self.panel.sheet is not None:
            self.desk.paste_qr(self.panel.sheet)


def _pictures_of(workspace: Workspace, account: UUID) -> tuple[Evidence, ...]:
    return tuple(each for each in workspace.records(Evidence, account) if each.is_picture)
