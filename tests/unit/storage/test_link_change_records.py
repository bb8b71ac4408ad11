"""Two visits held against each other in the file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.domain.link_change import LinkChange
from workbench.domain.subject import Subject
from workbench.storage.pack_export import export_pack
from workbench.storage.recheck_records import Recheck
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

Make = Callable[..., Workspace]
HOME = "http://a.cn/"


def survey(workspace: Workspace, subject: Subject, state: CheckEnd = CheckEnd.FOUND, **links: str) -> int:
    """One whole visit; `links` names outcomes by path."""
    run = workspace.begin_run()
    workspace.begin_subject(run, subject.id)
    results = [
        LinkResult(
            url=HOME + path,
            kind=LinkKind.PAGE,
            outcome=LinkOutcome(outcome),
            reason=outcome,
            is_on_home=path == "a",
            occurrences=(Occurrence(f"{HOME}from/{path}", "链接"),),
            occurrence_count=1,
        )
        for path, outcome in links.items()
    ]
    workspace.save_links(run, subject.id, results)
    ended = CheckOutcome(subject_id=subject.id, check="dead-links", target="", state=state)
    workspace.save_outcomes(run, subject.id, [ended])
    workspace.end_subject(run, subject.id)
    workspace.end_run(run)
    return run


def changes(workspace: Workspace, subject: Subject) -> dict[str, LinkChange]:
    comparison = workspace.link_comparison(subject.id)
    assert comparison is not None
    return {link.url.removeprefix(HOME): link.change for link in comparison.links}


def test_what_became_of_dead_links(workspace: Workspace, subject: Subject) -> None:
    assert workspace.link_comparison(subject.id) is None
    first = survey(workspace, subject, a="dead", b="dead", c="dead", d="dead", e="ok", f="timed-out")
    assert workspace.link_comparison(subject.id) is None
    second = survey(
        workspace, subject, a="dead", b="redirect", c="timed-out", e="dead", f="blocked", g="dead"
    )
    assert changes(workspace, subject) == {
        "a": LinkChange.STILL_DEAD,
        "b": LinkChange.REPAIRED,
        "c": LinkChange.UNCLEAR,
        "d": LinkChange.GONE,
        "e": LinkChange.NEW,
        "g": LinkChange.NEW,
    }
    comparison = workspace.link_comparison(subject.id)
    assert comparison is not None
    assert (comparison.before.run, comparison.after.run) == (first, second)
    still = next(link for link in comparison.links if link.url == HOME + "a")
    assert (still.reason, still.page, still.is_on_home) == ("dead", f"{HOME}from/a", True)


def test_a_visit_that_could_not_look_is_passed_over(workspace: Workspace, subject: Subject) -> None:
    survey(workspace, subject, a="dead")
    survey(workspace, subject, CheckEnd.SKIPPED)
    survey(workspace, subject, CheckEnd.FINE)
    assert changes(workspace, subject) == {"a": LinkChange.GONE}


def test_a_visit_under_way_is_not_compared_yet(workspace: Workspace, subject: Subject) -> None:
    survey(workspace, subject, a="dead")
    survey(workspace, subject, CheckEnd.FINE, a="ok")
    run = workspace.begin_run()
    workspace.begin_subject(run, subject.id)
    workspace.save_links(
        run, subject.id, [LinkResult(url=HOME, kind=LinkKind.PAGE, outcome=LinkOutcome.DEAD)]
    )
    assert changes(workspace, subject) == {"a": LinkChange.REPAIRED}


def test_a_visit_whose_last_dead_link_was_cleared_by_a_second_look_is_compared(
    workspace: Workspace, subject: Subject
) -> None:
    survey(workspace, subject, a="dead", b="ok")
    (dead,) = workspace.links(subject.id, outcome=LinkOutcome.DEAD)
    cleared = CheckOutcome(subject_id=subject.id, check="dead-links", target=dead.url, state=CheckEnd.FINE)
    again = Recheck(links=[replace(dead, outcome=LinkOutcome.OK)], outcomes=[cleared])
    workspace.save_recheck(subject.id, again)
    survey(workspace, subject, a="ok", b="dead")
    assert changes(workspace, subject) == {"b": LinkChange.NEW}


def test_a_pack_that_carries_the_latest_links_alone_compares_nothing(
    make: Make, subject: Subject, tmp_path: Path
) -> None:
    workspace = make()
    workspace.save(subject, inspector="王组长")
    survey(workspace, subject, a="dead")
    survey(workspace, subject, a="dead", b="dead")
    pack = tmp_path / "李四.inspection"
    export_pack(workspace, pack, kind=WorkspaceKind.TASK_PACK, inspector="李四")
    with Workspace.open(pack, device="pc-b") as task:
        assert len(task.links(subject.id)) == 2
        assert task.link_comparison(subject.id) is None
