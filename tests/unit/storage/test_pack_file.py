"""Packs: one plain closed file, whole or not there, with what one inspector needs or has done."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import pytest

from workbench.domain.campaign import Campaign
from workbench.domain.capture import Capture
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.ids import decision_id, proposal_id, subject_id, verdict_id
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome, Verdict
from workbench.errors import ForeignFileError, WrongUseError
from workbench.standards.pack_text import digest_of
from workbench.storage.pack_export import digest_of_versions, export_pack
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

LEAD, LI, ZHANG = "王组长", "李四", "张三"
DEAD = "http://a.cn/404"
Make = Callable[..., Workspace]


def verdict_on(subject: Subject, by: str, outcome: Outcome = Outcome.PASS) -> Verdict:
    return Verdict(
        id=verdict_id(subject.id, indicator="U2", inspector=by),
        subject_id=subject.id,
        indicator="U2",
        inspector=by,
        outcome=outcome,
    )


def proposal_on(subject: Subject, place: str = DEAD, count: int = 1) -> Finding:
    return Finding(
        id=proposal_id(subject.id, check="dead-links", aspect="home", place=place),
        subject_id=subject.id,
        rule="U2.home",
        source=Source.CHECK,
        place=place,
        count=count,
        check="dead-links",
        aspect="home",
    )


def confirm(workspace: Workspace, finding: Finding, by: str) -> None:
    decision = Decision(
        id=decision_id(finding.id, inspector=by),
        finding_id=finding.id,
        subject_id=finding.subject_id,
        inspector=by,
        outcome=DecisionOutcome.CONFIRMED,
    )
    workspace.save(decision, inspector=by)


def page(url: str, body: bytes) -> Capture:
    return Capture(url=url, final_url=url, status=200, headers=(("server", "x"),), body=body)


def look(workspace: Workspace, subject: Subject, *proposals: Finding) -> int:
    """One whole run at the subject, with two links and two saved pages."""
    run = workspace.begin_run()
    workspace.begin_subject(run, subject.id)
    places = (Occurrence("http://a.cn/", "首页"),)
    links = [
        LinkResult(
            url=DEAD, kind=LinkKind.PAGE, outcome=LinkOutcome.DEAD, occurrences=places, occurrence_count=1
        ),
        LinkResult(url=f"http://a.cn/{run}", kind=LinkKind.PAGE, outcome=LinkOutcome.OK),
    ]
    workspace.save_links(run, subject.id, links)
    workspace.save_proposals(run, subject.id, proposals)
    outcome = CheckOutcome(subject_id=subject.id, check="dead-links", target="", state=CheckEnd.FOUND)
    workspace.save_outcomes(run, subject.id, [outcome])
    workspace.save_capture(run, subject.id, page(DEAD, b"not found"))
    workspace.save_capture(run, subject.id, page("http://a.cn/other", b"other"))
    workspace.end_subject(run, subject.id)
    workspace.end_run(run)
    return run


@pytest.fixture
def subjects(campaign: Campaign) -> tuple[Subject, Subject]:
    codes = ("4601000001", "4601000002")
    first, second = (Subject(id=subject_id(campaign.id, code), code=code, name=code) for code in codes)
    return first, second


@pytest.fixture
def campaign_file(make: Make, subjects: tuple[Subject, Subject]) -> Workspace:
    """Two subjects, one run over both, verdicts of two people."""
    workspace = make("campaign")
    workspace.save(*subjects, inspector=LEAD)
    for subject in subjects:
        look(workspace, subject, proposal_on(subject))
        for by in (LI, ZHANG):
            workspace.save(verdict_on(subject, by), inspector=by)
    return workspace


@dataclass(frozen=True)
class MachineRows:
    """What machines found about one subject, without numbers that differ from file to file."""

    links: tuple[LinkResult, ...]
    proposals: tuple[Finding, ...]
    outcomes: tuple[CheckOutcome, ...]
    pages: frozenset[Capture | None]


def machine_rows(workspace: Workspace, subject: Subject) -> MachineRows:
    return MachineRows(
        links=workspace.links(subject.id),
        proposals=tuple(f for f in workspace.findings(subject.id) if f.is_proposal),
        outcomes=workspace.outcomes(subject.id),
        pages=frozenset(workspace.capture(saved.id) for saved in workspace.captures(subject.id)),
    )


def runs_of(workspace: Workspace) -> list[tuple[object, ...]]:
    return [(run.uid, run.number, run.started_at, run.ended_at) for run in workspace.runs()]


def test_a_task_pack_holds_the_inspectors_objects_and_nobody_elses_answers(
    campaign_file: Workspace, subjects: tuple[Subject, Subject], tmp_path: Path
) -> None:
    path = tmp_path / "out" / "李四.inspection"
    export_pack(campaign_file, path, kind=WorkspaceKind.TASK_PACK, inspector=LI, subject_ids=[subjects[0].id])
    with Workspace.open(path, device="pc-li") as pack:
        assert (pack.kind, pack.origin.inspector, pack.campaign) == (
            WorkspaceKind.TASK_PACK,
            LI,
            campaign_file.campaign,
        )
        assert pack.origin.cut_from == digest_of_versions(campaign_file.versions())
        assert pack.standard == campaign_file.standard
        assert pack.subjects() == (subjects[0],)
        assert [v.inspector for v in pack.verdicts()] == [LI]
        assert machine_rows(pack, subjects[0]) == machine_rows(campaign_file, subjects[0])
        assert pack.links(subjects[1].id) == ()
        assert pack.captures(subjects[1].id) == ()


def test_a_result_pack_holds_the_pages_its_findings_refer_to(
    campaign_file: Workspace, subjects: tuple[Subject, Subject], tmp_path: Path
) -> None:
    confirm(campaign_file, proposal_on(subjects[0]), LI)
    path = tmp_path / "results.inspection"
    export_pack(campaign_file, path, kind=WorkspaceKind.RESULT_PACK, inspector=LI)
    with Workspace.open_pack(path) as pack:
        assert [saved.url for saved in pack.captures(subjects[0].id)] == [DEAD]
        assert pack.captures(subjects[1].id) == ()
        assert {verdict.inspector for verdict in pack.verdicts()} == {LI}
        assert {decision.inspector for decision in pack.decisions()} == {LI}
        assert len(pack.decisions()) == 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM blob").fetchone() == (1,)


@pytest.mark.parametrize("is_asked", [False, True])
def test_a_page_with_personal_data_leaves_only_when_asked_for(
    campaign_file: Workspace, subjects: tuple[Subject, Subject], tmp_path: Path, *, is_asked: bool
) -> None:
    confirm(campaign_file, proposal_on(subjects[0]), LI)
    saved = next(page for page in campaign_file.captures(subjects[0].id) if page.url == DEAD)
    capture = campaign_file.capture(saved.id)
    assert capture is not None
    campaign_file.save_capture(None, subjects[0].id, replace(capture, has_personal_data=True))
    path = tmp_path / "results.inspection"
    left_out = export_pack(
        campaign_file, path, kind=WorkspaceKind.RESULT_PACK, inspector=LI, with_personal_data=is_asked
    )
    assert left_out == (0 if is_asked else 1)
    with Workspace.open_pack(path) as pack:
        assert [page.has_personal_data for page in pack.captures(subjects[0].id)] == [True] * is_asked


def test_a_pack_is_one_plain_file(campaign_file: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "out" / "p.inspection"
    export_pack(campaign_file, path, kind=WorkspaceKind.TASK_PACK, inspector=LI)
    assert [file.name for file in path.parent.iterdir()] == ["p.inspection"]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_whole_history_and_every_head_go_along(
    campaign_file: Workspace, subjects: tuple[Subject, Subject], make: Make, tmp_path: Path
) -> None:
    subject = subjects[0]
    campaign_file.save(verdict_on(subject, LI, Outcome.FAIL), inspector=LI)
    elsewhere = make("elsewhere")
    elsewhere.adopt(v for v in campaign_file.versions() if v.counter == 1)
    elsewhere.save(verdict_on(subject, LI, Outcome.DOUBTFUL), inspector=LI)
    campaign_file.adopt(elsewhere.versions())
    path = tmp_path / "p.inspection"
    export_pack(campaign_file, path, kind=WorkspaceKind.RESULT_PACK, inspector=LI, subject_ids=[subject.id])
    with Workspace.open_pack(path) as pack:
        assert pack.verdicts() == tuple(v for v in campaign_file.verdicts(subject.id) if v.inspector == LI)
        assert len(pack.verdicts()) == 2
        his = {
            v for v in campaign_file.versions() if v.subject_id == subject.id and v.inspector in (LI, LEAD)
        }
        assert set(pack.versions()) == his


def test_there_and_back_again(
    campaign_file: Workspace, subjects: tuple[Subject, Subject], tmp_path: Path
) -> None:
    """Cut a task pack, work in it on another PC, bring the results home: everything arrives, twice changes nothing."""
    subject = subjects[0]
    task, results = tmp_path / "task.inspection", tmp_path / "results.inspection"
    export_pack(campaign_file, task, kind=WorkspaceKind.TASK_PACK, inspector=LI, subject_ids=[subject.id])
    with Workspace.open(task, device="pc-li") as at_home:
        new = proposal_on(subject, "http://a.cn/gone")
        look(at_home, subject, proposal_on(subject, count=7), new)
        confirm(at_home, new, LI)
        at_home.save(verdict_on(subject, LI, Outcome.FAIL), inspector=LI)
        export_pack(at_home, results, kind=WorkspaceKind.RESULT_PACK, inspector=LI)
        expected = machine_rows(at_home, subject)
        made = at_home.versions()
    with Workspace.open_pack(results) as pack:
        assert campaign_file.adopt_pack(pack) == 2
        after = machine_rows(campaign_file, subject), runs_of(campaign_file), campaign_file.versions()
        assert campaign_file.adopt_pack(pack) == 0
        assert (
            machine_rows(campaign_file, subject),
            runs_of(campaign_file),
            campaign_file.versions(),
        ) == after
    assert set(made) <= set(campaign_file.versions())
    found = machine_rows(campaign_file, subject)
    assert (found.links, found.proposals, found.outcomes) == (
        expected.links,
        expected.proposals,
        expected.outcomes,
    )
    assert {proposal.count for proposal in found.proposals} == {7, 1}


def test_the_order_of_merging_does_not_matter(
    campaign_file: Workspace, subjects: tuple[Subject, Subject], make: Make, tmp_path: Path
) -> None:
    packs = []
    for by, count in ((LI, 5), (ZHANG, 3)):
        task, result = tmp_path / f"task-{by}.inspection", tmp_path / f"{by}.inspection"
        export_pack(campaign_file, task, kind=WorkspaceKind.TASK_PACK, inspector=by)
        with Workspace.open(task, device=f"pc-{count}") as at_home:
            look(at_home, subjects[0], proposal_on(subjects[0], count=count))
            at_home.save(verdict_on(subjects[0], by, Outcome.FAIL), inspector=by)
            export_pack(at_home, result, kind=WorkspaceKind.RESULT_PACK, inspector=by)
        packs.append(result)
    one, other = make("one"), make("other")
    for target, order in ((one, packs), (other, packs[::-1])):
        for path in order:
            with Workspace.open_pack(path) as pack:
                target.adopt_pack(pack)
    assert one.versions() == other.versions()
    assert sorted(runs_of(one)) == sorted(runs_of(other))
    for subject in subjects:
        assert machine_rows(one, subject) == machine_rows(other, subject)


@pytest.fixture
def pack_file(campaign_file: Workspace, tmp_path: Path) -> Path:
    path = tmp_path / "pack.inspection"
    export_pack(campaign_file, path, kind=WorkspaceKind.TASK_PACK, inspector=LI)
    return path


def unharmed(workspace: Workspace, refused: Callable[[Workspace], object]) -> None:
    """The closed campaign file is byte for byte what it was, whatever was tried with it in between."""
    workspace.close()
    before = workspace.path.read_bytes()
    with Workspace.open(workspace.path, device="pc-a") as again:
        refused(again)
    assert workspace.path.read_bytes() == before


def test_a_pack_of_another_campaign_or_standard_is_refused(
    campaign_file: Workspace, campaign: Campaign, standard: Standard, tmp_path: Path
) -> None:
    other = replace(campaign, id=uuid4(), name="另一批次")
    dearer = replace(standard, title="另一标准")
    changed = replace(campaign, standard_digest=digest_of(dearer))
    for its_campaign, its_standard, words in ((other, standard, "另一批次"), (changed, dearer, "指标体系")):
        path = tmp_path / f"{words}.inspection"
        Workspace.create(path, campaign=its_campaign, standard=its_standard, device="x").close()

        def refused(again: Workspace, path: Path = path, words: str = words) -> None:
            with Workspace.open_pack(path) as pack, pytest.raises(WrongUseError, match=words):
                again.adopt_pack(pack)

        unharmed(campaign_file, refused)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE link_result SET outcome = 'odd'",
        "UPDATE link_result SET occurrences = x'01'",
        "UPDATE check_outcome SET state = 'odd'",
        "UPDATE proposal SET category = 'odd'",
        "UPDATE proposal SET proof = '{'",
        "UPDATE proposal SET id = 'odd' || rowid",
        "UPDATE run SET started_at = 'odd'",
        "UPDATE run SET checks = 'odd'",
        "UPDATE visit SET run_id = 999",
        "UPDATE sighting SET visit_id = 999",
        "UPDATE blob SET content = x'00'",
        "UPDATE blob SET size = 1",
        "UPDATE capture SET headers = '1'",
    ],
)
def test_a_pack_with_odd_machine_rows_is_refused_and_changes_nothing(
    make: Make, pack_file: Path, statement: str
) -> None:
    with closing(sqlite3.connect(pack_file)) as connection, connection:
        connection.execute(statement)

    def refused(again: Workspace) -> None:
        with Workspace.open_pack(pack_file) as pack, pytest.raises(ForeignFileError):
            again.adopt_pack(pack)

    unharmed(make("target"), refused)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.99])
def test_a_truncated_pack_is_refused_and_changes_nothing(make: Make, pack_file: Path, share: float) -> None:
    whole = pack_file.read_bytes()
    pack_file.write_bytes(whole[: int(len(whole) * share)])

    def refused(_: Workspace) -> None:
        with pytest.raises(ForeignFileError):
            Workspace.open_pack(pack_file)

    unharmed(make("target"), refused)


def test_a_pack_is_replaced_only_by_one_that_holds_all_it_held(
    campaign_file: Workspace, subjects: tuple[Subject, Subject], make: Make, tmp_path: Path
) -> None:
    path = tmp_path / "p.inspection"
    kind = WorkspaceKind.RESULT_PACK
    export_pack(campaign_file, path, kind=kind, inspector=LI)
    campaign_file.save(verdict_on(subjects[0], LI, Outcome.FAIL), inspector=LI)
    export_pack(campaign_file, path, kind=kind, inspector=LI)
    kept = path.read_bytes()
    with pytest.raises(WrongUseError, match="换一个文件名"):
        export_pack(make("newcomer"), path, kind=kind, inspector=LI)
    assert path.read_bytes() == kept
    with pytest.raises(WrongUseError, match="换一个文件名"):
        export_pack(campaign_file, campaign_file.path, kind=kind, inspector=LI)
    foreign = tmp_path / "年度总结.docx"
    foreign.write_bytes(b"precious")
    with pytest.raises(WrongUseError, match="换一个文件名"):
        export_pack(campaign_file, foreign, kind=kind, inspector=LI)
    assert foreign.read_bytes() == b"precious"


def test_a_pack_that_could_not_be_finished_leaves_nothing(
    campaign_file: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError("stick pulled out")

    monkeypatch.setattr("workbench.storage.pack_file._sync", fail)
    folder = tmp_path / "stick"
    with pytest.raises(OSError, match="pulled out"):
        export_pack(campaign_file, folder / "p.inspection", kind=WorkspaceKind.TASK_PACK, inspector=LI)
    assert list(folder.iterdir()) == []


def test_several_packs_come_in_together_or_not_at_all(
    campaign_file: Workspace, make: Make, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.inspection", tmp_path / "bad.inspection"
    for path, by in ((good, LI), (bad, ZHANG)):
        export_pack(campaign_file, path, kind=WorkspaceKind.RESULT_PACK, inspector=by)
    target = make("target")
    with Workspace.open_pack(good) as one, Workspace.open_pack(bad) as other:
        assert target.adopt_pack(one, other) == len(campaign_file.versions())
        assert target.adopt_pack(one, other) == 0
    with closing(sqlite3.connect(bad)) as connection, connection:
        connection.execute("UPDATE proposal SET category = 'odd'")

    def refused(again: Workspace) -> None:
        with (
            Workspace.open_pack(good) as one,
            Workspace.open_pack(bad) as other,
            pytest.raises(ForeignFileError),
        ):
            again.adopt_pack(one, other)

    unharmed(make("second"), refused)


def test_saved_pages_come_home_with_what_they_bear_out(
    campaign_file: Workspace, subjects: tuple[Subject, Subject], make: Make, tmp_path: Path
) -> None:
    confirm(campaign_file, proposal_on(subjects[0]), LI)
    path, target = tmp_path / "results.inspection", make("target")
    export_pack(campaign_file, path, kind=WorkspaceKind.RESULT_PACK, inspector=LI)
    for _ in range(2):
        with Workspace.open_pack(path) as pack:
            target.adopt_pack(pack)
        (saved,) = target.captures(subjects[0].id)
        assert target.capture(saved.id) == page(DEAD, b"not found")


def test_a_page_travels_with_its_stylesheets_and_pictures(
    campaign_file: Workspace, subjects: tuple[Subject, Subject], make: Make, tmp_path: Path
) -> None:
    sheet, picture = page("http://a.cn/a.css", b"p {}"), page("http://a.cn/b.png", b"png")
    other = "http://a.cn/other"
    campaign_file.save_page_asset(None, subjects[0].id, sheet, pages=[DEAD, other])
    campaign_file.save_page_asset(None, subjects[0].id, picture, pages=[other])
    confirm(campaign_file, proposal_on(subjects[0]), LI)
    task, result = tmp_path / "task.inspection", tmp_path / "result.inspection"
    export_pack(campaign_file, task, kind=WorkspaceKind.TASK_PACK, inspector=LI)
    export_pack(campaign_file, result, kind=WorkspaceKind.RESULT_PACK, inspector=LI)
    target = make("target")
    for _ in range(2):
        with Workspace.open_pack(result) as pack:
            target.adopt_pack(pack)
    assert assets_of(target, subjects[0]) == {DEAD: {sheet}}
    with Workspace.open_pack(task) as pack:
        assert assets_of(pack, subjects[0]) == {DEAD: {sheet}, other: {sheet, picture}}
        target.adopt_pack(pack)
    assert assets_of(target, subjects[0]) == {DEAD: {sheet}, other: {sheet, picture}}


def assets_of(workspace: Workspace, subject: Subject) -> dict[str, set[Capture | None]]:
    return {
        saved.url: {workspace.capture(number) for number in workspace.page_assets(saved.id).values()}
        for saved in workspace.captures(subject.id)
    }
