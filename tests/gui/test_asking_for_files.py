"""Every file dialog starts where the open campaign lies or where a file was chosen last, never in the working folder."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.window_driver import press
from workbench.gui import file_asking
from workbench.gui.file_asking import (
    ask_file,
    ask_files,
    ask_folder,
    ask_target,
    start_folder,
    start_in,
    with_ending,
)
from workbench.gui.main_window import Window

GUI = Path(file_asking.__file__).parent


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the dialogs started; the person gives every one up."""
    starts: list[str] = []

    def note(_parent: object, _title: str, start: str, _kinds: str = "") -> tuple[str, str]:
        starts.append(start)
        return "", ""

    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, note)
    return starts


def test_the_dialogs_of_a_campaign_start_beside_it(
    opened: Window, small: SmallCampaign, asked: list[str]
) -> None:
    for keys in ("Ctrl+O", "Ctrl+I", "Ctrl+M", "Ctrl+E"):
        press(opened, keys)
    folder = small.workspace.path.parent
    assert [Path(start) for start in asked[:3]] == [folder] * 3
    assert Path(asked[3]).parent == folder


def test_the_folder_of_the_last_choice_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = tmp_path / "留言.csv"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(chosen), ""))
    assert ask_file(None, "导入留言", "留言 (*.csv)") == chosen
    assert start_folder() == tmp_path


def test_nothing_chosen_changes_nothing(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: "")
    start_in(tmp_path)
    assert ask_file(None, "打开", "") is None
    assert ask_files(None, "打开", "") == ()
    assert ask_target(None, "导出", "名单.xlsx", "") == (None, "")
    assert ask_folder(None, "文件夹") is None
    assert Path(asked[2]) == tmp_path / "名单.xlsx"
    assert start_folder() == tmp_path


def test_a_folder_that_is_gone_gives_way_to_the_documents(tmp_path: Path) -> None:
    start_in(tmp_path / "不在了")
    assert start_folder() != tmp_path / "不在了"


def test_an_ending_is_added_only_where_it_is_missing() -> None:
    assert with_ending(Path("结果"), ".inspection") == Path("结果.inspection")
    assert with_ending(Path("结果.inspection"), ".inspection") == Path("结果.inspection")
    assert with_ending(Path("2026.4"), ".xlsx") == Path("2026.4.xlsx")


def test_no_other_file_asks_qt_by_itself() -> None:
    asking = [
        file.name for file in GUI.rglob("*.py") if re.search(r"\bQFileDialog\b", file.read_text("utf-8"))
    ]
    assert asking == ["file_asking.py"]
