"""Turns what SQLite says into one sentence with the remedy."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peewee import DatabaseError

from workbench.errors import EnvironmentFaultError, ForeignFileError, WorkbenchError
from workbench.storage.draft_file import name_to_tell

_PRIMARY = 0xFF
_LEAST_FREE_BYTES = 64 * 1024

_ENVIRONMENT = {
    sqlite3.SQLITE_BUSY: "文件“{name}”正被另一个程序占用，请关闭它或稍候几秒再试；刚才这一步没有保存。",
    sqlite3.SQLITE_LOCKED: "文件“{name}”正被另一个程序占用，请关闭它或稍候几秒再试；刚才这一步没有保存。",
    sqlite3.SQLITE_READONLY: "文件“{name}”是只读的，请把它复制到可以写入的文件夹后再打开。",
    sqlite3.SQLITE_PERM: "没有读写文件“{name}”的权限，请把它复制到自己的文件夹后再打开。",
    sqlite3.SQLITE_IOERR: "读写文件“{name}”时磁盘出错，请检查磁盘或U盘是否还连着，然后重试；刚才这一步没有保存。",
    sqlite3.SQLITE_FULL: "磁盘已满，文件“{name}”写不进去，请腾出空间后重试；刚才这一步没有保存。",
    sqlite3.SQLITE_CANTOPEN: "打不开文件“{name}”，请检查路径和权限。",
}
_CLOSED_FOLDER = "“{name}”所在的文件夹不能写入，请换到可以写入的文件夹，或检查磁盘是否只读。"
_FOREIGN = {
    sqlite3.SQLITE_NOTADB: "“{name}”不是巡检文件，或者是空的、已损坏；请重新拷贝一份，或另选一个文件。",
    sqlite3.SQLITE_CORRUPT: "文件“{name}”已损坏，请重新拷贝一份，或改用备份。",
}


@contextmanager
def told_to_the_user(path: Path) -> Iterator[None]:
    """Raise faults of disk, lock and file as our own errors; any other database error is a bug and goes through."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise ForeignFileError(_FOREIGN[sqlite3.SQLITE_CORRUPT].format(name=name_to_tell(path))) from error
    except (sqlite3.Error, DatabaseError) as error:
        told = _sentence_for(error, path)
        if told is None:
            raise
        raise told from error


def _sentence_for(error: Exception, path: Path) -> WorkbenchError | None:
    code = _code_of(error) & _PRIMARY
    if code == sqlite3.SQLITE_IOERR and _is_full(path.parent):
        code = sqlite3.SQLITE_FULL
    if code == sqlite3.SQLITE_CANTOPEN and path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        return EnvironmentFaultError(_CLOSED_FOLDER.format(name=name_to_tell(path)))
    if code in _ENVIRONMENT:
        return EnvironmentFaultError(_ENVIRONMENT[code].format(name=name_to_tell(path)))
    if "decode to UTF-8" in str(error):
        code = sqlite3.SQLITE_CORRUPT
    if code in _FOREIGN:
        return ForeignFileError(_FOREIGN[code].format(name=name_to_tell(path)))
    return None


def _is_full(folder: Path) -> bool:
    """A full disk is told as a fault in reading and writing where what lies beside the file cannot grow."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_FREE_BYTES
    except OSError:
        return False


def _code_of(error: Exception) -> int:
    # peewee raises a copy and keeps the driver's own exception in it.
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", 0)
    return code if isinstance(code, int) else 0
