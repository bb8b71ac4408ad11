"""Qt's own file dialog speaks Chinese throughout."""

from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from workbench.gui.application import speak_chinese


def test_the_file_dialog_has_no_english_labels(qtbot: QtBot, qapp: QApplication) -> None:
    speak_chinese(qapp)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "位置(&L)：" in told
    assert "文件类型(&T)：" in told
