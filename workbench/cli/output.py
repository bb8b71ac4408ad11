"""How verbs speak: results on standard output, everything else on standard error."""

import sys
from functools import cache
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

if TYPE_CHECKING:
    # Engine processes load this module too, and never show anything.
    from rich.console import Console

PIPED_WIDTH = 160


def say(text: str) -> None:
    """One line of result."""
    sys.stdout.write(text + "\n")


def say_json(document: Any) -> None:
    """The one JSON document of a `--json` call."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n")


def say_event(document: Any) -> None:
    """One line of JSON for a program that reads along, at once."""
    sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    sys.stderr.write(text + "\n")


def console() -> "Console":
    """For tables of results. Text is shown as it is: names in a register are no markup."""
    from rich.console import Console

    return Console(highlight=False, markup=False, width=_width(sys.stdout))


@cache
def side_console() -> "Console":
    """Progress and remarks: on standard error, so that results can be piped; one, so that a line leaves a bar whole."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, width=_width(sys.stderr))


def _width(stream: TextIO) -> int | None:
    """A terminal's own; where nobody says how wide, so wide that sentences are not broken."""
    return None if stream.isatty() else PIPED_WIDTH
