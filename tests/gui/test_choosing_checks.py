"""A part is checked: the subjects and checks that are ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from workbench.checks.catalogue import checks
from workbench.gui.check_choice.check_form import CheckForm
from workbench.gui.main_window import Window


def test_what_is_ticked_is_checked_and_all_of_it_needs_no_names(
    opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    asked: list[tuple[Sequence[str], Sequence[str]]] = []
    form = CheckForm(
        opened,
        subjects=(small.portal, small.bureau),
        chosen=(small.bureau.code,),
        start=lambda codes, only: asked.append((codes, only)),
    )
    form.take()
    assert asked == [((small.bureau.code,), ())]
    form.subjects.tick_all(is_on=True)
    form.checks.tick_all(is_on=False)
    form.take()
    assert "至少选一个" in form.complaint()
    first = form.checks.item(0)
    first.setCheckState(Qt.CheckState.Checked)
    form.take()
    assert asked[-1] == ((), (str(first.data(Qt.ItemDataRole.UserRole)),))
    assert str(first.data(Qt.ItemDataRole.UserRole)) in checks


def test_the_space_bar_ticks_what_is_selected(opened: Window, small: SmallCampaign, qtbot: QtBot) -> None:
    form = CheckForm(
        opened, subjects=(small.portal, small.bureau), chosen=(), start=lambda _codes, _only: None
    )
    form.open()
    qtbot.waitUntil(form.subjects.hasFocus)
    QTest.keyClick(form.subjects, Qt.Key.Key_Space)
    assert form.subjects.ticked() == (small.bureau.code,)
    form.subjects.selectAll()
    QTest.keyClick(form.subjects, Qt.Key.Key_Space)
    assert form.subjects.ticked() == (small.portal.code, small.bureau.code)
    QTest.keyClick(form.subjects, Qt.Key.Key_Space)
    assert form.subjects.ticked() == ()
    form.reject()
