from collections.abc import Callable
from dataclasses import replace

from workbench.domain.ids import verdict_id
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome, Verdict
from workbench.storage.journal_records import Change
from workbench.storage.workspace import Workspace


def verdict_on(subject: Subject, outcome: Outcome) -> Verdict:
    return Verdict(
        id=verdict_id(subject.id, indicator="U2", inspector="李四"),
        subject_id=subject.id,
        indicator="U2",
        inspector="李四",
        outcome=outcome,
    )


def test_every_change_names_who_what_and_why(workspace: Workspace, subject: Subject) -> None:
    workspace.save(verdict_on(subject, Outcome.PASS), inspector="李四")
    workspace.save(replace(verdict_on(subject, Outcome.FAIL), note="又看"), inspector="李四", why="复查")
    deleted = workspace.delete(verdict_on(subject, Outcome.FAIL), inspector="李四")
    workspace.undo(*deleted, inspector="李四")
    told = [(e.counter, e.change, e.field, e.old, e.new, e.why) for e in workspace.journal()]
    assert told == [
        (4, Change.RESTORED, "", "", "", "撤销"),
        (3, Change.DELETED, "", "", "", ""),
        (2, Change.CHANGED, "note", "", "又看", "复查"),
        (2, Change.CHANGED, "outcome", "pass", "fail", "复查"),
        (1, Change.CREATED, "indicator", "", "U2", ""),
        (1, Change.CREATED, "outcome", "", "pass", ""),
    ]
    entry = workspace.journal()[0]
    assert (entry.inspector, entry.device, entry.subject_id) == ("李四", "pc-a", subject.id)


def test_the_journal_is_bounded_and_can_be_of_one_subject(workspace: Workspace, subject: Subject) -> None:
    workspace.save(subject, inspector="王组长")
    other = replace(subject, id=verdict_id(subject.id, indicator="", inspector=""), code="2")
    workspace.save(other, inspector="王组长")
    assert len(workspace.journal(limit=1)) == 1
    assert {entry.record_id for entry in workspace.journal(subject_id=other.id)} == {other.id}
    assert {entry.field for entry in workspace.journal(subject_id=subject.id)} == {"code", "name"}


def test_what_came_by_merging_is_in_the_journal(make: Callable[..., Workspace], subject: Subject) -> None:
    here, there = make("here"), make("there")
    here.save(subject, inspector="王组长")
    there.save(verdict_on(subject, Outcome.PASS), inspector="李四")
    here.adopt(there.versions())
    newest = here.journal()[0]
    assert (newest.inspector, newest.device) == ("李四", "pc-there")
