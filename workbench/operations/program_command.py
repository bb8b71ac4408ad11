"""How this program starts itself again as a child: from a checkout, an installation and a frozen build alike."""

import sys


def program_command(*arguments: str) -> tuple[str, list[str]]:
    """The program and its arguments, apart as QProcess wants them."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "workbench"]
    return sys.executable, [*own, *arguments]
