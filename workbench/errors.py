"""What can go wrong and is told to the user in one plain sentence with the remedy.

WorkbenchError
├── WrongUseError          the call or the input is wrong: exit status 2
│   └── NotAllowedError    the person may not do this (only the lead may)
└── EnvironmentFaultError  file, network or disk: exit status 3
    ├── ForeignFileError   not one of our files, damaged, or from outside and not to be trusted
    └── NewerFileError     written by a newer version of this program

Anything else that is raised is a bug and is reported as one.
"""

import errno

_FAULT_WORDS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "文件或文件夹不存在",
    errno.EEXIST: "已有同名的文件",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EROFS: "磁盘只读",
    errno.EIO: "磁盘读写出错",
    errno.EFBIG: "文件太大",
    errno.EBUSY: "文件正被占用",
    errno.EMFILE: "打开的文件太多",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
}


def fault_in_words(error: OSError) -> str:
    """Why the system refused, in the user's language; what is not known here in the system's own."""
    return _FAULT_WORDS.get(error.errno or 0, error.strerror or type(error).__name__)


class WorkbenchError(Exception):
    """Base of every error that is the user's to read; the message is a whole Chinese sentence."""

    exit_status = 3


class WrongUseError(WorkbenchError):
    exit_status = 2


class NotAllowedError(WrongUseError):
    pass


class EnvironmentFaultError(WorkbenchError):
    exit_status = 3


class ForeignFileError(EnvironmentFaultError):
    pass


class NewerFileError(EnvironmentFaultError):
    pass
