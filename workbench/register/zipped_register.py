"""Registers packed in a zip, as the national register is handed out."""

from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from workbench.errors import ForeignFileError, WorkbenchError, WrongUseError
from workbench.register.archive_bounds import refuse_bomb

_TABLE_SUFFIXES = (".csv", ".txt", ".xlsx", ".xls")
_UTF8_NAME_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1


def unpack_tables(content: bytes, *, name: str) -> tuple[tuple[str, bytes], ...]:
    """Name and content of each table file, in the order of the zip; anything else in it is left alone.

    Raises:
        ForeignFileError: damaged, or unpacks to more than any register.
        WrongUseError: locked by a password, or no table in it.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            refuse_bomb(archive, name=name)
            return tuple(
                (member_name(member), _unpacked(archive, member, name=name))
                for member in _tables(archive, name=name)
            )
    except WorkbenchError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged zip makes the library raise anything at all
        raise ForeignFileError(f"“{name}”已损坏，解压不开，请重新下载或重新打包后再导入。") from error


def member_name(member: ZipInfo) -> str:
    """The name inside the zip; Chinese systems write it in GBK without saying so, where the library assumes cp437."""
    name = member.filename
    if not member.flag_bits & _UTF8_NAME_FLAG:
        name = _guessed_name(name)
    return PurePosixPath(name.replace("\\", "/")).name


def _guessed_name(name: str) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return name


def _tables(archive: ZipFile, *, name: str) -> list[ZipInfo]:
    tables = [member for member in archive.infolist() if _is_table(member)]
    if not tables:
        raise WrongUseError(f"压缩包“{name}”里没有 csv 或 xlsx 表格，请确认选对了文件。")
    return tables


def _is_table(member: ZipInfo) -> bool:
    name = member_name(member)
    is_leftover = name.startswith((".", "~$"))  # written by macOS and by an open office program
    return not member.is_dir() and not is_leftover and name.lower().endswith(_TABLE_SUFFIXES)


def _unpacked(archive: ZipFile, member: ZipInfo, *, name: str) -> bytes:
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise WrongUseError(f"压缩包“{name}”设有密码，请先解压，再导入里面的表格。")
    return archive.read(member)
