"""Options: declared once, saved whole, and a damaged file is named."""

from dataclasses import fields
from pathlib import Path

import pytest

from workbench.errors import EnvironmentFaultError
from workbench.settings.fit_options import note_of
from workbench.settings.options import Options, change_options, load_options, save_options


def test_nothing_saved_means_defaults(tmp_path: Path) -> None:
    assert load_options(tmp_path / "settings.json") == Options()


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    options = Options(inspector="王敏", allowed_networks=("10.20.0.0/16",))
    save_options(options, file)
    assert load_options(file) == options
    assert change_options(file, theme="dark").inspector == "王敏"
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


def test_a_damaged_file_is_named_with_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"per_host": "many"}', encoding="utf-8")
    with pytest.raises(EnvironmentFaultError, match="删除它后重试"):
        load_options(file)


def test_every_option_has_a_title() -> None:
    assert all(note_of(option).title for option in fields(Options))
