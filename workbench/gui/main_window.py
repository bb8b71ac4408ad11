"""The main window: rail, title, saved state and the pages, which it knows only through the catalogue."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget

from workbench.errors import WorkbenchError
from workbench.gui.appearance_choice import wear_choice
from workbench.gui.changes import Changes
from workbench.gui.check_ending import CheckEnding
from workbench.gui.check_events import CheckState
from workbench.gui.check_process import CheckProcess
from workbench.gui.commands.command_catalogue import WINDOW, actions_on
from workbench.gui.commands.command_gates import CommandGates
from workbench.gui.destination import Destination
from workbench.gui.file_asking import start_in
from workbench.gui.file_drops import FileDrops
from workbench.gui.file_opener import FileOpener
from workbench.gui.main_menu import build_menu
from workbench.gui.manual.manual_desk import ManualDesk
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.page_catalogue import Page, PageContext, all_pages
from workbench.gui.page_stack import PageStack
from workbench.gui.rail import Rail
from workbench.gui.recent_files import remember_file
from workbench.gui.session import Session
from workbench.gui.top_bar import TopBar
from workbench.gui.tour.tour_guide import TourGuide
from workbench.gui.welcome_view import WelcomeView
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.help_asking import answer_help
from workbench.gui.widgets.message_strip import MessageStrip
from workbench.gui.widgets.split_view import layout_memory
from workbench.settings.options import Options
from workbench.storage.workspace_kind import WorkspaceKind

FIRST_PAGE = "bench"
# A campaign without a register can do nothing else yet.
REGISTER_PAGE = "register"
_GEOMETRY = "window"
_SIZE = QSize(1440, 900)
_FRAME = QSize(16, 48)
# A screen of 1366 by 768 pixels that is enlarged to twice its size has this room within the frame.
_LEAST = QSize(660, 330)


class Window(QMainWindow):
    """Holds what every page is handed; commands act on it by the methods below."""

    def __init__(self, session: Session, checks: CheckProcess, *, is_reduced: bool = False) -> None:
        super().__init__()
        self.session = session
        self.checks = checks
        self._is_reduced = is_reduced
        self.files = FileOpener(session, checks, tell=self.tell, become=self.change_person)
        self.tour = TourGuide(ground=lambda: self.ground, go=self.go, start_practice=self.files.open_practice)
        self.files.practice_opened = self.tour.practice_opened
        self.check_ending = CheckEnding(self, session, checks, tell=self.tell)
        self._entries = {entry.page_id: entry for entry in all_pages()}
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, Changes] = {}
        self._manual = ManualDesk()
        self._build()
        self._connect()
        self._show_file()

    @property
    def page(self) -> Page | None:
        return self._stack.page

    def tell(self, notice: NoticeLine) -> None:
        self._strip.tell(notice)

    def told(self) -> str:
        return self._strip.text()

    def report(self, error: Exception) -> None:
        """Tell what went wrong; what is not the user's to mend is a bug and goes on its way."""
        if not isinstance(error, WorkbenchError):
            raise error
        self.tell(NoticeLine(str(error), Tone.ERROR))

    def navigate(self, destination: Destination) -> None:
        self.go(destination.page)
        self._pages[destination.page].arrive(destination)

    def go(self, page_id: str) -> None:
        """Show a page, building it the first time."""
        if not self.session.is_open:
            return
        if page_id not in self._pages:
            self._pages[page_id] = self._make(page_id)
            self._stale[page_id] = Changes(is_other_file=True, is_register=True)
        self._stack.show_page(self._pages[page_id])
        self._rail.show_page(page_id)
        stale = self._stale.pop(page_id, None)
        if stale is not None:
            self._pages[page_id].refresh(stale)
        self._pages[page_id].take_focus()

    def show_person(self) -> None:
        self._commands["person"].setIconText(self.session.inspector)

    def change_person(self, name: str) -> None:
        self.session.inspector = name
        self.show_person()
        self._did_change(Changes(is_register=True))

    def take_options(self, options: Options) -> None:
        """The preferences have been changed: what shows at once is shown at once."""
        wear_choice(options.theme)
        if options.inspector and options.inspector != self.files.own_name:
            self.change_person(options.inspector)
        self.tell(NoticeLine("设置已保存，下次检查起生效。", Tone.DONE))

    def open_file(self, path: Path) -> None:
        self.files.open(path)

    def show_manual(self, shown: QWidget) -> None:
        """At the chapter that fits this page or dialog."""
        self._manual.show_for(shown)

    def all_actions(self) -> list[QAction]:
        """What can be done now, for the palette."""
        here = self.page
        return [*self._rail.actions_of_pages(), *(here.actions() if here else ()), *self.actions()]

    def _build(self) -> None:
        actions = actions_on(WINDOW, self)
        self._commands = actions
        self._gates = CommandGates(self.tell)
        self._gates.take(actions)
        self._rail = Rail(tuple(self._entries.values()), self.go)
        self._strip = MessageStrip()
        self._bar = TopBar(
            actions=actions,
            menu=build_menu(self, actions, open_file=self.open_file),
            notice=self._strip,
        )
        self._stack = PageStack(WelcomeView(actions, self.open_file))
        right = column(self._bar, self._stack, gap=0)
        right.setStretch(1, 1)
        whole = row(self._rail, right, gap=0)
        whole.setStretch(1, 1)
        self.ground = QWidget()
        self.ground.setLayout(whole)
        self.setCentralWidget(self.ground)
        self._drops = FileDrops(
            self, session=self.session, open_file=self.open_file, navigate=self.navigate, tell=self.tell
        )
        self.setMinimumSize(_LEAST)
        room = self.screen().availableSize()
        self.resize(_SIZE.boundedTo(room))
        if room.expandedTo(_SIZE + _FRAME) != room:
            # With its frame the window would reach over the edge of the screen, and its last line could not be read.
            self.setWindowState(Qt.WindowState.WindowMaximized)
        kept = layout_memory().value(_GEOMETRY)
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def _connect(self) -> None:
        self.session.report_to(self.report)
        answer_help(self.show_manual)
        self.session.changed.connect(self._did_change)
        self.checks.did_change.connect(self._show_checks)

    def _make(self, page_id: str) -> Page:
        context = PageContext(self.session, self.checks, self.navigate, self.tell, self._is_reduced)
        made = self._entries[page_id].make(context)
        self._gates.take(made.commands)
        self._settle_commands()
        return made

    def _did_change(self, changes: Changes) -> None:
        if changes.is_other_file:
            self._show_file()
        self._bar.show_snapshot(self.session.snapshot)
        self._settle_commands()
        here = self.page
        for page_id, made in self._pages.items():
            if made is here:
                made.refresh(changes)
            else:
                self._stale[page_id] = Changes(is_other_file=True, is_register=True)

    def _show_file(self) -> None:
        snapshot = self.session.snapshot
        self._bar.show_snapshot(snapshot)
        self.show_person()
        self._rail.set_open(snapshot is not None)
        self._settle_commands()
        if snapshot is None:
            self._stack.show_welcome()
            self.setWindowTitle("巡检工作台")
            return
        remember_file(snapshot.path)
        start_in(snapshot.path.parent)
        self.setWindowTitle(f"{snapshot.campaign.name} — 巡检工作台")
        if not snapshot.standings:
            self.go(REGISTER_PAGE)
        else:
            is_task = snapshot.kind is WorkspaceKind.TASK_PACK
            self.go(FIRST_PAGE if is_task or self.page is None else self._shown_id())

    def _settle_commands(self) -> None:
        self._gates.settle(self.session, self.checks.state)

    def _shown_id(self) -> str:
        return next(page_id for page_id, made in self._pages.items() if made is self.page)

    def _show_checks(self, state: CheckState) -> None:
        self._bar.progress.show_state(state)
        self._settle_commands()
        if state.problem:
            self.tell(NoticeLine(state.problem, Tone.ERROR))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drops.watch(self.windowHandle())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nothing else wanted takes away what was told: an error stays until then. Enter presses the button that
        has the focus, where the page has no other use for it.
        """
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if is_enter and isinstance(focused, QAbstractButton):
            focused.click()
            return
        if event.key() == Qt.Key.Key_Escape and self._strip.isVisible():
            self._strip.hide()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        layout_memory().setValue(_GEOMETRY, self.saveGeometry())
        self._strip.hide()
        answer_help(None)
        self._manual.close()
        self.checks.close()
        for made in self._pages.values():
            made.close_down()
        self.session.close()
        self.files.close()
        event.accept()
