"""How long the server that gave an answer asks us to stay away."""

from workbench.fetch.fetched import Fetched
from workbench.fetch.pause_asked import pause_asked_s


def retry_after_s(fetched: Fetched) -> float:
    return pause_asked_s(fetched.headers, at=fetched.at)
