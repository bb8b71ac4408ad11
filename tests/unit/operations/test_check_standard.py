"""A pack's file is held against the checks and the ids there are."""

from pathlib import Path

import pytest

from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.operations.check_standard import check_standard, known_checks, standard_named
from workbench.standards.pack_folders import pack_files, shipped_folder
from workbench.standards.pack_problems import ProblemCode

SHIPPED = (shipped_folder() / "national-2015.toml").read_text("utf-8")


def pack(folder: Path, text: str, name: str = "own.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def problems(file: Path) -> list[ProblemCode]:
    return [problem.code for problem in check_standard(file).problems]


@pytest.mark.parametrize("file", list(pack_files([shipped_folder()])), ids=lambda file: file.stem)
def test_what_is_shipped_is_sound(file: Path) -> None:
    assert problems(file) == []


def test_a_check_that_does_not_exist(tmp_path: Path) -> None:
    own = SHIPPED.replace('id = "national-2015"', 'id = "own"')
    assert problems(pack(tmp_path, own)) == []
    file = pack(tmp_path, own.replace('check = "dead-links"', 'check = "dead-link"'))
    found = check_standard(file).problems
    assert {problem.code for problem in found} == {ProblemCode.UNKNOWN_CHECK}
    assert "是不是“dead-links”" in found[0].message


def test_a_check_the_shipped_standards_wait_for_is_known() -> None:
    assert {"dead-links", "messages"} <= known_checks()


def test_an_id_that_is_taken(tmp_path: Path) -> None:
    assert problems(pack(tmp_path, SHIPPED)) == [ProblemCode.ID_TAKEN]


def test_by_id_or_by_file(tmp_path: Path) -> None:
    assert standard_named("national-2015").id == "national-2015"
    overlay = 'id = "own"\ntitle = "本市"\nextends = "national-2015"\n[scoring]\nfail_below = 80\n'
    assert standard_named(str(pack(tmp_path, overlay))).scoring.fail_below == 80
    with pytest.raises(WrongUseError, match="有1处问题，请先改正"):
        standard_named(str(pack(tmp_path, SHIPPED)))
    with pytest.raises(EnvironmentFaultError, match="没有文件"):
        standard_named(str(tmp_path / "none.toml"))
