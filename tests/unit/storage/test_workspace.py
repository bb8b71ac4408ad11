from datetime import date
from pathlib import Path

import pytest

from workbench.domain.campaign import Campaign
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind


def test_a_new_workspace_says_what_it_is(
    workspace: Workspace, campaign: Campaign, standard: Standard
) -> None:
    assert workspace.campaign == campaign
    assert workspace.standard == standard
    assert workspace.kind is WorkspaceKind.CAMPAIGN
    assert workspace.device == "pc-a"
    assert workspace.campaign.as_of == date(2026, 11, 20)


def test_what_was_saved_is_there_after_closing_and_opening(workspace: Workspace, subject: Subject) -> None:
    workspace.save(subject, inspector="王组长")
    workspace.remember("draw", "0.2 7")
    workspace.close()
    with Workspace.open(workspace.path, device="pc-a") as again:
        assert again.subjects() == (subject,)
        assert again.recall("draw") == "0.2 7"
        assert again.recall("unheard of", "nothing") == "nothing"


def test_closing_leaves_one_file_and_nothing_beside_it(workspace: Workspace, subject: Subject) -> None:
    workspace.save(subject, inspector="王组长")
    workspace.close()
    assert [file.name for file in workspace.path.parent.iterdir()] == [workspace.path.name]


def test_a_checkpoint_makes_a_plain_copy_of_the_open_file_whole(
    workspace: Workspace, subject: Subject
) -> None:
    workspace.save(subject, inspector="王组长")
    assert workspace.checkpoint()
    copy = workspace.path.with_name("copy.inspection")
    copy.write_bytes(workspace.path.read_bytes())
    with Workspace.open(copy, device="pc-b") as other:
        assert other.subjects() == (subject,)


def test_an_existing_file_is_never_overwritten(
    workspace: Workspace, campaign: Campaign, standard: Standard
) -> None:
    with pytest.raises(WrongUseError, match="已存在"):
        Workspace.create(workspace.path, campaign=campaign, standard=standard)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError, match="找不到文件"):
        Workspace.open(tmp_path / "gone.inspection")


def test_leftovers_of_a_deleted_file_do_not_get_into_a_new_one_of_its_name(
    tmp_path: Path, campaign: Campaign, standard: Standard, subject: Subject
) -> None:
    old = Workspace.create(tmp_path / "old.inspection", campaign=campaign, standard=standard, device="a")
    old.save(subject, inspector="王组长")
    left_over = old.path.with_name("old.inspection-wal").read_bytes()
    old.close()
    (tmp_path / "new.inspection-wal").write_bytes(left_over)
    with Workspace.create(
        tmp_path / "new.inspection", campaign=campaign, standard=standard, device="a"
    ) as new:
        assert new.subjects() == ()


def test_two_open_workspaces_of_one_file_see_each_others_work(workspace: Workspace, subject: Subject) -> None:
    with Workspace.open(workspace.path, device="pc-b") as other:
        workspace.save(subject, inspector="王组长")
        assert other.subjects() == (subject,)
