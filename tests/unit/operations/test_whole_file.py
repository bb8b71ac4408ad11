"""A document appears whole or not at all, and never in the place of a campaign."""

import errno
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import SmallCampaign
from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.operations.whole_file import written_whole


def test_an_older_document_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "排名.csv"
    for text in ("一", "二"):
        with written_whole(target) as draft:
            draft.write_text(text, encoding="utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["排名.csv"]
    assert target.read_text(encoding="utf-8") == "二"


def test_what_fails_half_way_leaves_the_older_document(tmp_path: Path) -> None:
    target = tmp_path / "排名.csv"
    target.write_text("旧", encoding="utf-8")
    with pytest.raises(EnvironmentFaultError, match=r"排名\.csv”（磁盘已满）.*。$"):
        write_half(target)
    assert [each.name for each in tmp_path.iterdir()] == ["排名.csv"]
    assert target.read_text(encoding="utf-8") == "旧"


def write_half(target: Path) -> None:
    with written_whole(target) as draft:
        draft.write_text("半", encoding="utf-8")
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_campaign_is_never_written_over(small: SmallCampaign) -> None:
    with pytest.raises(WrongUseError, match="不能用别的内容覆盖"), written_whole(small.workspace.path):
        pass
    assert small.workspace.subjects()


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError, match="是文件夹"), written_whole(tmp_path):
        pass
