"""Run, pause and end the checks, of all or of some; see what is ignored."""

from typing import TYPE_CHECKING

from workbench.gui.check_choice.check_form import CheckForm
from workbench.gui.commands.command_catalogue import command
from workbench.gui.commands.command_needs import Need
from workbench.gui.ignoring.ignores_dialog import IgnoresDialog
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.program_run import ProgramRun

if TYPE_CHECKING:
    from workbench.gui.bench.bench_page import BenchPage
    from workbench.gui.main_window import Window

_CHECK = "自动检查"


@command("run-checks", title="运行检查", icon="run", group=_CHECK, order=120, keys=("F5",), needs=Need.REST)
def run_checks(window: "Window") -> None:
    """All of them, or those that were paused."""
    snapshot = window.session.snapshot
    if window.checks.state.is_paused:
        window.checks.resume()
    elif snapshot is not None:
        window.checks.start(snapshot.path)


@command(
    "pause-checks", title="暂停检查", icon="pause", group=_CHECK, order=121, keys=("Ctrl+F5",), needs=Need.RUN
)
def pause_checks(window: "Window") -> None:
    window.checks.pause()


@command("end-checks", title="结束检查", icon="halt", group=_CHECK, order=122, needs=Need.BEGUN)
def end_checks(window: "Window") -> None:
    """What was found stays; the next run begins anew."""
    window.check_ending.ask()


@command(
    "check-subject",
    title="只检查这个对象",
    icon="run",
    group=_CHECK,
    order=123,
    keys=("Shift+F5",),
    on="bench",
)
def check_subject(bench: "BenchPage") -> None:
    bench.check_subject()


@command(
    "check-some",
    title="检查一部分…",
    icon="filter",
    group=_CHECK,
    order=124,
    keys=("Ctrl+Shift+F5",),
    needs=Need.REST,
)
def check_some(window: "Window") -> None:
    snapshot = window.session.snapshot
    if snapshot is None:
        return
    subjects = [each.subject for each in snapshot.standings if each.subject.is_inspected]
    if not subjects:
        window.tell(NoticeLine("没有可检查的对象：请先按 Ctrl+I 导入台账。"))
        return
    CheckForm(
        window,
        subjects=subjects,
        chosen=_chosen_codes(window),
        start=lambda codes, only: window.checks.start(snapshot.path, subject_codes=codes, only=only),
    ).open()


def _chosen_codes(window: "Window") -> tuple[str, ...]:
    """What is selected in the register, where that is on screen; one alone is where the cursor stands, and no choice."""
    from workbench.gui.register_page.register_page import RegisterPage

    chosen = window.page.chosen() if isinstance(window.page, RegisterPage) else ()
    return tuple(subject.code for subject in chosen if subject.is_inspected) if len(chosen) > 1 else ()


@command("list-ignores", title="忽略清单…", icon="left-out", group=_CHECK, order=125, needs=Need.CAMPAIGN)
def list_ignores(window: "Window") -> None:
    IgnoresDialog(window, session=window.session).open()


@command("look-at-homes", title="查看首页体验…", icon="page", group=_CHECK, order=126, needs=Need.CAMPAIGN)
def look_at_homes(window: "Window") -> None:
    """Every website's home page in the engine, in a child: load time, phone width, an entrance for the elderly."""
    snapshot = window.session.snapshot
    if snapshot is None:
        return
    window.tell(NoticeLine("正在逐个查看首页，完成后告诉您；可以继续做别的。"))
    ids = [each.subject.id for each in snapshot.standings]

    def done(said: str) -> None:
        window.session.note_results(ids)
        window.tell(NoticeLine(said.splitlines()[-1] if said else "首页看完了。", Tone.DONE))

    ProgramRun(
        window,
        "look",
        str(snapshot.path),
        "--by",
        window.session.inspector,
        done=done,
        failed=lambda complaint: window.tell(NoticeLine(complaint, Tone.ERROR)),
    )
