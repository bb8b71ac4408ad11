"""Evidence by key: pasted, dropped, looked at, marked on a copy, noted, exported, taken back; on screen and in the file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.test_controls_are_named import nameless, unreachable
from tests.gui.window_driver import press, shown_dialog
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window
from workbench.gui.pictures.picture_bytes import decode_picture
from workbench.gui.pictures.picture_dialog import PictureDialog
from workbench.storage.pack_export import export_pack
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

DEAD = "http://127.0.0.1:1/dead"


def picture(width: int = 300, height: int = 200) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    made.setPixelColor(20, 20, QColor("blue"))
    return made


def paste(window: Window, bench: BenchPage, image: QImage, qtbot: QtBot) -> Evidence:
    known = {each.id for each in bench.hand.evidence}
    QGuiApplication.clipboard().setImage(image)
    press(bench, "Ctrl+V")
    settle(window, qtbot)
    return next(each for each in bench.hand.evidence if each.id not in known)


def open_picture(bench: BenchPage, qtbot: QtBot) -> PictureDialog:
    press(bench, "V")
    dialog = shown_dialog(PictureDialog, qtbot)
    qtbot.waitUntil(lambda: not dialog.canvas.image.isNull())
    return dialog


def test_a_pasted_picture_is_attached_to_the_finding_in_hand(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    finding = small.propose(DEAD)
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    bench.indicator_list.select("U2")
    paste(opened, bench, picture(), qtbot)
    (kept,) = small.workspace.evidence(small.portal.id)
    assert (kept.kind, kept.indicator, kept.finding_id) == (EvidenceKind.GIVEN_PICTURE, "U2", finding.id)
    content = small.workspace.evidence_content(kept)
    assert content is not None
    assert decode_picture(content).pixelColor(20, 20) == QColor("blue")
    assert bench.tools.strip.list.count() == 1
    row = bench.indicator_panel.findings.current()
    assert row is not None
    assert row.evidence == 1
    assert "1份证据" in row.in_words()
    assert "附在这条问题下" in opened.told()
    bench.indicator_list.select("V1")
    assert not bench.tools.strip.list.isVisible()


def test_without_a_finding_it_belongs_to_the_indicator(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    kept = paste(opened, bench, picture(), qtbot)
    assert (kept.indicator, kept.finding_id) == ("V1", None)
    assert "附在这项指标下" in opened.told()


def test_dropped_files_are_taken_as_they_are_and_a_bad_one_is_refused_in_one_sentence(
    opened: Window, bench: BenchPage, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    good, bad = tmp_path / "手机截图.png", tmp_path / "坏图.png"
    assert picture().save(str(good))
    bad.write_bytes(b"\x89PNG\r\n\x1a\n no picture at all")
    _drop(bench, good)
    settle(opened, qtbot)
    (kept,) = small.workspace.evidence()
    assert small.workspace.evidence_content(kept) == good.read_bytes()
    _drop(bench, bad)
    settle(opened, qtbot)
    assert "不是能识别的图片" in opened.told()
    assert len(small.workspace.evidence()) == 1


def test_several_files_dropped_are_taken_back_by_one_key(
    opened: Window, bench: BenchPage, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [tmp_path / f"{n}.png" for n in range(3)]
    for n, file in enumerate(files):
        assert picture(300 + n).save(str(file))
    _drop(bench, *files)
    settle(opened, qtbot)
    assert len(small.workspace.evidence()) == 3
    assert "3 张" in opened.told()
    press(bench, "Ctrl+Z")
    settle(opened, qtbot)
    assert small.workspace.evidence() == ()


def _drop(bench: BenchPage, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(20, 20), copy, mime, left, none)
    QApplication.sendEvent(bench.indicator_panel, entering)
    assert entering.isAccepted()
    event = QDropEvent(QPointF(20, 20), copy, mime, left, none)
    QApplication.sendEvent(bench.indicator_panel, event)


def test_an_empty_clipboard_says_what_to_do(opened: Window, bench: BenchPage, small: SmallCampaign) -> None:
    QGuiApplication.clipboard().setText("没有图")
    press(bench, "Ctrl+V")
    assert "剪贴板里没有图片" in opened.told()
    press(bench, "V")
    assert "按 F2 截取画面" in opened.told()
    press(bench, "F2")
    assert "系统截图工具" in opened.told()
    assert small.workspace.evidence() == ()


def test_what_was_taken_back_comes_back_by_one_key(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    paste(opened, bench, picture(), qtbot)
    bench.tools.strip.list.setFocus()
    bench.tools.strip.list.setCurrentRow(0)
    press(bench.tools.strip.list, "Delete")
    settle(opened, qtbot)
    assert small.workspace.evidence() == ()
    assert bench.tools.strip.rows == ()
    press(bench, "Ctrl+Z")
    settle(opened, qtbot)
    assert len(small.workspace.evidence()) == 1
    assert len(bench.tools.strip.rows) == 1


def test_marks_by_mouse_go_onto_a_copy(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    original = paste(opened, bench, picture(), qtbot)
    dialog = open_picture(bench, qtbot)
    canvas = dialog.canvas
    press(dialog, "B")
    _drag(canvas, QPoint(60, 60), QPoint(160, 120))
    press(dialog, "A")
    _drag(canvas, QPoint(200, 150), QPoint(240, 60))
    assert len(canvas.marks) == 2
    press(dialog, "Ctrl+Z")
    assert len(canvas.marks) == 1
    press(dialog, "Ctrl+Return")
    settle(opened, qtbot)
    copy = next(each for each in small.workspace.evidence() if each.original_id == original.id)
    assert copy.kind is EvidenceKind.MARKED_PICTURE
    content = small.workspace.evidence_content(copy)
    assert content is not None
    edge = decode_picture(content).pixelColor(110, 60)
    assert edge.red() > 120
    assert edge.blue() < 120
    kept = small.workspace.evidence_content(original)
    assert kept is not None
    assert decode_picture(kept).pixelColor(110, 60) == QColor("white")
    assert [row.evidence.id for row in bench.tools.strip.rows] == [original.id, copy.id]


def _drag(canvas: QWidget, first: QPoint, last: QPoint) -> None:
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, first)
    QTest.mouseMove(canvas, last)
    QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, last)


def test_a_mosaic_is_laid_by_keys_and_hides_what_is_below(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    paste(opened, bench, picture(), qtbot)
    dialog = open_picture(bench, qtbot)
    press(dialog, "M")
    canvas = dialog.canvas
    for _ in range(20):
        QTest.keyClick(canvas, Qt.Key.Key_Left)
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    for _ in range(6):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert len(canvas.marks) == 1
    press(dialog, "Ctrl+Return")
    settle(opened, qtbot)
    content = small.workspace.evidence_content(small.workspace.evidence()[-1])
    assert content is not None
    assert decode_picture(content).pixelColor(20, 20) != QColor("blue")


def test_every_control_of_the_picture_is_named_and_reached(
    opened: Window, bench: BenchPage, qtbot: QtBot
) -> None:
    paste(opened, bench, picture(), qtbot)
    assert nameless(bench) == []
    dialog = open_picture(bench, qtbot)
    assert nameless(dialog) == []
    assert unreachable(dialog) == []
    dialog.reject()


def test_unsaved_marks_are_not_lost_by_one_key(opened: Window, bench: BenchPage, qtbot: QtBot) -> None:
    paste(opened, bench, picture(), qtbot)
    dialog = open_picture(bench, qtbot)
    press(dialog, "B")
    _drag(dialog.canvas, QPoint(10, 10), QPoint(90, 90))
    dialog.reject()
    assert dialog.isVisible()
    assert "还没有保存" in dialog.complaint()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_note_is_kept_and_the_picture_exported(
    opened: Window,
    bench: BenchPage,
    small: SmallCampaign,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = paste(opened, bench, picture(), qtbot)
    dialog = open_picture(bench, qtbot)
    dialog.note.setText("首页右侧飘窗")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return)
    settle(opened, qtbot)
    assert [each.note for each in small.workspace.evidence()] == ["首页右侧飘窗"]
    target = tmp_path / "导出.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    press(dialog, "Ctrl+S")
    assert target.read_bytes() == small.workspace.evidence_content(kept)
    dialog.reject()


def test_evidence_travels_in_the_result_pack(
    opened: Window, bench: BenchPage, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = paste(opened, bench, picture(), qtbot)
    path = tmp_path / "结果.inspection"
    export_pack(small.workspace, path, kind=WorkspaceKind.RESULT_PACK, inspector=kept.inspector)
    with Workspace.open_pack(path) as pack:
        (carried,) = pack.evidence()
        assert pack.evidence_content(carried) == small.workspace.evidence_content(kept)


def test_one_key_leads_into_the_evidence_where_any_of_it_is_chosen(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    bench.indicator_list.setFocus()
    press(bench, "Shift+V")
    assert bench.indicator_list.hasFocus()
    assert "还没有证据" in opened.told()
    first = paste(opened, bench, picture(), qtbot)
    paste(opened, bench, picture(width=120), qtbot)
    strip = bench.tools.strip
    press(bench, "Shift+V")
    assert strip.list.hasFocus()
    press(strip.list, "Home")
    press(strip.list, "E")
    dialog = shown_dialog(PictureDialog, qtbot)
    assert dialog.evidence.id == first.id
    dialog.reject()
    strip.list.setFocus()
    press(strip.list, "Shift+V")
    assert bench.indicator_list.hasFocus()
