"""What one survey of links is to cover."""

from dataclasses import dataclass, field
from datetime import date

from workbench.fetch.fetch_policy import FetchPolicy
from workbench.inspecting.survey_scope import SurveyScope


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPlan:
    """`seeds` are pages that are read in any case, linked or not. `max_depth` 0 reads the start page alone.

    Where it `follows` nothing, only start and seeds are read and no link is asked for. Where it `reads_attachments` or
    `reads_sheets`, those of the site's own are told with what is in them.
    """

    start: str
    scope: SurveyScope
    as_of: date
    policy: FetchPolicy = field(default_factory=FetchPolicy)
    seeds: tuple[str, ...] = ()
    max_depth: int | None = None
    max_pages: int | None = None
    follows: bool = True
    reads_attachments: bool = False
    reads_sheets: bool = False
