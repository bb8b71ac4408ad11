from collections.abc import Callable
from dataclasses import replace

import pytest

from workbench.domain.charge import Charge
from workbench.domain.column import Column, ColumnClass
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Category, Finding, Source
from workbench.domain.ids import column_id, decision_id, proposal_id, settlement_id, verdict_id
from workbench.domain.settlement import Settlement
from workbench.domain.subject import Subject, SubjectKind
from workbench.domain.verdict import Outcome, Verdict
from workbench.errors import NotAllowedError, WrongUseError
from workbench.storage.workspace import Workspace

LI, ZHANG, LEAD = "李四", "张三", "王组长"


def verdict_on(subject: Subject, *, outcome: Outcome = Outcome.PASS, by: str = LI, note: str = "") -> Verdict:
    return Verdict(
        id=verdict_id(subject.id, indicator="U2", inspector=by),
        subject_id=subject.id,
        indicator="U2",
        inspector=by,
        outcome=outcome,
        note=note,
    )


def bare(verdict: Verdict) -> Verdict:
    return replace(verdict, device="", at=None)


def test_every_kind_of_record_reads_back_as_it_was(workspace: Workspace, subject: Subject) -> None:
    full = replace(
        subject,
        kind=SubjectKind.CHANNEL,
        url_prefixes=("http://a.cn/x/", "http://a.cn/y/"),
        has_service=False,
        failed_last_time=True,
        assigned_to=(LI, ZHANG),
    )
    column = Column(
        id=column_id(subject.id, "http://a.cn/c/"),
        subject_id=subject.id,
        name="通知",
        url="http://a.cn/c/",
        column_class=ColumnClass.NOTICE,
        level=2,
    )
    finding = Finding(
        id=proposal_id(subject.id, check="", aspect="", place="一"),
        subject_id=subject.id,
        rule="U2.home",
        source=Source.INSPECTOR,
        place="http://a.cn/404",
        count=3,
        proof=(("标题", "新闻"), ("日期", "2026-01-02")),
        category=Category.LINK,
        inspector=LI,
    )
    decision = Decision(
        id=decision_id(finding.id, inspector=LI),
        finding_id=finding.id,
        subject_id=subject.id,
        inspector=LI,
        outcome=DecisionOutcome.CHANGED,
        rule="U2.other",
        count=2,
    )
    settlement = Settlement(
        id=settlement_id(subject.id, indicator="U2"),
        subject_id=subject.id,
        indicator="U2",
        digests=("a", "b"),
        outcome=Outcome.FAIL,
        charges=(Charge("U2.home", "http://a.cn/", 2, "x"),),
        reason="看过了",
        inspector=LEAD,
    )
    workspace.save(full, column, settlement, inspector=LEAD)
    workspace.save(finding, decision, inspector=LI)
    assert workspace.subjects() == (full,)
    assert workspace.columns() == workspace.columns(subject.id) == (column,)
    for kept, made in (
        (workspace.findings(), finding),
        (workspace.decisions(subject.id), decision),
        (workspace.settlements(subject.id), settlement),
    ):
        (record,) = kept
        assert record.device == "pc-a"
        assert record.at is not None
        assert replace(record, device="", at=None) == made


def test_the_latest_version_counts_and_the_counter_grows(workspace: Workspace, subject: Subject) -> None:
    first = workspace.save(verdict_on(subject), inspector=LI)
    second = workspace.save(verdict_on(subject, outcome=Outcome.FAIL), inspector=LI)
    assert [version.counter for version in (*first, *second)] == [1, 2]
    assert [v.outcome for v in workspace.verdicts(subject.id)] == [Outcome.FAIL]
    assert len(workspace.versions()) == 2


def test_saying_the_same_again_writes_nothing(workspace: Workspace, subject: Subject) -> None:
    first = workspace.save(verdict_on(subject), inspector=LI)
    again = workspace.save(workspace.verdicts()[0], inspector=LI)
    assert again == first
    assert len(workspace.versions()) == 1


def test_one_call_may_change_a_record_twice(workspace: Workspace, subject: Subject) -> None:
    workspace.save(verdict_on(subject), verdict_on(subject, outcome=Outcome.FAIL), inspector=LI)
    assert [v.outcome for v in workspace.verdicts()] == [Outcome.FAIL]


def test_the_version_carries_who_and_where(workspace: Workspace, subject: Subject) -> None:
    (version,) = workspace.save(replace(verdict_on(subject), inspector=""), inspector=" 李四 ", why="看过")
    (verdict,) = workspace.verdicts()
    assert (verdict.inspector, verdict.device, verdict.at) == (LI, "pc-a", version.at)
    assert version.why == "看过"


def test_two_pcs_that_did_not_know_of_each_other_leave_two_heads(
    make: Callable[..., Workspace], subject: Subject
) -> None:
    here, there = make("here"), make("there")
    here.save(verdict_on(subject), inspector=LI)
    there.save(verdict_on(subject, outcome=Outcome.FAIL), inspector=LI)
    assert here.adopt(there.versions()) == 1
    assert {(v.device, v.outcome) for v in here.verdicts()} == {
        ("pc-here", Outcome.PASS),
        ("pc-there", Outcome.FAIL),
    }
    (version,) = here.save(verdict_on(subject, outcome=Outcome.FAIL), inspector=LI)
    assert version.counter == 2
    assert [v.outcome for v in here.verdicts()] == [Outcome.FAIL]


def test_a_deletion_is_a_version_and_can_be_undone(workspace: Workspace, subject: Subject) -> None:
    workspace.save(verdict_on(subject, note="原话"), inspector=LI)
    deleted = workspace.delete(verdict_on(subject), inspector=LI, why="错了")
    assert workspace.verdicts() == ()
    assert [(v.counter, v.is_deleted) for v in workspace.versions()] == [(1, False), (2, True)]
    workspace.undo(*deleted, inspector=LI)
    assert [bare(v) for v in workspace.verdicts()] == [verdict_on(subject, note="原话")]
    assert len(workspace.versions()) == 3


def test_deleting_twice_writes_once(workspace: Workspace, subject: Subject) -> None:
    workspace.save(verdict_on(subject), inspector=LI)
    assert workspace.delete(verdict_on(subject), inspector=LI) == workspace.delete(
        verdict_on(subject, note="x"), inspector=LI
    )
    assert len(workspace.versions()) == 2


def test_undoing_the_first_version_deletes_and_undoing_a_later_one_brings_back(
    workspace: Workspace, subject: Subject
) -> None:
    first = workspace.save(verdict_on(subject), inspector=LI)
    second = workspace.save(verdict_on(subject, outcome=Outcome.FAIL), inspector=LI)
    undone = workspace.undo(*second, inspector=LI)
    assert [v.outcome for v in workspace.verdicts()] == [Outcome.PASS]
    workspace.undo(*undone, inspector=LI)
    assert [v.outcome for v in workspace.verdicts()] == [Outcome.FAIL]
    with pytest.raises(WrongUseError, match="后来又改过"):
        workspace.undo(*first, inspector=LI)
    workspace.undo(*second, inspector=LI)
    workspace.undo(*first, inspector=LI)
    assert workspace.verdicts() == ()


def test_undoing_a_creation_deletes_it(workspace: Workspace, subject: Subject) -> None:
    made = workspace.save(subject, verdict_on(subject, by=LEAD), inspector=LEAD)
    workspace.undo(*made, inspector=LEAD)
    assert workspace.subjects() == ()
    assert workspace.verdicts() == ()


def test_nobody_changes_what_belongs_to_another(workspace: Workspace, subject: Subject) -> None:
    made = workspace.save(verdict_on(subject), inspector=LI)
    with pytest.raises(NotAllowedError, match="李四"):
        workspace.save(verdict_on(subject), inspector=ZHANG)
    with pytest.raises(NotAllowedError, match="李四"):
        workspace.delete(*workspace.verdicts(), inspector=ZHANG)
    with pytest.raises(NotAllowedError, match="李四"):
        workspace.undo(*made, inspector=ZHANG)
    assert [v.inspector for v in workspace.verdicts()] == [LI]


def test_a_version_in_anothers_name_cannot_hide_his_answer(
    make: Callable[..., Workspace], subject: Subject
) -> None:
    here, there = make("here"), make("there")
    (mine,) = here.save(verdict_on(subject), inspector=LI)
    (foreign,) = there.save(verdict_on(subject, outcome=Outcome.FAIL, by=ZHANG), inspector=ZHANG)
    here.adopt([replace(foreign, record_id=mine.record_id, content=mine.content, counter=9)])
    assert {v.inspector for v in here.verdicts()} == {LI, ZHANG}


def test_a_save_is_all_or_nothing(workspace: Workspace, subject: Subject) -> None:
    with pytest.raises(NotAllowedError):
        workspace.save(verdict_on(subject), verdict_on(subject, by=ZHANG), inspector=LI)
    assert workspace.versions() == ()


def test_a_proposal_is_not_a_persons_to_save(workspace: Workspace, subject: Subject) -> None:
    finding = Finding(id=subject.id, subject_id=subject.id, rule="", source=Source.CHECK)
    with pytest.raises(ValueError, match="proposal"):
        workspace.save(finding, inspector=LI)


def test_many_records_at_once(workspace: Workspace, subject: Subject) -> None:
    columns = [
        Column(
            id=column_id(subject.id, f"http://a.cn/{n}/"),
            subject_id=subject.id,
            name=str(n),
            url=f"http://a.cn/{n}/",
        )
        for n in range(1201)
    ]
    workspace.save(*columns, inspector=LEAD)
    workspace.save(*[replace(column, level=2) for column in columns], inspector=LEAD)
    assert len(workspace.columns()) == 1201
    assert {column.level for column in workspace.columns()} == {2}


def test_what_one_call_writes_is_one_act(workspace: Workspace, subject: Subject) -> None:
    made = workspace.save(subject, verdict_on(subject, by=LEAD), inspector=LEAD)
    assert len({version.at for version in made}) == 1
    undone = workspace.undo(*made, inspector=LEAD)
    assert len({version.at for version in undone}) == 1
    assert workspace.recent_versions(limit=3) == (*undone[::-1], made[-1])


def test_a_register_that_two_pcs_changed_shows_each_subject_once_and_tells_of_the_fork(
    make: Callable[..., Workspace], subject: Subject
) -> None:
    here, there = make("here"), make("there")
    for workspace, name in ((here, "海口市政府"), (there, "海口市人民政府")):
        workspace.save(replace(subject, name=name), inspector=LEAD)
    assert here.forked() == ()
    here.adopt(there.versions())
    assert len(here.subjects()) == 1
    ((one, other),) = here.forked()
    assert {one.name, other.name} == {"海口市政府", "海口市人民政府"}  # type: ignore[union-attr]  # both are subjects
    here.save(subject, inspector=LEAD)
    assert (here.subjects(), here.forked()) == ((subject,), ())


@pytest.mark.parametrize("note", ["长" * 1_100_000, "\ud83d"], ids=["too long", "half a character"])
def test_what_no_other_pc_would_take_is_not_saved(workspace: Workspace, subject: Subject, note: str) -> None:
    with pytest.raises(WrongUseError, match="没有保存"):
        workspace.save(verdict_on(subject, note=note), inspector=LI)
    assert workspace.versions() == ()
