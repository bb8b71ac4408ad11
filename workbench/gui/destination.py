"""Where a click may lead: a page of the window, and what to show there."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """`shows` names a filter of the page, `indicator` and `subject_id` what to select, `files` what was dropped."""

    page: str
    subject_id: UUID | None = None
    indicator: str = ""
    shows: str = ""
    files: tuple[Path, ...] = ()
