"""Keeps packed files from unpacking to more than any register could be."""

from zipfile import ZipFile

from workbench.errors import ForeignFileError
from workbench.register.register_bounds import MAX_UNPACKED_BYTES, size_in_words

_MAX_MEMBERS = 2_000


def refuse_bomb(archive: ZipFile, *, name: str) -> None:
    """Trust in the declared sizes is enough: reading a member stops at the size it declares.

    Raises:
        ForeignFileError: too large once unpacked.
    """
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    if total > MAX_UNPACKED_BYTES or len(members) > _MAX_MEMBERS:
        raise ForeignFileError(
            f"“{name}”解压后超过 {size_in_words(MAX_UNPACKED_BYTES)}，不像台账，请确认选对了文件。"
        )
