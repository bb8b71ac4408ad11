"""What the system's error numbers mean when a connection does not come about."""

import errno

from workbench.fetch.fetch_fault import Fault

_UNREACHABLE = (errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL)


def connect_fault(os_errno: int) -> Fault:
    if os_errno in _UNREACHABLE:
        return Fault.UNREACHABLE
    if os_errno == errno.ETIMEDOUT:
        return Fault.TIMEOUT
    if os_errno == errno.ECONNRESET:
        return Fault.RESET
    return Fault.REFUSED if os_errno in (0, errno.ECONNREFUSED) else Fault.OTHER
