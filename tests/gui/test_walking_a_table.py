"""Tables are walked by whole rows with the arrow keys, Home and End."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel

NAMES = ("财政局", "教育局", "水利局", "审计局")


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    model: RowModel[str] = RowModel(
        (Field(title="名称", text=lambda name: name), Field(title="字数", text=lambda name: str(len(name))))
    )
    made = RecordTable(name="单位", model=model, widths=(200, 80))
    qtbot.addWidget(made)
    model.show(NAMES)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def walk(table: RecordTable, qtbot: QtBot, *keys: Qt.Key) -> list[int]:
    for key in keys:
        QTest.keyClick(table, key)
    return sorted(index.row() for index in table.selectionModel().selectedRows())


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home])
def test_the_first_step_lands_on_the_first_row(key: Qt.Key, table: RecordTable, qtbot: QtBot) -> None:
    assert walk(table, qtbot, key) == [0]


def test_the_second_step_goes_on(table: RecordTable, qtbot: QtBot) -> None:
    assert walk(table, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down) == [1]


def test_home_and_end_lead_to_the_first_and_the_last_row(table: RecordTable, qtbot: QtBot) -> None:
    assert walk(table, qtbot, Qt.Key.Key_End) == [3]
    assert walk(table, qtbot, Qt.Key.Key_Home) == [0]
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert walk(table, qtbot) == [0, 1, 2, 3]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_End])
def test_a_key_that_cannot_go_further_leaves_one_row_selected(
    key: Qt.Key, table: RecordTable, qtbot: QtBot
) -> None:
    walk(table, qtbot, Qt.Key.Key_End)
    table.selectAll()
    assert walk(table, qtbot, key) == [3]


def test_an_empty_table_takes_the_keys_in_silence(table: RecordTable, qtbot: QtBot) -> None:
    model = table.model()
    assert isinstance(model, RowModel)
    model.show(())
    assert walk(table, qtbot, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home) == []


def test_a_row_selected_again_stays_selected_whatever_key_is_held(table: RecordTable) -> None:
    QTest.keyClick(table, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
    for _ in range(2):
        table.selectRow(1)
        assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
