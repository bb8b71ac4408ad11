"""How long a server asks us to stay away."""

from email.utils import parsedate_to_datetime

from workbench.fetch.fetched import Fetched


def retry_after_s(fetched: Fetched) -> float:
    """Seconds of a Retry-After header, 0 where there is none. A date in it is held against the time of the answer."""
    text = fetched.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
        return max(0.0, (moment - fetched.at).total_seconds())
    except (ValueError, TypeError):
        return 0.0
