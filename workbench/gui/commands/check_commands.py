"""Run and stop the checks."""

from typing import TYPE_CHECKING

from workbench.gui.commands.command_catalogue import command

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
