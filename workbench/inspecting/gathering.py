"""What gathers a view page by page while a survey runs, and the catalogue of all that do."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence

from workbench.discover import Catalogue
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.domain.window import Window
from workbench.inspecting.proposals import citing_rule
from workbench.inspecting.subject_job import SubjectJob
from workbench.inspecting.survey_event import PageRead, SheetRead


class Gathering(ABC):
    """One for each inspection. What it holds can be taken away in pieces, so that a killed inspection goes on."""

    def __init__(self, job: SubjectJob) -> None:
        self.job = job

    @abstractmethod
    def take_page(self, read: PageRead, *, is_column: bool) -> None:
        """Keep what is needed of a page the survey has read."""

    def take_sheet(self, read: SheetRead) -> None:  # noqa: B027 - nothing is what most do
        """Keep what is needed of a stylesheet of the site's own; most views need nothing."""

    @abstractmethod
    def view_for(self, check_id: str) -> object:
        """The view, with the windows that the pinned standard gives this check."""

    @abstractmethod
    def take_piece(self) -> bytes:
        """What is new since it was asked last."""

    @abstractmethod
    def take_up(self, pieces: Sequence[bytes]) -> None:
        """Begin with the pieces of an inspection that was killed."""


GatheringType = Callable[[SubjectJob], Gathering]
gatherings: Catalogue[tuple[type, GatheringType]] = Catalogue("workbench.inspecting.gathered_views")


def gathers(view: type) -> Callable[[type[Gathering]], type[Gathering]]:
    """Declare the decorated class as what gathers `view`."""

    def declare(made: type[Gathering]) -> type[Gathering]:
        gatherings.add(view.__name__, (view, made))
        return made

    return declare


def windows_for(check_id: str, *, standard: Standard, subject: Subject) -> Mapping[str, Window]:
    """The window of each aspect of the check that a rule of the standard cites with one."""
    aspects = {
        aspect
        for indicator in standard.indicators
        for rule in indicator.rules
        if rule.observes is not None and rule.observes.check == check_id
        for aspect in rule.observes.aspects
    }
    rules = {
        aspect: citing_rule(standard, check=check_id, aspect=aspect, subject=subject) for aspect in aspects
    }
    return {
        aspect: rule.window for aspect, rule in rules.items() if rule is not None and rule.window is not None
    }
