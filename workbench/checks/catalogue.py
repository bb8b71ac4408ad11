"""What a check is, and the catalogue of all of them."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.discover import Catalogue
from workbench.domain.observation import Observation

Look = Callable[[Any], Iterator[Observation]]


@dataclass(frozen=True, slots=True)
class Check:
    """`sees` is the type of view it is shown, `also` are others it knows; `topic` the folder it lies in; `manual` its
    docstring, which is its manual page. `is_of_words`: what it says hangs on words that may stand on every page of a site.
    """

    id: str
    sees: type
    title: str
    topic: str
    manual: str
    run: Look
    also: tuple[type, ...] = ()
    is_of_words: bool = False

    def knows(self, view: type) -> bool:
        """Whether the check is to be shown views of this type."""
        return self.sees is view or view in self.also


checks: Catalogue[Check] = Catalogue("workbench.checks")


def chosen_checks(only: Sequence[str] = ()) -> list[Check]:
    """The checks of these ids, or all, in the order of their ids; ids that are none are left out."""
    if not only:
        return list(checks)
    return [found for name in sorted(set(only)) if (found := checks.find(name)) is not None]


def check(
    check_id: str,
    *,
    sees: type,
    title: str,
    also: tuple[type, ...] = (),
    is_of_words: bool = False,
) -> Callable[[Look], Look]:
    """Declare the decorated function, view in and observations out, as the check `check_id`."""

    def declare(look: Look) -> Look:
        topic = look.__module__.split(".")[-2]
        manual = inspect.getdoc(look) or ""
        checks.add(check_id, Check(check_id, sees, title, topic, manual, look, also, is_of_words))
        return look

    return declare
