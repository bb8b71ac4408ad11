"""The day an address names: a hint of the year where a list shows month and day only, and never proof of publication."""

import re
from datetime import date

from workbench.views.date_words import real_day

_FULL = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d{1,3}(?!\d))"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_](\d{1,2})[-/_](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]([0-3]\d)(?!\d)"),
)
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])(?!\d)")


def url_date(url: str) -> date | None:
    """The last such day in the path; the middle of the month where it names only that."""
    path = url.partition("://")[2].partition("/")[2] if "://" in url else url
    for pattern in _FULL:
        days = [real_day(*(int(part) for part in match.groups())) for match in pattern.finditer(path)]
        known = [day for day in days if day is not None]
        if known:
            return known[-1]
    months = list(_MONTH.finditer(path))
    return real_day(int(months[-1][1]), int(months[-1][2]), 15) if months else None
