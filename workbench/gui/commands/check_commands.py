"""Run and stop the checks, of all or of some; see what is ignored."""

from typing import TYPE_CHECKING

from workbench.gui.check_choice.check_form import CheckForm
from workbench.gui.commands.command_catalogue import command
from workbench.gui.ignoring.ignores_dialog import IgnoresDialog

if TYPE_CHECKING:
    from workbench.gui.bench.bench_page import BenchPage
    from workbench.gui.main_window import Window

_CHECK = "自动检查"


@command("run-checks", title="运行检查", icon="run", group=_CHECK, order=120, keys=("F5",))
def run_checks(window: "Window") -> None:
    snapshot = window.session.snapshot
    if snapshot is not None:
        window.checks.start(snapshot.path)


@command("stop-checks", title="停止检查", icon="halt", group=_CHECK, order=121, keys=("Ctrl+F5",))
def stop_checks(window: "Window") -> None:
    window.checks.stop()


@command(
    "check-subject",
    title="只检查这个对象",
    icon="run",
    group=_CHECK,
    order=122,
    keys=("Shift+F5",),
    on="bench",
)
def check_subject(bench: "BenchPage") -> None:
    bench.check_subject()


@command("check-some", title="检查一部分…", icon="filter", group=_CHECK, order=123, keys=("Ctrl+Shift+F5",))
def check_some(window: "Window") -> None:
    snapshot = window.session.snapshot
    if snapshot is None or window.checks.state.is_running:
        return
    subjects = [each.subject for each in snapshot.standings if each.subject.is_inspected]
    CheckForm(
        window,
        subjects=subjects,
        chosen=(),
        start=lambda codes, only: window.checks.start(snapshot.path, subject_codes=codes, only=only),
    ).open()


@command("list-ignores", title="忽略清单…", icon="left-out", group=_CHECK, order=124)
def list_ignores(window: "Window") -> None:
    if window.session.is_open:
        IgnoresDialog(window, session=window.session).open()
