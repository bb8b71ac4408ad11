"""What is ignored on a given day: the one place where an ignore meets a problem.

Ignores are applied when problems are read and not when they are found: so one that ends, or is taken back, lets the
problem count again by itself, and what is held back can be listed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from workbench.domain.decision import Decision
from workbench.domain.finding import Finding
from workbench.domain.ignore import Ignore, IgnoreScope
from workbench.domain.link import LinkOutcome
from workbench.domain.place import is_below, normalise_place

DEAD_LINKS = "dead-links"
"""The check that proposes links, all of one outcome."""


@dataclass(frozen=True, slots=True)
class IgnoredFinding:
    finding: Finding
    ignore: Ignore


class IgnoreList:
    """The ignores that hold on `day`."""

    def __init__(self, ignores: Iterable[Ignore], *, day: date) -> None:
        self.holding = tuple(ignore for ignore in ignores if ignore.holds_on(day))

    def over_finding(self, finding: Finding) -> Ignore | None:
        """Why the finding is not to be held against anyone; only what a check proposes can be ignored."""
        if not finding.is_proposal:
            return None
        outcome = LinkOutcome.DEAD if finding.check == DEAD_LINKS else None
        return self._over(finding.subject_id, finding.place, check=finding.check, outcome=outcome)

    def over_link(self, subject_id: UUID, url: str, outcome: LinkOutcome) -> Ignore | None:
        check = DEAD_LINKS if outcome is LinkOutcome.DEAD else ""
        return self._over(subject_id, url, check=check, outcome=outcome)

    def set_aside(
        self, findings: Iterable[Finding], decisions: Iterable[Decision]
    ) -> tuple[tuple[Finding, ...], tuple[IgnoredFinding, ...]]:
        """The findings that count, and those that are ignored.

        What a person has decided on stays: he has seen it. What is no longer found is no problem to ignore.
        """
        decided = {decision.finding_id for decision in decisions}
        kept: list[Finding] = []
        ignored: list[IgnoredFinding] = []
        for finding in findings:
            is_open = finding.is_seen and finding.id not in decided
            ignore = self.over_finding(finding) if is_open else None
            if ignore is None:
                kept.append(finding)
            else:
                ignored.append(IgnoredFinding(finding, ignore))
        return tuple(kept), tuple(ignored)

    def _over(
        self, subject_id: UUID, place: str, *, check: str, outcome: LinkOutcome | None
    ) -> Ignore | None:
        return next(
            (
                ignore
                for ignore in self.holding
                if ignore.subject_id in (None, subject_id)
                and _is_about(ignore, check, outcome)
                and _covers(ignore, place)
            ),
            None,
        )


def _is_about(ignore: Ignore, check: str, outcome: LinkOutcome | None) -> bool:
    if ignore.check:
        return ignore.check == check
    return ignore.outcome is not None and ignore.outcome is outcome


def _covers(ignore: Ignore, place: str) -> bool:
    if ignore.scope is IgnoreScope.SUBJECT:
        return True
    if not ignore.target:
        return False
    if ignore.scope is IgnoreScope.HOST:
        return _host_of(place) == ignore.target
    if ignore.scope is IgnoreScope.PREFIX:
        return is_below(place, ignore.target)
    return normalise_place(place) == normalise_place(ignore.target)


def _host_of(place: str) -> str:
    """Host, and port where it is not the usual one."""
    text = normalise_place(place)
    return urlsplit(text).netloc.rpartition("@")[2] if "://" in text else ""
