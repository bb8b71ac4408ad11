"""Takes addresses apart that may not be addresses at all."""

from urllib.parse import SplitResult, urlsplit

_NOTHING = SplitResult("", "", "", "", "")


def split_url(url: str) -> SplitResult:
    """The parts, all empty where the text cannot be read as an address."""
    try:
        parts = urlsplit(url)
        _ = parts.hostname
    except ValueError:
        return _NOTHING
    return parts
