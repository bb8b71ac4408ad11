"""Where packs lie: shipped ones among the resources, the office's own in its folder; the file name is the id."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.paths import resources_dir, user_data_dir
from workbench.standards.pack_overlay import FindPack
from workbench.standards.pack_problems import PackFaultError, ProblemCode

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_MOST_BYTES = 1_000_000


def shipped_folder() -> Path:
    return resources_dir() / "standards"


def office_folder() -> Path:
    return user_data_dir() / "standards"


def pack_files(folders: Sequence[Path]) -> Iterator[Path]:
    """The packs of the folders, in the order of the folders and of the names; a folder need not exist."""
    for folder in folders:
        yield from sorted(folder.glob("*.toml"))


def pack_finder(folders: Sequence[Path]) -> FindPack:
    """Looks a pack's text up by id; the first folder that has it wins."""

    def find(standard_id: str) -> str | None:
        if not _ID.fullmatch(standard_id):
            return None
        files = (folder / f"{standard_id}.toml" for folder in folders)
        return next((read_pack_text(file) for file in files if file.is_file()), None)

    return find


def read_pack_text(file: Path) -> str:
    """Raises PackFaultError where the file cannot be read as text of a sensible size."""
    try:
        with file.open("rb") as stream:
            body = stream.read(_MOST_BYTES + 1)
        if len(body) > _MOST_BYTES:
            raise PackFaultError(ProblemCode.NOT_READABLE, "文件超过1 MB，不像指标体系，请核对选对了文件。")
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackFaultError(ProblemCode.NOT_READABLE, "文件不是 UTF-8 文字，请另存为 UTF-8。") from error
    except OSError as error:
        raise PackFaultError(ProblemCode.NOT_READABLE, "文件打不开，请检查路径和权限。") from error
