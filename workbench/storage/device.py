"""This PC's own id: random, made once, the same for every workspace opened here."""

import os
import secrets
from pathlib import Path

from workbench.errors import EnvironmentFaultError, fault_in_words
from workbench.paths import user_data_dir
from workbench.storage.draft_file import drop_draft


def this_device(folder: Path | None = None) -> str:
    """The id of this PC; two programs that ask for the first time at once get the same."""
    folder = user_data_dir() if folder is None else folder
    file = folder / "device"
    try:
        if not file.is_file():
            _make(file)
        return file.read_text(encoding="ascii").strip()
    except OSError as error:
        raise EnvironmentFaultError(
            f"写不了本机的数据文件夹“{folder}”（{fault_in_words(error)}），请检查该文件夹的权限和磁盘空间。"
        ) from error


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"device.{os.getpid()}.{secrets.token_hex(4)}")
    draft.write_text(secrets.token_hex(6), encoding="ascii")
    try:
        # A link either puts the whole file there or finds that another program was first.
        file.hardlink_to(draft)
    except OSError as error:
        if not isinstance(error, FileExistsError):
            # Some network homes know no links; a rename is whole too.
            draft.replace(file)
    finally:
        drop_draft(draft)
