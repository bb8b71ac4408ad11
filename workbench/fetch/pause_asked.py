"""How long a server asks us to stay away."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime


def pause_asked_s(headers: Mapping[str, str], *, at: datetime) -> float:
    """Seconds of a Retry-After header, 0 where there is none. A date in it is held against the time of the answer."""
    text = headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        return max(0.0, (parsedate_to_datetime(text) - at).total_seconds())
    except (ValueError, TypeError):
        return 0.0
