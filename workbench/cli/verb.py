"""What a verb of the command line is, and the catalogue of all of them."""

import importlib
import importlib.util
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from workbench.discover import Catalogue

Arguments = Callable[[ArgumentParser], None]
Run = Callable[[Namespace], int]


@dataclass(frozen=True, slots=True)
class Verb:
    """`run` returns the exit status: 0 fine, 1 something was found or did not match; errors are raised."""

    name: str
    summary: str
    arguments: Arguments
    run: Run


verbs: Catalogue[Verb] = Catalogue("workbench.cli", ending="_command")


def find_verb(name: str) -> Verb | None:
    """The one verb, importing its file alone: a call should not wait for what it does not use. None where there is none."""
    module = f"workbench.cli.{name}_command"
    if not name.isidentifier() or importlib.util.find_spec(module) is None:
        return None
    importlib.import_module(module)
    return verbs.declared(name)


def verb(name: str, *, summary: str, arguments: Arguments) -> Callable[[Run], Run]:
    """Declare the decorated function as the verb `name`."""

    def declare(run: Run) -> Run:
        verbs.add(name, Verb(name, summary, arguments, run))
        return run

    return declare
