"""A second look at a part: the latest visit shows it, proposals follow it, and it travels like every other result."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.ids import proposal_id
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.domain.subject import Subject
from workbench.storage.pack_export import export_pack
from workbench.storage.recheck_records import Recheck
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

Make = Callable[..., Workspace]
HOME = "http://a.cn/"
DEAD, OK = LinkOutcome.DEAD, LinkOutcome.OK


def link(path: str, outcome: LinkOutcome = DEAD) -> LinkResult:
    return LinkResult(
        url=HOME + path,
        kind=LinkKind.PAGE,
        outcome=outcome,
        occurrences=(Occurrence(HOME, path),),
        occurrence_count=1,
    )


def proposal(subject: Subject, path: str) -> Finding:
    return Finding(
        id=proposal_id(subject.id, check="dead-links", aspect="home", place=HOME + path),
        subject_id=subject.id,
        rule="U2.home",
        source=Source.CHECK,
        place=HOME + path,
        check="dead-links",
        aspect="home",
    )


def outcome(subject: Subject, state: CheckEnd, target: str = "") -> CheckOutcome:
    return CheckOutcome(subject_id=subject.id, check="dead-links", target=target, state=state)


def survey(workspace: Workspace, subject: Subject, *dead: str) -> None:
    run = workspace.begin_run()
    workspace.begin_subject(run, subject.id)
    workspace.save_links(run, subject.id, [link("fine", OK), *map(link, dead)])
    workspace.save_proposals(run, subject.id, [proposal(subject, path) for path in dead])
    workspace.save_outcomes(run, subject.id, [outcome(subject, CheckEnd.FOUND)])
    workspace.end_subject(run, subject.id)
    workspace.end_run(run)


def look_again(workspace: Workspace, subject: Subject, path: str, now: LinkOutcome) -> None:
    is_dead = now is DEAD
    again = Recheck(
        links=[link(path, now)],
        findings=[proposal(subject, path)] if is_dead else [],
        outcomes=[outcome(subject, CheckEnd.FOUND if is_dead else CheckEnd.FINE, HOME + path)],
    )
    workspace.save_recheck(subject.id, again)


def told(workspace: Workspace, subject: Subject) -> dict[str, LinkOutcome]:
    return {held.url.removeprefix(HOME): held.outcome for held in workspace.links(subject.id)}


def seen(workspace: Workspace, subject: Subject) -> set[str]:
    return {held.place.removeprefix(HOME) for held in workspace.findings(subject.id) if held.is_seen}


def test_the_latest_visit_and_the_proposal_follow_the_second_look(
    workspace: Workspace, subject: Subject
) -> None:
    survey(workspace, subject, "x", "y")
    look_again(workspace, subject, "x", OK)
    assert told(workspace, subject) == {"fine": OK, "x": OK, "y": DEAD}
    assert seen(workspace, subject) == {"y"}
    look_again(workspace, subject, "x", DEAD)
    assert told(workspace, subject)["x"] is DEAD
    assert seen(workspace, subject) == {"x", "y"}


def test_a_second_look_says_nothing_about_the_rest(workspace: Workspace, subject: Subject) -> None:
    survey(workspace, subject, "x", "y")
    look_again(workspace, subject, "x", OK)
    (said,) = workspace.outcomes(subject.id)
    assert (said.target, said.state) == ("", CheckEnd.FOUND)
    survey(workspace, subject, "x")
    assert (told(workspace, subject), seen(workspace, subject)) == ({"fine": OK, "x": DEAD}, {"x"})


def test_where_the_second_look_could_not_look_nothing_follows(workspace: Workspace, subject: Subject) -> None:
    survey(workspace, subject, "x")
    workspace.save_recheck(subject.id, Recheck(outcomes=[outcome(subject, CheckEnd.SKIPPED, HOME + "x")]))
    assert (told(workspace, subject)["x"], seen(workspace, subject)) == (DEAD, {"x"})


def test_a_link_that_stands_nowhere_any_more_goes(workspace: Workspace, subject: Subject) -> None:
    survey(workspace, subject, "x", "y")
    gone = replace(link("x"), occurrences=(), occurrence_count=0)
    workspace.save_recheck(
        subject.id, Recheck(links=[gone], outcomes=[outcome(subject, CheckEnd.FINE, HOME + "x")])
    )
    assert (told(workspace, subject), seen(workspace, subject)) == ({"fine": OK, "y": DEAD}, {"y"})


def test_what_a_check_said_of_a_column_is_replaced_by_what_it_says_now(
    workspace: Workspace, subject: Subject
) -> None:
    columns = [replace(outcome(subject, CheckEnd.FOUND, HOME + c), check="stale-column") for c in "ab"]
    run = workspace.begin_run()
    workspace.begin_subject(run, subject.id)
    workspace.save_outcomes(run, subject.id, columns)
    workspace.end_subject(run, subject.id)
    now = replace(columns[0], state=CheckEnd.FINE)
    workspace.save_recheck(subject.id, Recheck(outcomes=[now]))
    assert workspace.outcomes(subject.id) == (now, columns[1])


def test_a_second_look_without_a_first_is_kept_and_changes_nothing(
    workspace: Workspace, subject: Subject
) -> None:
    look_again(workspace, subject, "x", OK)
    assert told(workspace, subject) == {}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_it_travels_in_packs_and_the_latest_word_stands_whatever_comes_first(
    make: Make, subject: Subject, tmp_path: Path, order: tuple[int, ...]
) -> None:
    """Three PCs look again at what the lead's survey found, one of them twice."""
    lead = make("lead")
    lead.save(subject, inspector="王组长")
    survey(lead, subject, "x", "y", "z")
    packs = [
        cut(lead, tmp_path, subject, "b", ("x", OK)),
        cut(lead, tmp_path, subject, "c", ("x", OK), ("x", DEAD)),
        cut(lead, tmp_path, subject, "d", ("y", OK)),
    ]
    for _ in range(2):
        for number in order:
            with Workspace.open_pack(packs[number]) as pack:
                lead.adopt_pack(pack)
        assert told(lead, subject) == {"fine": OK, "x": DEAD, "y": OK, "z": DEAD}
        assert seen(lead, subject) == {"x", "z"}


def cut(lead: Workspace, folder: Path, subject: Subject, name: str, *looks: tuple[str, LinkOutcome]) -> Path:
    """A task pack, worked on, and the result pack of it."""
    task_file, result = folder / f"{name}.task", folder / f"{name}.result"
    export_pack(lead, task_file, kind=WorkspaceKind.TASK_PACK, inspector="李四")
    with Workspace.open(task_file, device=f"pc-{name}") as task:
        for path, now in looks:
            look_again(task, subject, path, now)
        export_pack(task, result, kind=WorkspaceKind.RESULT_PACK, inspector="李四")
    return result
