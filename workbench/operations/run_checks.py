"""Run the checks over a campaign's subjects: engine processes find, this process alone writes.

A run that was stopped or killed is taken up again where it was: subjects that are through are not asked again.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from workbench.checks.catalogue import checks, chosen_checks
from workbench.domain.ignore_list import IgnoreList
from workbench.domain.subject import Subject, SubjectKind
from workbench.errors import WrongUseError
from workbench.operations.engine_job import EngineTask, run_engine_tasks
from workbench.operations.engine_room import engine_room, engines, leave_room, share_out, spool_file_of
from workbench.operations.fetched_checks import UNFETCHED, is_for_sites
from workbench.operations.find_subject import find_subject
from workbench.operations.run_follower import Announce, RunFollower
from workbench.operations.score_campaign import ignores_today
from workbench.operations.sole_checker import sole_checker
from workbench.operations.subject_order import jobs_of
from workbench.operations.subject_run import SubjectRun
from workbench.operations.unfinished_check import own_runs
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace
from workbench.views.ease_view import EaseView


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
    workspace.hold_little()
    run = _open_run(workspace, request)
    done = workspace.done_subjects(run)
    waiting = [subject for subject in subjects if is_for_sites(request.only) and subject.id not in done]
    ignores = ignores_today(workspace)
    announce(
        {"event": "started", "run": run, "subjects": len(subjects), "resumed": len(subjects) - len(waiting)}
    )
    shares = share_out(waiting, wanted=request.jobs)
    with engine_room(workspace.path, run) as folder, engines(len(shares)) as executor:
        under_way = [
            each
            for share in shares
            for each in _send(
                workspace,
                share,
                executor,
                Errand(run=run, folder=folder, engines=len(shares), options=options, only=request.only),
                ignores,
            )
        ]
        follower = RunFollower(workspace, under_way, subjects=len(subjects), announce=announce)
        is_finished = follower.follow(should_stop, folder / "stop")
        if is_finished:
            executor.shutdown()
    found = sum(each.found for each in under_way)
    if is_finished:
        found += _judge_unfetched(workspace, run, request)
        workspace.end_run(run)
        leave_room(workspace.path)
    announce({"event": "finished" if is_finished else "stopped", "run": run, "found": found})
    return CheckSummary(run=run, subjects=len(subjects), found=found, is_finished=is_finished)


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What all engine processes of a run are told."""

    run: int
    folder: Path
    engines: int
    options: Options
    only: tuple[str, ...]


def _send(
    workspace: Workspace, share: Sequence[Subject], executor: Executor, errand: Errand, ignores: IgnoreList
) -> list[SubjectRun]:
    """Give these subjects to one engine process."""
    tasks = [
        EngineTask(
            job=job, spool_file=spool_file_of(errand.folder, errand.run, job.subject), mark=uuid4().hex
        )
        for job in jobs_of(workspace, share, options=errand.options, only=errand.only)
    ]
    future = executor.submit(run_engine_tasks, tasks, errand.folder / "stop", engines=errand.engines)
    return [
        SubjectRun(
            subject=task.job.subject,
            run=errand.run,
            spool_file=task.spool_file,
            mark=task.mark,
            future=future,
            ignores=ignores,
        )
        for task in tasks
    ]


def _judge_unfetched(workspace: Workspace, run: int, request: CheckRequest) -> int:
    """How many proposals the checks make that see what people have written down."""
    if request.only and all(check.sees not in UNFETCHED for check in chosen_checks(request.only)):
        return 0
    # Imported when the engines are through: with all checks this process would be twice as large beside them.
    from workbench.operations.account_findings import write_account_findings
    from workbench.operations.register_findings import write_register_findings

    of_accounts = write_account_findings(workspace, run, only=request.only, codes=request.subjects)
    return of_accounts + write_register_findings(workspace, run, only=request.only, codes=request.subjects)


def _chosen(workspace: Workspace, request: CheckRequest) -> list[Subject]:
    unknown = [name for name in request.only if checks.find(name) is None]
    if unknown:
        raise WrongUseError(f"没有名为“{unknown[0]}”的检查，可选：{'、'.join(checks.all())}。")
    if any(check.sees is EaseView for check in chosen_checks(request.only) if request.only):
        raise WrongUseError(
            "“ease”要用浏览器内核查看首页，请运行 workbench look，或在窗口里用“查看首页体验”。"
        )
    if request.subjects:
        return [find_subject(workspace, code) for code in request.subjects]
    inspected = [subject for subject in workspace.subjects() if subject.is_inspected]
    if is_for_sites(request.only):
        inspected = [subject for subject in inspected if subject.kind is not SubjectKind.ACCOUNT]
    if not inspected:
        raise WrongUseError("没有可检查的网站：请先导入台账，或看看是不是都标成了不检查。")
    return inspected


def _open_run(workspace: Workspace, request: CheckRequest) -> int:
    """The run to go on with: the last one of this PC that was asked for the same, if it was broken off."""
    wanted = tuple(sorted(request.only)), tuple(sorted(request.subjects))
    same = next((run for run in own_runs(workspace) if (run.checks, run.subjects) == wanted), None)
    if same is not None and same.ended_at is None:
        return same.id
    return workspace.begin_run(checks=wanted[0], subjects=wanted[1])
