"""Writes a document under another name first, so that it appears at its place whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.errors import EnvironmentFaultError, WrongUseError, fault_in_words

_DATABASE_MARK = b"SQLite format 3\0"


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """The path to write to. When the block ends well it takes the place of `target`.

    Raises:
        WrongUseError: the target holds a campaign or a pack, which no document may replace.
        EnvironmentFaultError: it is a folder, is open elsewhere or cannot be written.
    """
    refuse_loss(target)
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        yield draft
        draft.replace(target)
    except OSError as error:
        raise EnvironmentFaultError(
            f"写不了“{target}”（{fault_in_words(error)}），请关闭正在打开它的程序，或换一个位置后重试。"
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def refuse_loss(target: Path) -> None:
    """Where no document can go, said before the work is done.

    Raises:
        WrongUseError: the target holds a campaign or a pack.
        EnvironmentFaultError: it is a folder.
    """
    if not target.name or target.is_dir():
        raise EnvironmentFaultError(f"“{target}”是文件夹，请写明其中的文件名。")
    with suppress(OSError), target.open("rb") as file:
        if file.read(len(_DATABASE_MARK)) == _DATABASE_MARK:
            raise WrongUseError(f"“{target.name}”是批次文件或结果包，不能用别的内容覆盖，请换一个文件名。")
