"""A link that leads nowhere and the page it stands on: two addresses, and which of them a problem is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """`words` are what the page shows for the link, where they are known."""

    target: str
    page: str
    words: str = ""
