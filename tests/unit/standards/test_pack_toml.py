"""A standard written as a pack's file reads back to the same standard, whole or as an overlay."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.standards.test_standard_changes import CHANGES, PINNED
from workbench.domain.standard import Standard
from workbench.domain.standard_change import StandardChange
from workbench.standards.cell_address import parse_address
from workbench.standards.pack_folders import shipped_folder
from workbench.standards.pack_reader import load_standard, read_pack
from workbench.standards.pack_toml import same_rules, standard_to_toml
from workbench.standards.standard_changes import amend, trial_change

PRICE = parse_address("rule:P7/price")


def read_back(text: str) -> Standard:
    def find(name: str) -> str | None:
        file = shipped_folder() / f"{name}.toml"
        return file.read_text("utf-8") if file.exists() else None

    reading = read_pack(text, find=find)
    assert reading.standard is not None, reading.problems
    return reading.standard


@pytest.mark.parametrize("name", ["national-2015", "national-2019"])
def test_a_whole_pack(name: str) -> None:
    standard = load_standard(name)
    assert read_back(standard_to_toml(standard)) == standard


@settings(max_examples=40)
@given(CHANGES)
def test_an_overlay_of_any_changes(changes: list[StandardChange]) -> None:
    changed = replace(amend(PINNED, changes).standard, id="local")
    assert same_rules(read_back(standard_to_toml(changed, base=PINNED)), changed)


@settings(max_examples=40)
@given(st.text(max_size=40))
def test_a_remark_of_any_text_breaks_nothing(remark: str) -> None:
    changed = replace(amend(PINNED, [trial_change(PRICE, "2")]).standard, id="local")
    text = standard_to_toml(changed, base=PINNED, remark=lambda *_: remark)
    assert same_rules(read_back(text), changed)


def test_an_overlay_holds_only_what_changed() -> None:
    changed = amend(PINNED, [trial_change(PRICE, "2")]).standard
    text = standard_to_toml(changed, base=PINNED, remark=lambda _o, _c, cell: f"{cell}：苏组长\n原件")
    assert text.splitlines()[3:] == [
        'extends = "national-2019"',
        "",
        "[[indicator]]",
        'code = "P7"',
        "  [[indicator.rule]]",
        '  code = "P7"',
        '  price = "2"  # price：苏组长 原件',
        '  certainty = "confirmed"  # certainty：苏组长 原件',
    ]
