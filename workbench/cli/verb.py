"""What a verb of the command line is, and the catalogue of all of them."""

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


verbs: Catalogue[Verb] = Catalogue("workbench.cli")


def verb(name: str, *, summary: str, arguments: Arguments) -> Callable[[Run], Run]:
    """Declare the decorated function as the verb `name`."""

    def declare(run: Run) -> Run:
        verbs.add(name, Verb(name, summary, arguments, run))
        return run

    return declare
