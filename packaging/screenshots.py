"""Makes the pictures of the papers: every page of the window on the practice city, light and dark.

Run it with the project's environment: `.venv/bin/python packaging/screenshots.py [-o FOLDER]`. It needs no display, but a
Chinese font (on Debian fonts-noto-cjk) and the browser engine; nothing of the user's own is read or written. The papers show
some pictures in the dark too; `--dark` makes all, and `--dialogs -o FOLDER` every dialog in both looks, to be looked at.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from picture_list import Picture
    from pictured_round import PicturedRound
    from workbench.gui.main_window import Window

SCREEN = {
    "name": "picture",
    "x": 0,
    "y": 0,
    "width": 2880,
    "height": 1800,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
PAINT_MS = 700
NO_FONT_STATUS = 3


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="在练习城市上重新制作全部截图。")
    parser.add_argument(
        "-o", "--output", type=Path, default=ROOT / "resources" / "screenshots", metavar="DIR"
    )
    parser.add_argument("--only", default="", metavar="NAMES", help="只做这些，用逗号分开")
    parser.add_argument("--size", default="1440x900", help="窗口大小")
    parser.add_argument("--scale", default="1", help="显示缩放，例如 1.5")
    parser.add_argument("--dark", action="store_true", help="每一张都再做深色的")
    parser.add_argument(
        "--dialogs", action="store_true", help="改做每一个对话框，浅色和深色；只供查看，请指定 -o"
    )
    given = parser.parse_args(arguments)
    given.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        _prepare(Path(scratch), given.scale)
        return _take_all(given, Path(scratch))


def _prepare(scratch: Path, scale: str) -> None:
    """A home and a screen of our own, before Qt is loaded."""
    for name in (
        "HOME",
        "USERPROFILE",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "LOCALAPPDATA",
        "APPDATA",
    ):
        os.environ[name] = str(scratch)
    screens = scratch / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    os.environ["QT_SCALE_FACTOR"] = scale
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")


def _take_all(given: argparse.Namespace, scratch: Path) -> int:
    from PySide6.QtGui import QCursor

    from picture_list import PICTURES
    from pictured_round import MONITORING_DAY, play_round
    from workbench.gui.application import make_application
    from workbench.gui.theme import Appearance, wear
    from workbench.operations.practice_city import serve_city

    app = make_application(theme="light")
    # No button looks as if the pointer were on it.
    QCursor.setPos(app.primaryScreen().geometry().bottomRight())
    if not _has_chinese_font():
        sys.stderr.write("没有中文字体，截图上会是方框。Debian 上请先安装：apt-get install fonts-noto-cjk\n")
        return NO_FONT_STATUS
    if given.dialogs:
        return _take_dialogs(given.output, scratch)
    only = [name for name in given.only.split(",") if name]
    with serve_city(MONITORING_DAY) as city:
        played = play_round(scratch / "round", city)
    for appearance in Appearance:
        wear(app, appearance)
        is_light = appearance is Appearance.LIGHT
        wanted = [
            each
            for each in PICTURES
            if (is_light or given.dark or each.has_dark) and (not only or each.name in only)
        ]
        for file in (played.under_way, played.merged):
            group = [each for each in wanted if each.is_merged is (file == played.merged)]
            with _window(file, given.size) as window:
                for picture in group:
                    _take(window, picture, played, given.output, suffix="" if is_light else "-dark")
    return 0


def _take_dialogs(output: Path, scratch: Path) -> int:
    from PySide6.QtWidgets import QApplication

    from dialog_pictures import small_round, take_every_dialog
    from workbench.gui.theme import Appearance, wear

    app = QApplication.instance()
    for appearance in Appearance:
        if isinstance(app, QApplication):
            wear(app, appearance)
        small = small_round(scratch / appearance.value)
        take_every_dialog(small, output, suffix="" if appearance is Appearance.LIGHT else "-dark")
        small.workspace.close()
    return 0


def _has_chinese_font() -> bool:
    from PySide6.QtGui import QFontDatabase

    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


@contextmanager
def _window(file: Path, size: str) -> "Iterator[Window]":
    """The window on the file, with the lead of the campaign sitting at it."""
    from picture_list import wait_until
    from workbench.gui.window_start import make_window

    window = make_window(inspector="组长")
    window.resize(*(int(side) for side in size.split("x")))
    window.show()
    window.open_file(file)
    wait_until(lambda: window.session.is_open and not window.session.is_busy)
    if window.session.snapshot is not None:
        window.change_person(window.session.snapshot.campaign.lead)
    try:
        yield window
    finally:
        window.close()


def _take(
    window: "Window", picture: "Picture", played: "PicturedRound", folder: Path, *, suffix: str
) -> None:
    from picture_list import put_back, wait

    picture.arrange(window, played)
    wait(PAINT_MS)
    target = folder / f"{picture.name}{suffix}.png"
    _grab(window).save(str(target))
    sys.stdout.write(f"{target}\n")
    put_back(window)


def _grab(window: "Window") -> "QPixmap":
    """The window, dimmed where a dialog lies over it: the dialog is a window of its own and would be left out."""
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPainter

    from picture_list import open_dialog

    picture = window.grab()
    dialog = open_dialog()
    if dialog is not None:
        painter = QPainter(picture)
        painter.fillRect(window.rect(), QColor(0, 0, 0, 110))
        place = window.rect().center() - dialog.rect().center()
        painter.drawPixmap(place, dialog.grab())
        painter.setPen(QColor(128, 128, 128))
        painter.drawRect(QRect(place, dialog.size()).adjusted(-1, -1, 0, 0))
        painter.end()
    return picture


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
