"""A campaign with something of everything in it, and the way to every dialog of the window: for tests that walk them all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from workbench.domain.column_recipe import ColumnRecipe
from workbench.domain.evidence import EvidenceKind
from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.recipe_form import RecipeForm
from workbench.gui.ignoring.ignore_form import IgnoreForm, IgnoreWish
from workbench.gui.main_window import Window
from workbench.gui.merging.merging_page import MergingPage
from workbench.gui.messages_page.messages_page import MessagesPage
from workbench.gui.overview.overview_page import OverviewPage
from workbench.gui.pictures.picture_bytes import encode_picture
from workbench.gui.register_page.column_form import ColumnForm
from workbench.gui.register_page.columns_dialog import ColumnsDialog
from workbench.gui.register_page.organiser_form import OrganiserForm
from workbench.gui.register_page.organiser_rows import organiser_rows
from workbench.gui.register_page.register_page import RegisterPage
from workbench.gui.register_page.round_form import RoundForm
from workbench.gui.standard_view.cell_form import CellForm
from workbench.gui.standard_view.standard_page import StandardPage
from workbench.gui.tour.first_offer import FirstOffer
from workbench.operations.change_standard import change_standard
from workbench.operations.edit_subject import change_subjects
from workbench.operations.export_results import export_results
from workbench.operations.import_register import apply_register, preview_register
from workbench.operations.keep_evidence import EvidencePlace, keep_picture
from workbench.operations.plan_round import new_round
from workbench.operations.record_verdict import record_verdict
from workbench.operations.score_campaign import score_campaign

Ask = Callable[[Window, SmallCampaign], None]
ADDRESS = "http://127.0.0.1:1/a"
MESSAGES = """网站标识码,留言平台,编号,标题,提交时间,回复时间,办理状态
9901000001,领导信箱,L-1,路灯不亮,2026-06-01,,办理中
9901000002,找错,Z-1,错别字,2026-11-16,2026-11-18,已办结
9901000002,找错,Z-2,链接打不开,坏日期,,办理中
"""
REGISTER = """网站名称,首页网址,主办单位
霁川市水利局,http://127.0.0.1:8/,霁川市水利局
霁川市粮食局,javascript:void(0),霁川市粮食和物资储备局
"""


def enrich(small: SmallCampaign) -> None:
    """Proposals, a dispute, a picture, messages, and a cell of the standard that was confirmed."""
    workspace = small.workspace
    found = small.propose(ADDRESS)
    for name, outcome in ((WANG, Outcome.PASS), (LI, Outcome.NOT_APPLICABLE)):
        record_verdict(workspace, subject=small.portal, indicator="R1", outcome=outcome, by=name)
    place = EvidencePlace(subject=small.portal, indicator="U2", finding_id=found.id)
    keep_picture(workspace, place=place, kind=EvidenceKind.GIVEN_PICTURE, content=_picture(), by=LEAD)
    change_standard(workspace, cell="rule:B4/price", value="2", source="国办发〔2015〕15号附件第6页", by=LEAD)
    apply_register(workspace, preview_register(workspace, _written(small, "留言.csv", MESSAGES)), by=LEAD)


def _picture() -> bytes:
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return encode_picture(image)


def _written(small: SmallCampaign, name: str, text: str) -> Path:
    file = small.workspace.path.with_name(name)
    file.write_text(text, "utf-8")
    return file


def _settled(window: Window) -> None:
    while window.session.is_busy:
        QTest.qWait(10)


def _of_window(command_id: str) -> Ask:
    def ask(window: Window, _small: SmallCampaign) -> None:
        next(action for action in window.actions() if action.objectName() == command_id).trigger()

    return ask


def _bench(window: Window, small: SmallCampaign) -> BenchPage:
    window.go("bench")
    assert isinstance(window.page, BenchPage)
    window.page.go_to(small.portal.id)
    window.page.indicator_list.select("U2")
    return window.page


def _of_bench(name: str) -> Ask:
    def ask(window: Window, small: SmallCampaign) -> None:
        getattr(_bench(window, small).desk, name)()

    return ask


def _register(window: Window, *places: int) -> RegisterPage:
    window.go("register")
    page = window.page
    assert isinstance(page, RegisterPage)
    page.table.clearSelection()
    flags = page.table.selectionModel().SelectionFlag
    for place in places:
        page.table.selectionModel().select(page.model.index(place, 0), flags.Select | flags.Rows)
    return page


def _of_register(name: str, *places: int) -> Ask:
    def ask(window: Window, _small: SmallCampaign) -> None:
        getattr(_register(window, *places).desk, name)()

    return ask


def _draw(window: Window, _small: SmallCampaign) -> None:
    _register(window).ask_draw()


def _import(window: Window, small: SmallCampaign) -> None:
    _register(window).preview(_written(small, "新台账.csv", REGISTER))


def _column_form(window: Window, small: SmallCampaign) -> None:
    page = _register(window)
    dialog = ColumnsDialog(page, session=window.session, subject=small.portal, find=lambda: None)
    (column,) = small.workspace.columns(small.portal.id)
    ColumnForm(dialog, session=window.session, draft=column, done=lambda _saved: None).open()


def _organiser_form(window: Window, small: SmallCampaign) -> None:
    page = _register(window)
    change_subjects(small.workspace, {small.portal.id}, {"organiser": "霁川市人民政府办公室"}, by=LEAD)
    rows = organiser_rows(score_campaign(small.workspace))
    OrganiserForm(page, session=window.session, rows=rows, found=rows[0], done=lambda _count: None).open()


def _round_form(window: Window, small: SmallCampaign) -> None:
    draft = new_round(small.workspace)
    RoundForm(
        _register(window), session=window.session, draft=draft, chosen=(), done=lambda _saved: None
    ).open()


def _cell_form(row: str, cell: str) -> Ask:
    def ask(window: Window, _small: SmallCampaign) -> None:
        page = _standard(window, row)
        page.ask_change()
        form = next(each for each in page.findChildren(CellForm) if each.isVisible())
        form.choice.setCurrentIndex(form.choice.findData(cell))

    return ask


def _standard(window: Window, row: str) -> StandardPage:
    window.go("standard")
    page = window.page
    assert isinstance(page, StandardPage)
    assert page.table.select_key(row)
    return page


def _revert(window: Window, _small: SmallCampaign) -> None:
    _standard(window, "B4").ask_revert()


def _messages(window: Window) -> MessagesPage:
    window.go("messages")
    _settled(window)
    page = window.page
    assert isinstance(page, MessagesPage)
    return page


def _message_totals(window: Window, _small: SmallCampaign) -> None:
    _messages(window).ask_totals()


def _message_answer(window: Window, _small: SmallCampaign) -> None:
    page = _messages(window)
    page.table.selectRow(0)
    page.desk.ask_answer()


def _message_import(window: Window, small: SmallCampaign) -> None:
    _messages(window).desk.preview(_written(small, "留言二.csv", MESSAGES))


def _merging(window: Window) -> MergingPage:
    window.go("merging")
    assert isinstance(window.page, MergingPage)
    return window.page


def _merge(window: Window, small: SmallCampaign) -> None:
    results = small.workspace.path.with_name("结果.inspection")
    _merging(window).preview([export_results(small.workspace, results, by=WANG).path])


def _settle(window: Window, _small: SmallCampaign) -> None:
    _merging(window).settle(0)


def _ignore(window: Window, small: SmallCampaign) -> None:
    wish = IgnoreWish(subject=small.portal, what="dead-links", title="打不开的链接", address=ADDRESS)
    IgnoreForm(_bench(window, small), session=window.session, wish=wish, done=lambda _saved: None).open()


def _picture_dialog(window: Window, small: SmallCampaign) -> None:
    _bench(window, small).tools.evidence.open_first()


def _recipe(window: Window, small: SmallCampaign) -> None:
    RecipeForm(
        _bench(window, small),
        recipe=ColumnRecipe(item="li"),
        items=(),
        columns=small.workspace.columns(small.portal.id),
        at="http://127.0.0.1:1/xw/",
        name="要闻",
        taken=lambda _choice: None,
    ).open()


def _overview(window: Window) -> OverviewPage:
    window.go("overview")
    assert isinstance(window.page, OverviewPage)
    return window.page


def _subjects(window: Window, _small: SmallCampaign) -> None:
    snapshot = window.session.snapshot
    assert snapshot is not None
    _overview(window)._list_subjects("未完成", snapshot.standings)


def _first_offer(window: Window, _small: SmallCampaign) -> None:
    FirstOffer(window, lead_through=lambda: None).open()


DIALOGS: dict[str, Ask] = {
    "finding": _of_bench("ask_finding"),
    "change": _of_bench("ask_change"),
    "dismissal": _of_bench("ask_dismissal"),
    "trace": _of_bench("explain"),
    "phrases": _of_bench("ask_phrase"),
    "count": _of_bench("ask_count"),
    "ignore": _ignore,
    "picture": _picture_dialog,
    "recipe": _recipe,
    "draw": _draw,
    "import": _import,
    "subject": _of_register("edit", 0),
    "bulk": _of_register("edit", 0, 1),
    "columns": _of_register("show_columns", 0),
    "column": _column_form,
    "found-columns": _of_register("find_columns", 0),
    "organisers": _of_register("list_organisers"),
    "organiser": _organiser_form,
    "assign": _of_register("assign", 0, 1),
    "rounds": _of_register("plan_rounds"),
    "round": _round_form,
    "message-totals": _message_totals,
    "message-answer": _message_answer,
    "message-import": _message_import,
    "merge": _merge,
    "settle": _settle,
    "price": _cell_form("B4", "rule:B4/price"),
    "window": _cell_form("N2a", "rule:N2a/window"),
    "kinds": _cell_form("N2a", "indicator:N2/applies_to"),
    "revert": _revert,
    "subjects": _subjects,
    "first-offer": _first_offer,
    **{
        name: _of_window(name)
        for name in (
            "keys",
            "palette",
            "person",
            "new-campaign",
            "settings",
            "check-some",
            "list-ignores",
            "journal",
        )
    },
}
