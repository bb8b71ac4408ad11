"""The arrows of the house plan point down; the contracts stand in pyproject.toml."""

import tomllib
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = {contract["name"]: contract for contract in SETTINGS["tool"]["importlinter"]["contracts"]}
FOLDERS = {file.parent.name for file in (ROOT / "workbench").glob("*/*.py")}

# Each ban and the folders it leaves out: the one door, and what stands above or below it for a reason.
EXCEPT = {
    "Only the window knows Qt": {"gui", "cli"},
    "Only storage knows peewee": {"storage"},
    # The practice city serves HTTP by the standard library.
    "Only fetch speaks HTTP": {"fetch", "practice"},
}


def test_every_contract_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", cache_dir=None) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("name", EXCEPT)
def test_a_ban_names_every_folder_it_should(name: str) -> None:
    """Forbidden contracts list their folders by hand; a new folder must not slip through."""
    listed = {module.removeprefix("workbench.") for module in CONTRACTS[name]["source_modules"]}
    assert listed >= FOLDERS - EXCEPT[name]
