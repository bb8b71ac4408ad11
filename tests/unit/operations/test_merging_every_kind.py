"""Merging with every kind of record: order and repetition do not matter, nothing is lost, nothing forged comes in."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from uuid import UUID

import pytest

from tests.campaigns.every_record import HOME, inspectors_records, keep_evidence_of, leads_records
from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from workbench.domain.evidence import Evidence
from workbench.domain.message import Message
from workbench.domain.person_record import PersonRecord
from workbench.domain.record_heads import OWNED_KINDS, heads
from workbench.domain.record_version import RecordKind
from workbench.domain.silence import Silence
from workbench.errors import ForeignFileError, WrongUseError
from workbench.operations.export_results import export_results
from workbench.operations.merge_results import merge_results, preview_merge
from workbench.operations.split_tasks import split_tasks
from workbench.storage.pack_export import export_pack
from workbench.storage.record_codec import subject_of
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

CODES = ("9901000001", "9901000002")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


@dataclass(frozen=True, slots=True)
class Handed:
    """Result files of the lead's second PC and of two inspectors, and a copy of the campaign from before them."""

    start: Path
    files: tuple[Path, Path, Path]


@pytest.fixture
def handed(small: SmallCampaign, tmp_path: Path) -> Handed:
    small.workspace.save(*leads_records(small.workspace.campaign.id), inspector=LEAD)
    everything = (*CODES, "4601000007")
    tasks = split_tasks(small.workspace, {LEAD: everything, WANG: everything, LI: CODES}, tmp_path / "任务包")
    small.workspace.checkpoint()
    start = tmp_path / "开始.inspection"
    shutil.copy(small.workspace.path, start)
    files = []
    for name, task in zip((LEAD, WANG, LI), tasks, strict=True):
        with Workspace.open(task, device=name) as workspace:
            _work(workspace, small, name)
            files.append(export_results(workspace, tmp_path / f"结果-{name}.inspection", by=name).path)
    return Handed(start, (files[0], files[1], files[2]))


def _work(workspace: Workspace, small: SmallCampaign, name: str) -> None:
    if name == LEAD:
        workspace.save(*leads_records(workspace.campaign.id, word="乙"), inspector=LEAD)
    word = "甲" if name == WANG else "乙"
    workspace.save(*inspectors_records(small.portal, by=name, word=word), inspector=name)
    keep_evidence_of(workspace, small.portal, by=name, content=PICTURE + name.encode())


@pytest.fixture
def begun(handed: Handed, tmp_path: Path) -> Iterator[Callable[[str], Workspace]]:
    """Opens campaigns that all begin as the same file."""
    opened: list[Workspace] = []

    def begin(name: str) -> Workspace:
        path = tmp_path / f"{name}.inspection"
        shutil.copy(handed.start, path)
        opened.append(Workspace.open(path, device=name))
        return opened[-1]

    yield begin
    for workspace in opened:
        workspace.close()


def held(workspace: Workspace) -> tuple[object, ...]:
    """All that merging may change, as it is read."""
    kept = tuple((each.id, each.inspector, workspace.evidence_content(each)) for each in workspace.evidence())
    return workspace.versions(), kept, workspace.forked(), workspace.standard


def test_every_kind_there_is_takes_part(handed: Handed, begun: Callable[[str], Workspace]) -> None:
    campaign = begun("一")
    merge_results(campaign, handed.files)
    assert {version.kind for version in campaign.versions()} == set(RecordKind)


def test_order_repetition_and_grouping_do_not_matter(
    handed: Handed, begun: Callable[[str], Workspace]
) -> None:
    together = begun("一起")
    merge_results(together, handed.files)
    expected = held(together)
    for number, order in enumerate(permutations(handed.files)):
        campaign = begun(str(number))
        for file in order:
            merge_results(campaign, [file])
        assert merge_results(campaign, order).added == 0
        assert held(campaign) == expected


def test_nothing_is_lost_and_nothing_invented(handed: Handed, begun: Callable[[str], Workspace]) -> None:
    campaign = begun("一")
    before = set(campaign.versions())
    brought = set()
    for file in handed.files:
        with Workspace.open_pack(file) as pack:
            brought |= set(pack.versions())
    foreseen = preview_merge(campaign, handed.files)
    assert merge_results(campaign, handed.files) == foreseen
    assert set(campaign.versions()) == before | brought
    pictures = {campaign.evidence_content(each) for each in campaign.evidence()}
    assert pictures == {PICTURE + name.encode() for name in (LEAD, WANG, LI)}


def test_what_two_write_of_one_message_stands_side_by_side(
    handed: Handed, begun: Callable[[str], Workspace]
) -> None:
    campaign = begun("一")
    merge_results(campaign, handed.files)
    assert sorted(message.note for message in campaign.records(Message)) == ["乙", "甲"]
    torn = {type(pair[0]).__name__ for pair in campaign.forked()}
    assert torn == {"Silence", "Message", "MessageTotals", "Ignore"}


def test_the_leads_second_pc_changes_register_and_standard(
    handed: Handed, begun: Callable[[str], Workspace]
) -> None:
    campaign = begun("一")
    merge_results(campaign, handed.files[:1])
    assert [s.name for s in campaign.subjects() if s.code == "4601000007"] == ["某市某局乙"]
    assert str(campaign.standard.scoring.fail_below) == "50"


@pytest.mark.parametrize("place", range(7))
def test_what_only_the_lead_may_do_is_refused_from_anybody_else(
    small: SmallCampaign, tmp_path: Path, place: int
) -> None:
    for forger in (WANG, LEAD):
        (task,) = split_tasks(small.workspace, {WANG: CODES}, tmp_path / forger)
        with Workspace.open(task, device="pc-2") as workspace:
            record = leads_records(workspace.campaign.id)[place]
            workspace.save(record, inspector=forger)
            export_pack(
                workspace,
                tmp_path / f"{forger}.inspection",
                kind=WorkspaceKind.RESULT_PACK,
                inspector=WANG,
                subject_ids=[small.portal.id, *_about(record)],
            )
        before = small.workspace.versions()
        words = "只有组长可以改" if forger == WANG else f"组长{LEAD}名下"
        with pytest.raises(WrongUseError, match=words):
            merge_results(small.workspace, [tmp_path / f"{forger}.inspection"])
        assert small.workspace.versions() == before


def _about(record: PersonRecord) -> list[UUID]:
    about = subject_of(record)
    return [about] if about else []


def test_what_the_lead_did_elsewhere_comes_first_and_then_the_inspectors(
    small: SmallCampaign, tmp_path: Path
) -> None:
    (task,) = split_tasks(small.workspace, {WANG: CODES}, tmp_path / "任务包")
    with Workspace.open(task, device="pc-2") as workspace:
        workspace.save(*leads_records(workspace.campaign.id), inspector=LEAD)
        workspace.save(*inspectors_records(small.portal, by=WANG), inspector=WANG)
        own = export_results(workspace, tmp_path / "组长.inspection", by=LEAD).path
        hers = export_results(workspace, tmp_path / "王敏.inspection", by=WANG).path
    with pytest.raises(WrongUseError, match="请先合并组长自己的"):
        merge_results(small.workspace, [hers])
    merge_results(small.workspace, [own])
    assert merge_results(small.workspace, [hers]).added > 0


@pytest.mark.parametrize("ender", [WANG, LI])
def test_what_another_put_on_record_is_not_ended_for_him(
    handed: Handed, begun: Callable[[str], Workspace], tmp_path: Path, ender: str
) -> None:
    campaign = begun("一")
    merge_results(campaign, handed.files[1:2])
    path = tmp_path / "结束.inspection"
    chosen = [subject.id for subject in campaign.subjects()]
    export_pack(campaign, path, kind=WorkspaceKind.TASK_PACK, inspector=ender, subject_ids=chosen)
    with Workspace.open(path, device="pc-9") as task:
        task.delete(*task.records(Silence), inspector=ender)
        result = export_results(task, tmp_path / "结束-结果.inspection", by=ender).path
    if ender == WANG:
        merge_results(campaign, [result])
        assert campaign.records(Silence) == ()
    else:
        with pytest.raises(WrongUseError, match="只有本人或组长可以结束"):
            merge_results(campaign, [result])
        assert len(campaign.records(Silence)) == 1


def _altered(handed: Handed, tmp_path: Path, *changes: str) -> Path:
    path = tmp_path / "改过.inspection"
    shutil.copy(handed.files[1], path)
    with closing(sqlite3.connect(path)) as plain, plain:
        for change in changes:
            plain.execute(change)
    return path


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("DELETE FROM blob", "1 份证据没有图片"),
        ("UPDATE blob SET content = x'00'", "证据已损坏"),
        ("UPDATE blob SET size = 268435457", "证据已损坏"),
        ("UPDATE blob SET content = zeroblob(300000000)", "证据已损坏"),
        (
            "UPDATE record_version SET content = replace(content, 'U2', 'U3') WHERE kind = 'evidence'",
            "改动过",
        ),
        ("UPDATE record_version SET inspector = '李强' WHERE kind = 'account_sheet'", "改动过"),
        ("UPDATE record_version SET content = content || printf('%.*c', 1100000, ' ')", "读不懂"),
    ],
)
def test_altered_results_are_refused_and_change_nothing(
    handed: Handed, begun: Callable[[str], Workspace], tmp_path: Path, change: str, words: str
) -> None:
    campaign = begun("一")
    before = held(campaign)
    with pytest.raises(ForeignFileError, match=words):
        merge_results(campaign, [handed.files[2], _altered(handed, tmp_path, change)])
    assert held(campaign) == before


def test_bytes_that_are_here_already_need_not_come_again(
    handed: Handed, begun: Callable[[str], Workspace], tmp_path: Path
) -> None:
    campaign = begun("一")
    merge_results(campaign, handed.files)
    assert merge_results(campaign, [_altered(handed, tmp_path, "DELETE FROM blob")]).added == 0


def test_another_inspectors_evidence_of_one_id_hides_nothing(
    handed: Handed, small: SmallCampaign, begun: Callable[[str], Workspace]
) -> None:
    campaign = begun("一")
    merge_results(campaign, handed.files)
    (hers,) = [each for each in campaign.evidence() if each.inspector == WANG]
    taken: Evidence = hers.__class__(
        id=hers.id,
        subject_id=small.portal.id,
        kind=hers.kind,
        digest=hers.digest,
        size=hers.size,
        media_type=hers.media_type,
        inspector=LI,
    )
    campaign.save(taken, inspector=LI)
    assert {each.inspector for each in campaign.evidence() if each.id == hers.id} == {WANG, LI}
    assert all(campaign.evidence_content(each) for each in campaign.evidence())


def test_a_new_task_pack_brings_the_inspector_what_is_his_and_what_is_everybodys(
    handed: Handed, begun: Callable[[str], Workspace], tmp_path: Path
) -> None:
    """A PC is lost: cut anew, the task pack holds what she had handed in, with its pictures, and nobody else's answers."""
    campaign = begun("一")
    merge_results(campaign, handed.files)
    path = tmp_path / "新任务.inspection"
    chosen = [subject.id for subject in campaign.subjects()]
    export_pack(campaign, path, kind=WorkspaceKind.TASK_PACK, inspector=WANG, subject_ids=chosen)
    with Workspace.open(path, device="pc-neu") as task:
        owned = {v.inspector for v in task.versions() if v.kind in OWNED_KINDS}
        assert owned == {WANG}
        assert {v.kind for v in heads(task.versions())} == set(RecordKind)
        assert [task.evidence_content(each) for each in task.evidence()] == [PICTURE + WANG.encode()]
        assert task.standard == campaign.standard
        assert {column.recipe is not None for column in task.columns() if column.url.startswith(HOME)} == {
            True
        }
