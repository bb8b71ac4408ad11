"""What has become of dead links since the run before: new, still dead, repaired, gone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from workbench.domain.ignore_list import IgnoreList
from workbench.domain.link import LinkOutcome
from workbench.domain.link_change import LINK_CHANGE_WORDS, ChangedLink, LinkChange
from workbench.domain.subject import Subject
from workbench.operations.score_campaign import ignores_today
from workbench.storage.link_change_records import ComparedVisit, LinkComparison
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectComparison:
    """`links` leaves out dead links that are ignored; `ignored` counts them."""

    subject: Subject
    before: ComparedVisit
    after: ComparedVisit
    links: tuple[ChangedLink, ...]
    ignored: int = 0

    def of(self, change: LinkChange) -> tuple[ChangedLink, ...]:
        return tuple(link for link in self.links if link.change is change)


def compare_runs(
    workspace: Workspace, *, subject: Subject | None = None, run: int | None = None, today: date | None = None
) -> tuple[SubjectComparison, ...]:
    """The latest look at every subject's links, or at this one's, against the one before, by code.

    Subjects that were looked at only once are left out. With `run`, only those this run has looked at.
    """
    ignores = ignores_today(workspace, today)
    subjects = [subject] if subject else sorted(workspace.subjects(), key=lambda each: each.code)
    compared = ((each, workspace.link_comparison(each.id)) for each in subjects)
    return tuple(
        _without_ignored(each, found, ignores)
        for each, found in compared
        if found is not None and run in (None, found.after.run)
    )


def count_changes(comparisons: Iterable[SubjectComparison]) -> Mapping[LinkChange, int]:
    """Of every change, how many links."""
    counted = Counter(link.change for each in comparisons for link in each.links)
    return {change: counted[change] for change in LinkChange}


def changes_in_words(counts: Mapping[LinkChange, int]) -> str:
    """The four that are always told, and what is unclear where there is such."""
    told = [change for change in LinkChange if change is not LinkChange.UNCLEAR or counts[change]]
    return "、".join(f"{LINK_CHANGE_WORDS[change]} {counts[change]}" for change in told)


def _without_ignored(subject: Subject, found: LinkComparison, ignores: IgnoreList) -> SubjectComparison:
    kept = tuple(link for link in found.links if not _is_ignored(subject, link, ignores))
    return SubjectComparison(
        subject=subject,
        before=found.before,
        after=found.after,
        links=kept,
        ignored=len(found.links) - len(kept),
    )


def _is_ignored(subject: Subject, link: ChangedLink, ignores: IgnoreList) -> bool:
    return link.after is LinkOutcome.DEAD and ignores.over_link(subject.id, link.url, link.after) is not None
