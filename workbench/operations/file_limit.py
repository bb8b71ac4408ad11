"""How many files this process may have open: some systems begin with so few that a few dozen sites would use them up."""

import sys
from contextlib import suppress

_ENOUGH = 4_096


def raise_file_limit() -> None:
    """As far as the system lets us; what it does not let us do is no fault."""
    if sys.platform == "win32":
        return
    import resource

    least, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _ENOUGH if most == resource.RLIM_INFINITY else min(_ENOUGH, most)
    if least < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
