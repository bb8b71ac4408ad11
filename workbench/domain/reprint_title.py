"""One paper that every site with a column of reprints has to reprint, as a list from above names it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

# "within 24 hours", of which only the day can be seen.
_DAYS_TO_REPRINT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReprintTitle:
    """It holds in the whole campaign, so there is no subject. `due` None: the day after it was published.

    `length` is how many signs the text has, 0 where the list does not say.
    """

    id: UUID
    subject_id: UUID | None = None
    title: str
    published: date
    issuer: str = ""
    due: date | None = None
    length: int = 0

    @property
    def last_day(self) -> date:
        return self.due or self.published + timedelta(days=_DAYS_TO_REPRINT)
