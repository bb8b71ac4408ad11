"""Write the campaign's standard in force as the office's own: an overlay of what was changed, for the next campaign."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from workbench.domain.standard import Standard
from workbench.errors import WorkbenchError, WrongUseError
from workbench.operations.whole_file import written_whole
from workbench.standards.cell_address import CellAddress, CellOwner
from workbench.standards.pack_folders import office_folder, pack_finder, shipped_folder
from workbench.standards.pack_reader import load_standard, read_pack
from workbench.standards.pack_toml import same_rules, standard_to_toml
from workbench.standards.standard_changes import AmendedStandard
from workbench.storage.workspace import Workspace

SUFFIX = ".toml"


def export_standard(
    workspace: Workspace, target: Path, *, title: str = "", may_replace: bool = False
) -> Path:
    """The written file; its name becomes the id. It holds the whole standard where the one below it cannot be found here.

    Raises:
        WrongUseError: nothing has been changed, or the name cannot be used.
        EnvironmentFaultError: the file cannot be written.
    """
    file = target if target.suffix.lower() == SUFFIX else target.with_name(f"{target.name}{SUFFIX}")
    amended = workspace.amended_standard
    if not amended.standing:
        raise WrongUseError(f"《{amended.pinned.title}》在本批次里没有改动，直接使用原来的指标体系即可。")
    if file.exists() and not may_replace:
        raise WrongUseError(f"“{file.name}”已经存在，请换一个文件名。")
    unit = workspace.campaign.unit or "本单位"
    text = own_pack(amended, standard_id=file.stem, title=title or f"{amended.pinned.title}（{unit}）")
    with written_whole(file) as draft:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
    return file


def own_pack(amended: AmendedStandard, *, standard_id: str, title: str) -> str:
    """The text of the pack, which has been read back and says the same.

    Raises:
        WrongUseError: the id is taken or not usable.
    """
    _refuse_taken(standard_id, amended.pinned)
    bases: list[Standard | None] = []
    with suppress(WorkbenchError):
        bases.append(load_standard(amended.pinned.id))
    reason = ""
    for base in (*bases, None):
        text = _text(amended, base, standard_id=standard_id, title=title)
        reading = read_pack(text, find=pack_finder([shipped_folder(), office_folder()]))
        if reading.standard is not None and same_rules(reading.standard, amended.standard):
            return text
        reason = reading.problems[0].message if reading.problems else ""
    raise WrongUseError(f"“{standard_id}”不能用作指标体系的名字，请换一个文件名。{reason}")


def _refuse_taken(standard_id: str, pinned: Standard) -> None:
    if standard_id == pinned.id or (shipped_folder() / f"{standard_id}{SUFFIX}").exists():
        raise WrongUseError(f"“{standard_id}”是已有指标体系的名字，请换一个文件名。")


def _text(amended: AmendedStandard, base: Standard | None, *, standard_id: str, title: str) -> str:
    named = replace(amended.standard, id=standard_id, title=title, extends="")

    def remark(owner: str, code: str, cell: str) -> str:
        change = amended.standing.get(CellAddress(CellOwner(owner), code, cell))
        if change is None:
            return ""
        day = f"{change.at:%Y-%m-%d} " if change.at else ""
        return f"{change.inspector} {day}依据：{change.source}"

    return standard_to_toml(named, base=base, remark=remark)
