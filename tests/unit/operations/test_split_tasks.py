"""Task packs are cut for all inspectors or for none."""

from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from workbench.errors import WorkbenchError, WrongUseError
from workbench.operations.split_tasks import split_tasks
from workbench.operations.undo_change import undo_last
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind


def assigned(small: SmallCampaign) -> dict[str, tuple[str, ...]]:
    return {subject.code: subject.assigned_to for subject in small.workspace.subjects()}


def test_a_pack_that_cannot_be_written_leaves_nothing_half_done(small: SmallCampaign, tmp_path: Path) -> None:
    folder = tmp_path / "包"
    split_tasks(small.workspace, {LI: [small.portal.code]}, folder)
    before, earlier = assigned(small), (folder / f"{LI}.inspection").read_bytes()
    # The name fits, that of the draft beside it does not.
    nobody = "长" * 80
    with pytest.raises((WorkbenchError, OSError)):
        split_tasks(
            small.workspace,
            {LI: [small.bureau.code], WANG: [small.bureau.code], nobody: [small.bureau.code]},
            folder,
        )
    assert assigned(small) == before
    assert [file.name for file in folder.iterdir()] == [f"{LI}.inspection"]
    assert (folder / f"{LI}.inspection").read_bytes() == earlier
    # The step back is none the lead has to take himself.
    undo_last(small.workspace, by=LEAD)
    assert assigned(small)[small.portal.code] == ()


def test_a_file_that_would_be_lost_is_found_before_anything_is_noted(
    small: SmallCampaign, tmp_path: Path
) -> None:
    (tmp_path / f"{WANG}.inspection").write_text("别的东西", "utf-8")
    versions = small.workspace.versions()
    with pytest.raises(WrongUseError, match="已存在"):
        split_tasks(small.workspace, {LI: [small.portal.code], WANG: [small.portal.code]}, tmp_path)
    assert small.workspace.versions() == versions
    assert not (tmp_path / f"{LI}.inspection").exists()


def test_cut_again_the_packs_take_the_place_of_the_earlier_ones(small: SmallCampaign, tmp_path: Path) -> None:
    folder = tmp_path / "包"
    split_tasks(small.workspace, {WANG: [small.portal.code]}, folder)
    (file,) = split_tasks(small.workspace, {WANG: [small.portal.code, small.bureau.code]}, folder)
    with Workspace.open_pack(file) as pack:
        assert (pack.kind, len(pack.subjects())) == (WorkspaceKind.TASK_PACK, 2)
    assert list(folder.iterdir()) == [file]
