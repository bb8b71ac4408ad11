"""What is pictured: a name, and how the window is brought there. One entry per picture."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget

from pictured_round import PicturedRound
from workbench.domain.account_sheet import Tried
from workbench.domain.verdict import Outcome
from workbench.gui.accounts.accounts_page import AccountsPage
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window
from workbench.gui.merging.merging_page import MergingPage
from workbench.gui.messages_page.message_totals_dialog import MessageTotalsDialog
from workbench.gui.messages_page.messages_page import MessagesPage
from workbench.gui.page_catalogue import Page
from workbench.gui.register_page.register_page import RegisterPage
from workbench.gui.standard_view.cell_form import CellForm
from workbench.gui.standard_view.standard_page import StandardPage

Arrange = Callable[[Window, PicturedRound], None]
AnyPage = TypeVar("AnyPage", bound=Page)

STALE_SITE = "霁川市水利局"
SCORED_SITE = "霁川市交通运输局"
STALE_INDICATOR = "N2"
DERIVED_RULE = "U2.home"
PASSED = ("V1", "V2", "V4", "U1", "N1")
CONFIRMED = 2
WAIT_MS = 20_000


@dataclass(frozen=True, slots=True)
class Picture:
    """`is_merged` asks for the campaign with both inspectors' results; a dialog that is open is pictured with the window."""

    name: str
    arrange: Arrange
    is_merged: bool = False
    has_dark: bool = False


def wait(span_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(span_ms, loop.quit)
    loop.exec()


def wait_until(is_reached: Callable[[], bool]) -> None:
    """Raises TimeoutError where the window does not come to it."""
    for _ in range(WAIT_MS // 20):
        if is_reached():
            return
        wait(20)
    raise TimeoutError("the window did not get there")


def open_dialog() -> QDialog | None:
    shown = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()
    ]
    return shown[-1] if shown else None


def _page(window: Window, page_id: str, kind: type[AnyPage]) -> AnyPage:
    window.go(page_id)
    shown = window.page
    if not isinstance(shown, kind):
        raise TypeError(f"the page {page_id} is no {kind.__name__}")
    wait_until(lambda: not window.session.is_busy)
    return shown


def _bench(window: Window, name: str, indicator: str) -> BenchPage:
    """The bench at a subject and an indicator, with its page loaded."""
    bench = _page(window, "bench", BenchPage)
    snapshot = window.session.snapshot
    subjects = [each.subject for each in snapshot.standings] if snapshot else []
    bench.subject_list.select(next(subject.id for subject in subjects if subject.name == name))
    wait_until(lambda: name in bench.web.state.title and not bench.web.state.is_loading)
    bench.indicator_list.select(indicator)
    wait(400)
    wait_until(lambda: not bench.web.state.is_loading and not window.session.is_busy)
    return bench


def _show_bench(window: Window, _played: PicturedRound) -> None:
    """In the middle of the work: some indicators answered, some proposals confirmed, the page of the next one open."""
    bench = _bench(window, STALE_SITE, STALE_INDICATOR)
    for code in PASSED:
        bench.indicator_list.select(code)
        bench.steps.judge(Outcome.PASS)
    bench.indicator_list.select(STALE_INDICATOR)
    for _ in range(CONFIRMED):
        bench.desk.confirm_findings()
        wait_until(lambda: not window.session.is_busy)
    wait(400)
    wait_until(lambda: not bench.web.state.is_loading)


def _show_page(page_id: str) -> Arrange:
    def arrange(window: Window, _played: PicturedRound) -> None:
        window.go(page_id)

    return arrange


def _show_trace(window: Window, _played: PicturedRound) -> None:
    _bench(window, SCORED_SITE, STALE_INDICATOR).desk.explain()


def _show_finding(window: Window, _played: PicturedRound) -> None:
    _bench(window, STALE_SITE, STALE_INDICATOR).desk.ask_finding()


def _show_import(window: Window, played: PicturedRound) -> None:
    _page(window, "register", RegisterPage).preview(played.register)
    wait_until(lambda: open_dialog() is not None)


def _show_draw(window: Window, _played: PicturedRound) -> None:
    _page(window, "register", RegisterPage).ask_draw()


def _show_settle(window: Window, _played: PicturedRound) -> None:
    _page(window, "merging", MergingPage).settle(0)


def _show_subject(window: Window, _played: PicturedRound) -> None:
    page = _page(window, "register", RegisterPage)
    page.table.selectRow(0)
    page.desk.edit()


def _show_assign(window: Window, _played: PicturedRound) -> None:
    page = _page(window, "register", RegisterPage)
    page.table.selectAll()
    page.desk.assign()


def _show_account(window: Window, _played: PicturedRound) -> None:
    """An account that posts just often enough, with its menus tried."""
    page = _page(window, "accounts", AccountsPage)
    wait_until(lambda: page.panel.sheet is not None)
    snapshot = window.session.snapshot
    as_of = snapshot.campaign.as_of if snapshot else date.today()
    page.panel.posts.setPlainText("\n".join(str(as_of - timedelta(days)) for days in (9, 23, 36, 50)))
    page.panel.take_posts()
    if not page.panel.menus_shown:
        for place, (name, state) in enumerate((("办事大厅", Tried.WORKS), ("互动交流", Tried.FAILS))):
            page.panel.menus.new_name.setText(name)
            page.panel.menus.add_new()
            page.panel.menus.set_state(place, state)
        page.panel.menus.show_menus(page.panel.menus_shown)
    wait_until(lambda: not window.session.is_busy)


def _show_message_totals(window: Window, _played: PicturedRound) -> None:
    """The totals of a notice (563 = 442 + 90 + 31), before the last part is typed."""
    page = _page(window, "messages", MessagesPage)
    page.ask_totals()
    form = next(each for each in page.findChildren(MessageTotalsDialog) if each.isVisible())
    for key, count in (("received", 563), ("已回复", 442), ("in_work", 90)):
        form.counts[key].setValue(count)


def _show_confirmation(window: Window, _played: PicturedRound) -> None:
    """A price that was only derived, filled in with its source: whose score it would change is listed."""
    page = _page(window, "standard", StandardPage)
    page.table.select_key(DERIVED_RULE)
    page.ask_change()
    form = next(each for each in page.findChildren(CellForm) if each.isVisible())
    form.source.setText("国办发〔2015〕15号附件第6页")
    form.editor.first.setProperty("text", "2")
    wait_until(lambda: bool(form.shifts.model.rows))


def _show_dialog_of(command_id: str) -> Arrange:
    def arrange(window: Window, _played: PicturedRound) -> None:
        next(action for action in window.actions() if action.objectName() == command_id).trigger()

    return arrange


def _show_saved(window: Window, _played: PicturedRound) -> None:
    """The page as the checks have saved it, with the cable out."""
    bench = _bench(window, STALE_SITE, STALE_INDICATOR)
    bench.web.turn_offline(True)
    wait_until(lambda: bench.web.state.is_saved and bench.web.state.saved_at is not None)
    wait(400)


def _show_problems(window: Window, _played: PicturedRound) -> None:
    bench = _bench(window, STALE_SITE, STALE_INDICATOR)
    tabs = bench.results.findChild(QTabWidget)
    if tabs is not None:
        tabs.setCurrentIndex(1)


def _show_evidence(window: Window, _played: PicturedRound) -> None:
    """The view of the page as evidence, opened to be marked."""
    bench = _bench(window, STALE_SITE, STALE_INDICATOR)
    bench.tools.evidence.take_view()
    wait_until(lambda: bool(bench.tools.strip.rows))
    bench.tools.evidence.open_first()
    wait_until(lambda: open_dialog() is not None)
    wait(400)


def _show_tour(window: Window, _played: PicturedRound) -> None:
    """The step at the indicators."""
    _bench(window, STALE_SITE, STALE_INDICATOR)
    window.tour.begin(is_open=True)
    overlay = window.tour.overlay
    for _ in range(4):
        if overlay is not None:
            overlay.on.click()


def put_back(window: Window) -> None:
    """What a picture has turned on is off again."""
    dialog = open_dialog()
    if dialog is not None:
        dialog.reject()
    if window.tour.overlay is not None:
        window.tour.end()
    if isinstance(window.page, BenchPage) and window.page.web.is_offline:
        window.page.web.turn_offline(False)


PICTURES = (
    Picture("bench", _show_bench, has_dark=True),
    Picture("overview", _show_page("overview"), has_dark=True),
    Picture("finding", _show_finding),
    Picture("import", _show_import),
    Picture("draw", _show_draw),
    Picture("subject", _show_subject),
    Picture("assign", _show_assign),
    Picture("accounts", _show_account, has_dark=True),
    Picture("messages", _show_page("messages"), has_dark=True),
    Picture("message-totals", _show_message_totals),
    Picture("keys", _show_dialog_of("keys")),
    Picture("settings", _show_dialog_of("settings")),
    Picture("some-checks", _show_dialog_of("check-some")),
    Picture("problems", _show_problems),
    Picture("evidence", _show_evidence),
    Picture("tour", _show_tour, has_dark=True),
    Picture("saved-page", _show_saved, has_dark=True),
    Picture("register", _show_page("register"), is_merged=True, has_dark=True),
    Picture("merging", _show_page("merging"), is_merged=True, has_dark=True),
    Picture("settle", _show_settle, is_merged=True, has_dark=True),
    Picture("standard", _show_page("standard"), is_merged=True, has_dark=True),
    Picture("confirmation", _show_confirmation, is_merged=True, has_dark=True),
    Picture("trace", _show_trace, is_merged=True),
)
