from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workbench.errors import EnvironmentFaultError
from workbench.storage.device import this_device


def test_it_is_made_once_and_stays(tmp_path: Path) -> None:
    first = this_device(tmp_path / "new")
    assert len(first) == 12
    assert this_device(tmp_path / "new") == first
    assert this_device(tmp_path / "other") != first


def test_whoever_asks_first_everyone_gets_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: this_device(tmp_path / "new"), range(32)))
    assert len(answers) == 1
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["device"]


def test_where_nothing_can_be_written_the_remedy_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(EnvironmentFaultError, match="请检查"):
        this_device(tmp_path / "taken")
