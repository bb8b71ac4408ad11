"""What is said between the inspection and the browser engine in its own process: one JSON line an order, one an answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenOrder:
    """`number` is the caller's own and comes back untouched."""

    number: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenedPage:
    """What the browser came to. `status` is None where it has none to tell, and `problem` then says why, in words.

    `url` is where it was in the end; `html` is what a reader would see there, empty for what is no page.
    `is_skipped`: nothing was opened.
    """

    number: int
    url: str = ""
    status: int | None = None
    media_type: str = ""
    html: str = ""
    took_s: float = 0.0
    problem: str = ""
    is_skipped: bool = False


READY_LINE = b"ready\n"
