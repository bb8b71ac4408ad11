"""A link while something is being done with it."""

from workbench.domain.link import Attempt, LinkKind, LinkOutcome
from workbench.inspecting.link_verdict import LinkVerdict

_MOST_ATTEMPTS = 12


class LinkEntry:
    """At all other times the book keeps it in its columns.

    `depth` is how many clicks the link is away from the start page. `is_page` is read for its links, `is_sheet` for what its
    styles ask for, `is_document` for its words; `chain` see `CrawlTrap`.
    """

    __slots__ = (
        "attempts",
        "chain",
        "depth",
        "final_url",
        "head_outcome",
        "is_document",
        "is_page",
        "is_sheet",
        "kind",
        "number",
        "outcome",
        "reason",
        "status",
        "tries",
        "url",
    )

    def __init__(self, number: int, url: str, kind: LinkKind, depth: int) -> None:
        self.number = number
        self.url = url
        self.kind = kind
        self.depth = depth
        self.is_page = False
        self.is_sheet = False
        self.is_document = False
        self.chain = 0
        self.tries = 0
        self.attempts: tuple[Attempt, ...] = ()
        self.head_outcome: LinkOutcome | None = None
        self.outcome: LinkOutcome | None = None
        self.status: int | None = None
        self.reason = ""
        self.final_url = ""

    def note_attempt(self, attempt: Attempt) -> None:
        self.attempts = (*self.attempts, attempt)[-_MOST_ATTEMPTS:]

    def settle(self, verdict: LinkVerdict, *, status: int | None = None, final_url: str = "") -> None:
        self.outcome = verdict.outcome
        self.reason = verdict.reason
        self.status = status
        self.final_url = "" if final_url == self.url else final_url
