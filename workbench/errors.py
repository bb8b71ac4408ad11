"""What can go wrong and is told to the user in one plain sentence with the remedy.

WorkbenchError
├── WrongUseError          the call or the input is wrong: exit status 2
│   └── NotAllowedError    the person may not do this (only the lead may)
└── EnvironmentFaultError  file, network or disk: exit status 3
    ├── ForeignFileError   not one of our files, damaged, or from outside and not to be trusted
    └── NewerFileError     written by a newer version of this program

Anything else that is raised is a bug and is reported as one.
"""


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
