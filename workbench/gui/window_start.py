"""Starts the window: puts lane, session, checks and window together and runs until it is closed."""

import os
import sys
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from workbench.errors import EnvironmentFaultError
from workbench.gui.application import make_application
from workbench.gui.bug_report import catch_bugs
from workbench.gui.check_process import CheckProcess
from workbench.gui.engine_probe import PROBE_OPTION, probe_here
from workbench.gui.jobs import Lane
from workbench.gui.main_window import Window
from workbench.gui.person_form import PersonForm
from workbench.gui.session import Session
from workbench.gui.tour.first_offer import FirstOffer
from workbench.settings.acting_person import acting_person
from workbench.settings.options import load_options


def run_window(arguments: Sequence[str], parser: ArgumentParser) -> int:
    """The verb `window [FILE]`, read by the command line's own parser; the exit status of the program."""
    given = _read(arguments, parser)
    if given.probe_engine:
        return probe_here()
    _require_screen()
    options = load_options()
    app = make_application(theme=options.theme)
    window = make_window(inspector=acting_person(given.by), is_reduced=given.reduced)
    catch_bugs(window.tell)
    window.show()
    if not given.by and not options.inspector and given.file is None:
        _greet(window)
    if given.file is not None:
        window.open_file(given.file)
    return app.exec()


def make_window(*, inspector: str, is_reduced: bool = False) -> Window:
    """The window with everything it needs; closing it ends the lane and the checks."""
    session = Session(Lane(), inspector=inspector)
    window = Window(session, CheckProcess(), is_reduced=is_reduced)
    session.setParent(window)
    window.checks.setParent(window)
    return window


def _greet(window: Window) -> None:
    """The first day: who sits here, then what there is to try."""
    form = PersonForm(window, taken=window.change_person)
    form.finished.connect(
        lambda _result: FirstOffer(window, lead_through=lambda: window.tour.begin(is_open=False)).open()
    )
    form.open()


def _require_screen() -> None:
    """Qt ends the whole process where there is none, so it is asked before.

    Raises:
        EnvironmentFaultError: no screen is in reach.
    """
    is_x11_system = sys.platform.startswith("linux")
    if is_x11_system and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise EnvironmentFaultError(
            "这里没有图形界面，窗口打不开；请在桌面环境里运行，或改用命令行（workbench --help）。"
        )


class _Given:
    file: Path | None = None
    by: str | None = None
    reduced: bool = False
    probe_engine: bool = False


def _read(arguments: Sequence[str], parser: ArgumentParser) -> _Given:
    parser.add_argument("file", metavar="WS", type=Path, nargs="?", help="要打开的批次、任务包或结果包")
    parser.add_argument("--by", metavar="NAME", help="检查员姓名，默认用设置里的")
    parser.add_argument("--reduced", action="store_true", help="不用内嵌网页，在系统浏览器里看页面")
    parser.add_argument(PROBE_OPTION, action="store_true", help=SUPPRESS)
    return parser.parse_args(arguments, namespace=_Given())
