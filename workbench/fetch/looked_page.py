"""What is said between a look at home pages and the browser engine in its own process: one JSON line an order, one an answer."""

from dataclasses import dataclass

NARROW_PX = 375
"""The width of a small phone, in CSS pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookOrder:
    """`number` is the caller's own and comes back untouched."""

    number: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedPage:
    """What a reader met with. `load_s` until everything of the page was there; `overflow_px` by how much it is wider than a
    small phone; `link_words` the words of its links and buttons; the pictures are PNG, empty where there is none.

    `problem` says in words why there is nothing to tell.
    """

    number: int
    url: str = ""
    status: int | None = None
    load_s: float = 0.0
    overflow_px: int = 0
    link_words: tuple[str, ...] = ()
    wide_png: bytes = b""
    narrow_png: bytes = b""
    problem: str = ""
