"""The whole register as one view: for checks that look at what is run, not at what it says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from workbench.domain.subject import Subject, SubjectKind, SubjectState

Key = TypeVar("Key")
_SITES = (SubjectKind.PORTAL, SubjectKind.DEPARTMENT_SITE)
_LEAVING = (SubjectState.CLOSING, SubjectState.MOVED)


@dataclass(frozen=True)
class RegisterView:
    """What is about to be closed or has moved is left out of every list."""

    subjects: tuple[Subject, ...]

    @cached_property
    def running(self) -> tuple[Subject, ...]:
        return tuple(subject for subject in self.subjects if subject.state not in _LEAVING)

    @cached_property
    def sites(self) -> tuple[Subject, ...]:
        """Independent sites; channels and modules are parts of one."""
        return tuple(subject for subject in self.running if subject.kind in _SITES)

    @cached_property
    def accounts(self) -> tuple[Subject, ...]:
        return tuple(subject for subject in self.running if subject.kind is SubjectKind.ACCOUNT)

    @cached_property
    def sites_by_unit(self) -> Mapping[str, tuple[Subject, ...]]:
        return _grouped((subject.organiser, subject) for subject in self.sites)

    @cached_property
    def accounts_by_unit_and_platform(self) -> Mapping[tuple[str, str], tuple[Subject, ...]]:
        return _grouped(
            ((subject.organiser, subject.platform), subject) for subject in self.accounts if subject.platform
        )


def _grouped(pairs: Iterable[tuple[Key, Subject]]) -> dict[Key, tuple[Subject, ...]]:
    groups: dict[Key, list[Subject]] = defaultdict(list)
    for key, subject in pairs:
        if subject.organiser:
            groups[key].append(subject)
    return {key: tuple(held) for key, held in groups.items()}
