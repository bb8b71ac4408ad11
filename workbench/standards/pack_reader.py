"""Reads packs: what a pack says, or everything that is wrong with it; a broken file never crashes the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.standard import Standard
from workbench.errors import WrongUseError
from workbench.standards.pack_consistency import inconsistencies
from workbench.standards.pack_folders import (
    office_folder,
    pack_files,
    pack_finder,
    read_pack_text,
    shipped_folder,
)
from workbench.standards.pack_form import read_form
from workbench.standards.pack_overlay import FindPack, whole_pack
from workbench.standards.pack_problems import PackFaultError, PackProblem, ProblemCode, did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class PackReading:
    """A standard, or the problems that keep it from being one."""

    standard: Standard | None
    problems: tuple[PackProblem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackListing:
    """One pack as a list shows it; one with problems cannot be used."""

    id: str
    title: str
    document: str
    is_shipped: bool
    problems: tuple[PackProblem, ...] = ()


def read_pack(text: str, *, find: FindPack) -> PackReading:
    """`find` gives the text of a pack that this one extends, or None."""
    problems: list[PackProblem] = []
    try:
        standard = read_form(whole_pack(text, find=find), problems)
    except PackFaultError as fault:
        return PackReading(standard=None, problems=(fault.problem.on_one_line(),))
    problems += inconsistencies(standard)
    told = tuple(problem.on_one_line() for problem in problems)
    return PackReading(standard=None if told else standard, problems=told)


def read_pack_file(file: Path, *, office_dir: Path | None = None) -> PackReading:
    """The pack in `file`, which may extend one beside it, the office's or a shipped one."""
    find = pack_finder([*_folders(office_dir), file.parent])
    try:
        return read_pack(read_pack_text(file), find=find)
    except PackFaultError as fault:
        return PackReading(standard=None, problems=(fault.problem,))


def load_standard(standard_id: str, *, office_dir: Path | None = None) -> Standard:
    """A shipped standard or one of the office's own.

    Raises:
        WrongUseError: there is none of this id, or its pack is broken.
    """
    folders = _folders(office_dir)
    files = {file.stem: file for file in reversed([*pack_files(folders)])}
    if standard_id not in files:
        raise WrongUseError(f"没有名为“{standard_id}”的指标体系，{did_you_mean(standard_id, files)}")
    reading = _read_shelved(files[standard_id], folders)
    if reading.standard is None:
        first = reading.problems[0]
        place = f"{first.where}：" if first.where else ""
        raise WrongUseError(
            f"指标体系“{standard_id}”有{len(reading.problems)}处问题，请先改正。首先是{place}{first.message}"
        )
    return reading.standard


def list_standards(*, office_dir: Path | None = None) -> tuple[PackListing, ...]:
    """Every pack there is, broken ones with their reasons."""
    folders = _folders(office_dir)
    return tuple(_listing(file, folders) for file in pack_files(folders))


def _folders(office_dir: Path | None) -> list[Path]:
    return [shipped_folder(), office_dir or office_folder()]


def _listing(file: Path, folders: Sequence[Path]) -> PackListing:
    reading = _read_shelved(file, folders)
    standard = reading.standard
    return PackListing(
        id=file.stem,
        title=standard.title if standard else "",
        document=standard.document if standard else "",
        is_shipped=file.parent == folders[0],
        problems=reading.problems,
    )


def _read_shelved(file: Path, folders: Sequence[Path]) -> PackReading:
    """A pack that lies in one of our folders: there its file name is its id, and nobody else's."""
    shipped, office = folders
    reading = read_pack_file(file, office_dir=office)
    if file.parent != shipped and (shipped / file.name).exists():
        message = f"与自带的指标体系“{file.stem}”同名，请给文件和 id 换个名字。"
        return PackReading(standard=None, problems=(PackProblem(ProblemCode.ID_TAKEN, "id", message),))
    if reading.standard is not None and reading.standard.id != file.stem:
        message = f"id 是“{reading.standard.id}”，文件名却是“{file.name}”，请改成一致。"
        return PackReading(
            standard=None, problems=(PackProblem(ProblemCode.ID_NOT_FILE_NAME, "id", message),)
        )
    return reading
