"""Files of every released version open in this one and say what they said."""

import json
import shutil
from pathlib import Path

import pytest

from tests.workspaces.keep_this_version import facts_of
from workbench.storage.migration_catalogue import newest_version
from workbench.storage.workspace import Workspace

FOLDER = Path(__file__).resolve().parents[2] / "workspaces"
OLD = sorted(FOLDER.glob("*.inspection"))


def test_there_is_one_of_every_version() -> None:
    assert {file.stem.partition("-")[0] for file in OLD} == {
        f"v{number}" for number in range(1, newest_version() + 1)
    }


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
def test_it_opens_and_says_what_it_said(file: Path, tmp_path: Path) -> None:
    expected = json.loads(file.with_suffix(".json").read_text("utf-8"))
    with Workspace.open_pack(file) as pack:
        assert _told(pack, expected) == expected
    copy = Path(shutil.copy(file, tmp_path))
    with Workspace.open(copy, device="pc-2") as workspace:
        assert _told(workspace, expected) == expected


def _told(workspace: Workspace, expected: dict[str, object]) -> dict[str, object]:
    """The facts that were known when the file was kept."""
    facts: dict[str, object] = json.loads(json.dumps(facts_of(workspace)))
    return {name: facts[name] for name in expected}
