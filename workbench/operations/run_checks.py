"""Run the checks over a campaign's subjects: engine processes find, this process alone writes.

A run that was stopped or killed is taken up again where it was: subjects that are through are not asked again.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from workbench.checks.catalogue import checks
from workbench.domain.subject import Subject, SubjectKind
from workbench.errors import WrongUseError
from workbench.operations.engine_job import prepare_engine, run_engine_job
from workbench.operations.find_subject import find_subject
from workbench.operations.score_campaign import ignores_today
from workbench.operations.sole_checker import sole_checker
from workbench.operations.subject_order import job_of
from workbench.operations.subject_run import SubjectRun
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace
from workbench.views.register_view import RegisterView

Announce = Callable[[Mapping[str, object]], None]
MOST_ENGINES = 4
LOOK_EVERY_S = 0.1
STOP_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """Which checks (all where empty), which subjects by code (all where empty), how many engine processes."""

    only: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    jobs: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSummary:
    """`found` counts the proposals this run saw, without those that are ignored; `is_finished` is False where it was stopped
    or an engine broke down.
    """

    run: int
    subjects: int
    found: int
    is_finished: bool


def run_checks(
    workspace: Workspace,
    request: CheckRequest,
    *,
    options: Options,
    announce: Announce,
    should_stop: Callable[[], bool] = lambda: False,
) -> CheckSummary:
    """Check the subjects and write what is found, as it is found.

    Raises:
        WrongUseError: a check or a subject is unknown, or there is nothing to check.
        EnvironmentFaultError: another process is checking this file.
    """
    subjects = _chosen(workspace, request)
    with sole_checker(workspace.path):
        return _run(workspace, request, subjects, options=options, announce=announce, should_stop=should_stop)


def _run(
    workspace: Workspace,
    request: CheckRequest,
    subjects: Sequence[Subject],
    *,
    options: Options,
    announce: Announce,
    should_stop: Callable[[], bool],
) -> CheckSummary:
    run = _open_run(workspace, request)
    done = workspace.done_subjects(run)
    waiting = [subject for subject in subjects if subject.id not in done]
    ignores = ignores_today(workspace)
    announce(
        {"event": "started", "run": run, "subjects": len(subjects), "resumed": len(subjects) - len(waiting)}
    )
    with _engine_room(workspace.path, run) as folder, _engines(request.jobs, len(waiting)) as executor:
        under_way = [
            SubjectRun(
                subject=subject,
                run=run,
                spool_file=_spool_file(folder, run, subject),
                ignores=ignores,
                future=executor.submit(
                    run_engine_job,
                    job_of(workspace, subject, options=options, only=request.only),
                    _spool_file(folder, run, subject),
                    folder / "stop",
                ),
            )
            for subject in waiting
        ]
        is_finished = _follow(workspace, under_way, len(subjects), announce, should_stop, folder / "stop")
    if is_finished:
        workspace.end_run(run)
        shutil.rmtree(_room_of(workspace.path), ignore_errors=True)
    announce(
        {
            "event": "finished" if is_finished else "stopped",
            "run": run,
            "found": sum(r.found for r in under_way),
        }
    )
    return CheckSummary(
        run=run, subjects=len(subjects), found=sum(r.found for r in under_way), is_finished=is_finished
    )


def _follow(
    workspace: Workspace,
    under_way: Sequence[SubjectRun],
    subjects: int,
    announce: Announce,
    should_stop: Callable[[], bool],
    stop_file: Path,
) -> bool:
    """Write what the engines spool until all are through; True unless stopped."""
    started = time.monotonic()
    stop_at: float | None = None
    left = list(under_way)
    while left:
        if stop_at is None and should_stop():
            stop_file.touch()
            for each in left:
                each.future.cancel()
            stop_at = time.monotonic() + STOP_PATIENCE_S
        for each in list(left):
            each.write_news(workspace)
            if each.future.done():
                each.finish(workspace)
                left.remove(each)
                if each.is_through or each.problem:
                    announce(_done_event(each, subjects - len(left)))
        _announce_progress(under_way, subjects - len(left), subjects, started, announce)
        if stop_at is not None and time.monotonic() > stop_at:
            break
        time.sleep(LOOK_EVERY_S)
    return stop_at is None and not any(each.problem for each in under_way)


def _announce_progress(
    under_way: Sequence[SubjectRun], finished: int, subjects: int, started: float, announce: Announce
) -> None:
    busy = next((each for each in under_way if each.is_busy), None)
    if busy is None:
        return
    done = sum(each.done for each in under_way)
    announce(
        {
            "event": "progress",
            "subject": busy.subject.code,
            "name": busy.subject.name,
            "done": busy.done,
            "known": busy.known,
            "finished": finished,
            "subjects": subjects,
            "rate": round(done / max(time.monotonic() - started, 0.001), 1),
        }
    )


def _done_event(each: SubjectRun, finished: int) -> dict[str, object]:
    return {
        "event": "subject-done",
        "subject": each.subject.code,
        "name": each.subject.name,
        "finished": finished,
        "found": each.found,
        "problem": each.problem or each.remark,
    }


def _chosen(workspace: Workspace, request: CheckRequest) -> list[Subject]:
    unknown = [name for name in request.only if name not in checks]
    if unknown:
        raise WrongUseError(f"没有名为“{unknown[0]}”的检查，可选：{'、'.join(checks.all())}。")
    if request.only and all(checks[name].sees is RegisterView for name in request.only):
        raise WrongUseError(f"“{request.only[0]}”核对的是台账，不用访问网站，请用 workbench register 核对。")
    if request.subjects:
        return [find_subject(workspace, code) for code in request.subjects]
    inspected = [s for s in workspace.subjects() if s.is_inspected and s.kind is not SubjectKind.ACCOUNT]
    if not inspected:
        raise WrongUseError("没有可检查的网站：请先导入台账，或看看是不是都标成了不检查。")
    return inspected


def _open_run(workspace: Workspace, request: CheckRequest) -> int:
    """The run to go on with: the last one of this PC if it was broken off and asked for the same checks."""
    own = [run for run in workspace.runs() if run.device == workspace.device and not run.is_recheck]
    if (
        own
        and own[0].ended_at is None
        and own[0].checks == tuple(sorted(request.only))
        and not request.subjects
    ):
        return own[0].id
    return workspace.begin_run(checks=tuple(sorted(request.only)))


@contextmanager
def _engine_room(workspace_file: Path, run: int) -> Iterator[Path]:
    """A folder beside the workspace for the spools. Those of this run stay until it is finished: killed engines go on there."""
    folder = _room_of(workspace_file)
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if not file.name.startswith(f"{run}-"):
            file.unlink(missing_ok=True)
    yield folder


def _room_of(workspace_file: Path) -> Path:
    return workspace_file.with_name(f"{workspace_file.name}.checking")


def _spool_file(folder: Path, run: int, subject: Subject) -> Path:
    return folder / f"{run}-{subject.id}.spool"


@contextmanager
def _engines(wanted: int | None, subjects: int) -> Iterator[Executor]:
    """One engine process per core, at most four; `spawn`, since forking a process with threads or Qt is not safe."""
    count = min(wanted or os.cpu_count() or 1, MOST_ENGINES if wanted is None else wanted, max(subjects, 1))
    executor = ProcessPoolExecutor(max(count, 1), mp_context=get_context("spawn"), initializer=prepare_engine)
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
