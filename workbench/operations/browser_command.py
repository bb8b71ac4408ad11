"""The commands by which checks start the browser engine, where this PC has one."""

import importlib.util

from workbench.operations.program_command import program_command

_VERB = "reopen-pages"


def browser_command(verb: str = _VERB) -> tuple[str, ...]:
    """Empty where the engine is not installed; whether an installed one works shows when it is started."""
    if not _is_installed():
        return ()
    program, arguments = program_command(verb)
    return (program, *arguments)


def _is_installed() -> bool:
    try:
        return importlib.util.find_spec("PySide6.QtWebEngineCore") is not None
    except ModuleNotFoundError:
        return False
