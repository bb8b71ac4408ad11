"""Hold a pack's file against everything there is: its own sense, the checks it cites, the ids that are taken."""

from collections.abc import Iterator
from pathlib import Path

from workbench.checks.catalogue import checks
from workbench.domain.standard import Standard
from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.standards.pack_folders import pack_files, shipped_folder
from workbench.standards.pack_problems import PackProblem, ProblemCode
from workbench.standards.pack_reader import PackReading, load_standard, read_pack_file
from workbench.standards.pack_references import checks_cited, unknown_checks


def check_standard(file: Path) -> PackReading:
    """The standard in the file, or all that keeps it from being used.

    Raises:
        EnvironmentFaultError: there is no such file.
    """
    if not file.is_file():
        raise EnvironmentFaultError(f"没有文件“{file.name}”，请检查路径。")
    reading = read_pack_file(file)
    if reading.standard is None:
        return reading
    problems = (*unknown_checks(reading.standard, known=known_checks()), *_taken_id(file, reading.standard))
    return PackReading(standard=None if problems else reading.standard, problems=problems)


def standard_named(name: str) -> Standard:
    """The standard of this id, or, where the name ends in .toml, the one in that file.

    Raises:
        EnvironmentFaultError: there is no such file.
        WrongUseError: there is no such standard, or it is broken.
    """
    if not name.lower().endswith(".toml"):
        return load_standard(name)
    reading = check_standard(Path(name))
    if reading.standard is None:
        first = reading.problems[0]
        place = f"{first.where}：" if first.where else ""
        raise WrongUseError(
            f"指标体系文件“{Path(name).name}”有{len(reading.problems)}处问题，请先改正。首先是{place}{first.message}"
        )
    return reading.standard


def known_checks() -> frozenset[str]:
    """The checks there are, and those the shipped standards are waiting for."""
    shipped = (load_standard(file.stem) for file in pack_files([shipped_folder()]))
    return frozenset({check.id for check in checks}.union(*map(checks_cited, shipped)))


def _taken_id(file: Path, standard: Standard) -> Iterator[PackProblem]:
    is_shipped = file.resolve().parent == shipped_folder().resolve()
    if not is_shipped and (shipped_folder() / f"{standard.id}.toml").exists():
        message = f"与自带的指标体系“{standard.id}”同名，请给 id 换个名字。"
        yield PackProblem(ProblemCode.ID_TAKEN, "id", message)
