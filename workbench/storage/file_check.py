"""A file is hostile until checked: ours, whole, sound, and with nothing in it that we did not put there."""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from workbench.errors import EnvironmentFaultError, ForeignFileError, NewerFileError, fault_in_words
from workbench.storage.database_address import address_of, has_side_files
from workbench.storage.database_fault import told_to_the_user
from workbench.storage.migration_catalogue import migrations, newest_version, upgrade, version_of
from workbench.storage.open_handles import reading_bytes

APPLICATION_ID = 0x58554E4A
"""XUNJ, 巡检: at a fixed place in every file of ours."""

MAX_FILE_BYTES = 32 * 2**30
ALWAYS_CHECKED_BYTES = 256 * 2**20
"""Up to here every opening reads the whole file through (0.15 s for 165 MB); beyond, only files from outside."""

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_MAX_SQL_BYTES = 2**20

Shape = frozenset[tuple[str, str, str, str]]


def check_file(path: Path, *, is_from_outside: bool = False) -> int:
    """The schema version of a file that may be opened; nothing is written.

    Raises:
        ForeignFileError: not a workspace, truncated, damaged, or with things in it that do not belong there.
        NewerFileError: written by a newer program.
        EnvironmentFaultError: it cannot be read.
    """
    _check_header(path)
    with told_to_the_user(path), closing(_open_to_look(path, is_from_outside)) as connection:
        version = version_of(connection)
        if version > newest_version():
            raise NewerFileError(f"文件“{path.name}”由更新版本的程序写成，请先升级本程序再打开。")
        if version < 1 or _shape_of(connection) != _shape_at(version):
            raise ForeignFileError(
                f"文件“{path.name}”的内部结构与巡检文件不符，可能被改动过，请向发来文件的人重新索取。"
            )
        if is_from_outside or path.stat().st_size <= ALWAYS_CHECKED_BYTES:
            _check_pages(connection, path)
    return version


def _check_header(path: Path) -> None:
    header, size = _read_header(path)
    if size > MAX_FILE_BYTES:
        raise ForeignFileError(f"文件“{path.name}”大得不合常理（{size / 2**30:.0f} GB），没有打开。")
    if not header.startswith(_MAGIC) or len(header) < _HEADER_BYTES:
        raise ForeignFileError(
            f"“{path.name}”不是巡检文件，或者是空的、已损坏；请重新拷贝一份，或另选一个文件。"
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise ForeignFileError(f"“{path.name}”是别的程序的数据文件，不是巡检文件，请另选一个。")
    # While changes wait beside the file, the file itself may be shorter than it says.
    if not has_side_files(path) and size < _promised_size(header):
        raise ForeignFileError(f"文件“{path.name}”不完整，多半是拷贝时中断了，请重新拷贝一份。")


def _read_header(path: Path) -> tuple[bytes, int]:
    try:
        with reading_bytes(path) as file:
            return file.read(_HEADER_BYTES), path.stat().st_size
    except FileNotFoundError as error:
        raise EnvironmentFaultError(f"找不到文件“{path}”，请检查路径。") from error
    except IsADirectoryError as error:
        raise ForeignFileError(f"“{path}”是文件夹，请选择其中的 .inspection 文件。") from error
    except OSError as error:
        raise EnvironmentFaultError(
            f"读不了文件“{path}”（{fault_in_words(error)}），请检查权限和磁盘。"
        ) from error


def _promised_size(header: bytes) -> int:
    page_size = int.from_bytes(header[16:18], "big")
    return int.from_bytes(header[28:32], "big") * (65536 if page_size == 1 else page_size)


def _open_to_look(path: Path, is_from_outside: bool) -> sqlite3.Connection:
    # A file of our own is looked at with the usual locks, for another process may just be writing to it.
    address = address_of(path, is_read_only=is_from_outside)
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    for pragma in ("query_only = 1", "trusted_schema = 0", "cell_size_check = 1"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _shape_of(connection: sqlite3.Connection) -> Shape:
    """Everything the schema names, with its exact words: a trigger, view, table or column more makes another shape."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, substr(coalesce(sql, ''), 1, ?) FROM sqlite_schema", (_MAX_SQL_BYTES,)
    )
    return frozenset((str(kind), str(name), str(table), str(sql)) for kind, name, table, sql in rows)


@cache
def _shape_at(version: int) -> Shape:
    """What a file of this version looks like: that which the steps up to it make."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        upgrade(
            connection, steps={number: step for number, step in migrations().items() if number <= version}
        )
        return _shape_of(connection)


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    findings = connection.execute("PRAGMA quick_check(1)").fetchone()
    if findings is None or findings[0] != "ok":
        raise ForeignFileError(f"文件“{path.name}”已损坏，请重新拷贝一份，或改用备份。")
