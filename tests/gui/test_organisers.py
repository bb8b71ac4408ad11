"""The register by organiser: rows, renaming with a look at what it changes, and the way to its subjects."""

import pytest
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press, shown_dialog
from workbench.gui.main_window import Window
from workbench.gui.register_page.organiser_form import OrganiserForm
from workbench.gui.register_page.organiser_rows import cells_to_change, change_in_words, organiser_rows
from workbench.gui.register_page.organisers_dialog import OrganisersDialog
from workbench.gui.register_page.register_page import RegisterPage
from workbench.operations.edit_subject import change_subjects
from workbench.operations.score_campaign import score_campaign

BUREAU = "霁川市教育局"


@pytest.fixture
def grouped(small: SmallCampaign) -> SmallCampaign:
    both = {small.bureau.id, small.account.id}
    change_subjects(small.workspace, both, {"organiser": BUREAU, "contact": "张三"}, by=LEAD)
    change_subjects(small.workspace, {small.account.id}, {"phone": "1234"}, by=LEAD)
    return small


def test_rows_say_what_its_subjects_say_alike(grouped: SmallCampaign) -> None:
    found, nobody = organiser_rows(score_campaign(grouped.workspace))
    assert (found.title, found.sites, found.accounts, found.results) == (BUREAU, 1, 1, "—")
    assert (found.said("contact"), found.said("phone"), found.said("supervisor")) == ("张三", "各不相同", "")
    assert (nobody.title, nobody.sites) == ("（没有填写）", 1)
    rows = (found, nobody)
    same = {"organiser": BUREAU, "supervisor": "", "contact": "张三", "phone": ""}
    assert cells_to_change(found, same) == {}
    assert change_in_words(rows, found, {}) == ""
    cells = cells_to_change(found, same | {"phone": "1234"})
    assert cells == {"phone": "1234"}
    assert change_in_words(rows, found, cells) == "将修改 1 个对象：霁川市教育局。"
    assert "两者算一个单位" in change_in_words((*rows, found), nobody, {"organiser": BUREAU})


def test_an_organiser_is_renamed_once_for_all_and_taken_back(
    window: Window, grouped: SmallCampaign, qtbot: QtBot
) -> None:
    page, dialog = opened(window, grouped, qtbot)
    dialog.table.selectRow(0)
    dialog.change.click()
    form = shown_dialog(OrganiserForm, qtbot)
    assert form.accept_button is not None
    assert not form.accept_button.isEnabled()
    form.fields["organiser"].setText("霁川市教育体育局")
    assert "将修改 2 个对象" in form.foreseen.text()
    form.take()
    settle(window, qtbot)
    assert "已修改 2 个对象" in window.told()
    assert dialog.model.rows[0].name == "霁川市教育体育局"
    dialog.look.click()
    assert [row.subject.name for row in page.model.rows] == [BUREAU, "霁川发布"]
    press(window, "Ctrl+Z")
    settle(window, qtbot)
    assert {subject.organiser for subject in grouped.workspace.subjects()} == {"", BUREAU}


def test_subjects_without_one_are_found_and_others_only_look(
    window: Window, grouped: SmallCampaign, qtbot: QtBot
) -> None:
    page, dialog = opened(window, grouped, qtbot)
    dialog.table.selectRow(1)
    assert not dialog.change.isEnabled()
    assert "批量修改" in dialog.complaint()
    dialog.look.click()
    assert [row.subject.name for row in page.model.rows] == ["霁川市人民政府"]
    window.change_person(WANG)
    page.desk.list_organisers()
    again = shown_dialog(OrganisersDialog, qtbot)
    assert not again.change.isEnabled()
    assert f"台账由组长{LEAD}修改" in again.complaint()
    again.reject()


def opened(window: Window, grouped: SmallCampaign, qtbot: QtBot) -> tuple[RegisterPage, OrganisersDialog]:
    open_file(window, grouped.workspace.path, qtbot)
    window.go("register")
    page = window.page
    assert isinstance(page, RegisterPage)
    page.desk.list_organisers()
    return page, shown_dialog(OrganisersDialog, qtbot)
