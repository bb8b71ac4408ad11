"""What makes a view of records alone, and the catalogue of all that do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workbench.discover import Catalogue
from workbench.inspecting.subject_job import SubjectJob


@dataclass(frozen=True, slots=True)
class RecordedView:
    """`at` is the time of the latest record the view rests on, None where records carry none."""

    view: object
    at: datetime | None = None


Recording = Callable[[SubjectJob, str], RecordedView]
"""The view of a job for the check of that id."""

recordings: Catalogue[tuple[type, Recording]] = Catalogue("workbench.inspecting.recorded_views")


def records(view: type) -> Callable[[Recording], Recording]:
    """Declare the decorated function, job and check id in, as what makes `view`."""

    def declare(made: Recording) -> Recording:
        recordings.add(view.__name__, (view, made))
        return made

    return declare
