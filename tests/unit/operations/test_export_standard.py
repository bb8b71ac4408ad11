"""The campaign's changes as the office's own standard: written, accepted, and used for the next campaign."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.operations.change_standard import change_standard
from workbench.operations.check_standard import check_standard
from workbench.operations.create_campaign import create_campaign
from workbench.operations.export_standard import export_standard, own_pack
from workbench.standards.pack_reader import read_pack
from workbench.standards.pack_toml import same_rules
from workbench.standards.standard_changes import AmendedStandard
from workbench.storage.workspace import Workspace

SOURCE = "市政府办公室通知 第3条"


@pytest.fixture
def changed(small: SmallCampaign) -> Workspace:
    for cell, value in (
        ("rule:B4/price", "2.5"),
        ("rule:N2a/window", "7d"),
        ("scoring/fail_below", "80"),
        ("indicator:B1/applies_to", "portal"),
    ):
        change_standard(small.workspace, cell=cell, value=value, source=SOURCE, by=LEAD)
    return small.workspace


def test_there_and_back(changed: Workspace, tmp_path: Path) -> None:
    file = export_standard(changed, tmp_path / "本市-2026")
    assert file.name == "本市-2026.toml"
    text = file.read_text("utf-8")
    assert 'extends = "national-2015"' in text
    assert f"{LEAD} " in text
    assert SOURCE in text
    assert not check_standard(file).problems
    with create_campaign(
        tmp_path / "下季度.inspection",
        standard_id=str(file),
        period="2027Q1",
        as_of=date(2027, 2, 20),
        lead=LEAD,
    ) as following:
        assert same_rules(following.pinned_standard, changed.standard)
        assert following.standard.id == "本市-2026"
        # What extends another is itself the ground of the next year's changes.
        change_standard(following, cell="rule:B4/price", value="2", source=SOURCE, by=LEAD)
        again = export_standard(following, tmp_path / "本市-2027.toml")
    reading = check_standard(again)
    assert reading.standard is not None
    assert reading.standard.scoring.fail_below == 80


def test_a_standard_that_is_not_found_here_is_written_whole(changed: Workspace) -> None:
    amended = changed.amended_standard
    renamed = AmendedStandard(
        pinned=replace(amended.pinned, id="nowhere-2015"),
        standard=amended.standard,
        standing=amended.standing,
    )
    text = own_pack(renamed, standard_id="whole", title="全文")
    reading = read_pack(text, find=lambda _name: None)
    assert reading.standard is not None
    assert reading.standard.extends == ""
    assert same_rules(reading.standard, amended.standard)


def test_what_cannot_be_written_is_told(changed: Workspace, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="已有指标体系"):
        export_standard(changed, tmp_path / "national-2019.toml")
    with pytest.raises(WrongUseError, match="请换一个文件名"):
        export_standard(changed, tmp_path / "两 个 词.toml")
    taken = tmp_path / "taken.toml"
    taken.write_text("", encoding="utf-8")
    with pytest.raises(WrongUseError, match="已经存在"):
        export_standard(changed, taken)
    assert export_standard(changed, taken, may_replace=True).read_text("utf-8")
    with pytest.raises(EnvironmentFaultError, match="写不了"):
        export_standard(changed, taken / "x.toml")


def test_nothing_to_write(small: SmallCampaign, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="没有改动"):
        export_standard(small.workspace, tmp_path / "own.toml")
