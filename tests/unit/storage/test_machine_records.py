"""Runs, links, proposals and outcomes as the checks stream them in."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.finding import Category, Finding, Source
from workbench.domain.ids import proposal_id
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.domain.subject import Subject
from workbench.storage.link_window import LinkOrder, LinkQuery
from workbench.storage.workspace import Workspace

OTHER = UUID(int=99)


def link(number: int, outcome: LinkOutcome = LinkOutcome.OK, **more: object) -> LinkResult:
    url = f"http://a.cn/{number}"
    places = tuple(Occurrence(f"http://a.cn/p{n}", "链接") for n in range(number % 20))
    made = LinkResult(
        url=url, kind=LinkKind.PAGE, outcome=outcome, occurrences=places, occurrence_count=number
    )
    return replace(made, **more)  # type: ignore[arg-type]  # whatever field a test names


def proposal(subject: Subject, place: str, *, check: str = "dead-links", count: int = 1) -> Finding:
    return Finding(
        id=proposal_id(subject.id, check=check, aspect="home", place=place),
        subject_id=subject.id,
        rule="U2.home",
        source=Source.CHECK,
        place=place,
        count=count,
        excerpt="打不开",
        category=Category.LINK,
        check=check,
        aspect="home",
        proof=(("状态", "404"),),
        at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    )


def outcome(
    subject: Subject, state: CheckEnd, *, check: str = "dead-links", target: str = ""
) -> CheckOutcome:
    return CheckOutcome(subject_id=subject.id, check=check, target=target, state=state, reason="因为")


def look(workspace: Workspace, subject: Subject, *found: Finding, state: CheckEnd = CheckEnd.FOUND) -> int:
    """One whole run of dead-links at the subject."""
    run = workspace.begin_run(checks=["dead-links"])
    workspace.begin_subject(run, subject.id)
    workspace.save_proposals(run, subject.id, found)
    workspace.save_outcomes(run, subject.id, [outcome(subject, state)])
    workspace.end_subject(run, subject.id)
    workspace.end_run(run)
    return run


def seen(workspace: Workspace) -> dict[str, bool]:
    return {finding.place: finding.is_seen for finding in workspace.findings()}


def test_runs_are_told_the_latest_first(workspace: Workspace) -> None:
    first = workspace.begin_run()
    workspace.end_run(first)
    second = workspace.begin_run(checks=["dead-links"])
    latest, earlier = workspace.runs()
    assert (latest.id, latest.checks, latest.ended_at, latest.device) == (
        second,
        ("dead-links",),
        None,
        "pc-a",
    )
    assert earlier.id == first
    assert earlier.ended_at is not None
    assert latest.number > earlier.number


def test_a_stopped_run_knows_what_it_has_done(workspace: Workspace, subject: Subject) -> None:
    run = workspace.begin_run()
    workspace.begin_subject(run, subject.id)
    workspace.begin_subject(run, OTHER)
    workspace.end_subject(run, OTHER)
    assert workspace.done_subjects(run) == {OTHER}
    assert workspace.done_subjects(run + 1) == set()


def test_links_read_back_as_they_were(workspace: Workspace, subject: Subject) -> None:
    run = workspace.begin_run()
    results = [link(number) for number in range(1300)]
    results[3] = link(
        3, LinkOutcome.DEAD, status=404, reason="没有", final_url="http://b.cn/", is_on_home=True
    )
    workspace.save_links(run, subject.id, results)
    assert workspace.links(subject.id) == tuple(results)
    assert workspace.links(subject.id, outcome=LinkOutcome.DEAD) == (results[3],)
    assert workspace.links(subject.id, limit=2, offset=5) == tuple(results[5:7])
    assert workspace.link_summary(subject.id) == {LinkOutcome.DEAD: 1, LinkOutcome.OK: 1299}
    assert workspace.link_window(subject.id, LinkQuery(is_on_home=True)) == (results[3],)
    ordered = workspace.link_window(subject.id, LinkQuery(order=LinkOrder.OUTCOME))
    assert ordered == (results[3], *results[:3], *results[4:])
    found = LinkQuery(text="129", order=LinkOrder.STATUS, is_descending=True)
    hits = [each for each in reversed(results) if "129" in each.url]
    assert workspace.link_count(subject.id, found) == len(hits)
    assert workspace.link_window(subject.id, found, offset=1, limit=3) == tuple(hits[1:4])
    assert workspace.link_count(subject.id, LinkQuery(text="%")) == 0


def test_a_link_found_again_in_a_run_replaces_what_was_said(workspace: Workspace, subject: Subject) -> None:
    run = workspace.begin_run()
    workspace.save_links(run, subject.id, [link(1), link(2)])
    workspace.save_links(run, subject.id, [link(1, LinkOutcome.DEAD)])
    assert workspace.links(subject.id) == (link(1, LinkOutcome.DEAD), link(2))


def test_the_links_shown_are_those_of_the_latest_run_that_looked_at_links(
    workspace: Workspace, subject: Subject
) -> None:
    assert workspace.links(subject.id) == ()
    assert workspace.link_summary(subject.id) == {}
    first = workspace.begin_run()
    workspace.save_links(first, subject.id, [link(1), link(2)])
    second = workspace.begin_run()
    workspace.begin_subject(second, subject.id)
    assert workspace.links(subject.id) == (link(1), link(2))
    workspace.save_links(second, subject.id, [link(3)])
    assert workspace.links(subject.id) == (link(3),)
    assert workspace.links(OTHER) == ()


def test_starting_over_on_a_subject_drops_what_the_interrupted_visit_had_left(
    workspace: Workspace, subject: Subject
) -> None:
    run = workspace.begin_run()
    workspace.begin_subject(run, subject.id)
    workspace.save_links(run, subject.id, [link(1), link(2)])
    workspace.save_outcomes(run, subject.id, [outcome(subject, CheckEnd.CRASHED)])
    workspace.begin_subject(run, subject.id)
    workspace.save_links(run, subject.id, [link(2)])
    assert workspace.links(subject.id) == (link(2),)
    assert workspace.outcomes(subject.id) == ()


def test_a_proposal_reads_back_and_is_one_row_however_often_found(
    workspace: Workspace, subject: Subject
) -> None:
    look(workspace, subject, proposal(subject, "http://a.cn/1"))
    look(workspace, subject, proposal(subject, "http://a.cn/1", count=2))
    assert workspace.findings(subject.id) == (proposal(subject, "http://a.cn/1", count=2),)
    assert workspace.findings(OTHER) == ()


def test_only_a_run_of_that_check_that_went_through_can_unsee_a_proposal(
    workspace: Workspace, subject: Subject
) -> None:
    look(workspace, subject, proposal(subject, "http://a.cn/1"), proposal(subject, "http://a.cn/2"))
    look(workspace, subject, proposal(subject, "http://a.cn/2"), state=CheckEnd.CRASHED)
    assert seen(workspace) == {"http://a.cn/1": True, "http://a.cn/2": True}
    other_check = workspace.begin_run(checks=["blank-column"])
    workspace.save_outcomes(other_check, subject.id, [outcome(subject, CheckEnd.FINE, check="blank-column")])
    workspace.end_subject(other_check, subject.id)
    assert seen(workspace) == {"http://a.cn/1": True, "http://a.cn/2": True}
    look(workspace, subject, proposal(subject, "http://a.cn/2"))
    assert seen(workspace) == {"http://a.cn/1": False, "http://a.cn/2": True}
    look(workspace, subject, proposal(subject, "http://a.cn/1"))
    assert seen(workspace) == {"http://a.cn/1": True, "http://a.cn/2": False}


def test_a_run_that_was_stopped_at_a_subject_unsees_nothing_there(
    workspace: Workspace, subject: Subject
) -> None:
    look(workspace, subject, proposal(subject, "http://a.cn/1"))
    run = workspace.begin_run()
    workspace.begin_subject(run, subject.id)
    workspace.save_outcomes(run, subject.id, [outcome(subject, CheckEnd.FINE)])
    assert seen(workspace) == {"http://a.cn/1": True}
    workspace.end_subject(run, subject.id)
    assert seen(workspace) == {"http://a.cn/1": False}


def test_what_an_interrupted_visit_saw_counts_only_when_found_again(
    workspace: Workspace, subject: Subject
) -> None:
    look(workspace, subject)
    run = workspace.begin_run()
    workspace.begin_subject(run, subject.id)
    workspace.save_proposals(run, subject.id, [proposal(subject, "http://a.cn/1")])
    workspace.begin_subject(run, subject.id)
    workspace.save_outcomes(run, subject.id, [outcome(subject, CheckEnd.FINE)])
    workspace.end_subject(run, subject.id)
    assert seen(workspace) == {"http://a.cn/1": False}


def test_a_finding_that_is_no_proposal_of_the_subject_is_refused(
    workspace: Workspace, subject: Subject
) -> None:
    run = workspace.begin_run()
    own = replace(proposal(subject, "x"), source=Source.INSPECTOR)
    for finding in (own, replace(proposal(subject, "x"), subject_id=OTHER)):
        with pytest.raises(ValueError, match="proposals"):
            workspace.save_proposals(run, subject.id, [finding])


def test_outcomes_are_those_of_the_latest_visit_of_each_check(workspace: Workspace, subject: Subject) -> None:
    first = workspace.begin_run()
    old = [outcome(subject, CheckEnd.FOUND, target="a"), outcome(subject, CheckEnd.FINE, target="b")]
    blank = replace(
        outcome(subject, CheckEnd.UNSURE, check="blank-column"), at=datetime(2026, 1, 2, tzinfo=UTC)
    )
    workspace.save_outcomes(first, subject.id, [*old, blank])
    assert workspace.outcomes(subject.id) == (blank, *old)
    second = workspace.begin_run(checks=["dead-links"])
    new = outcome(subject, CheckEnd.SKIPPED, target="a")
    workspace.save_outcomes(second, subject.id, [new])
    assert workspace.outcomes(subject.id) == (blank, new)
