"""A saved page: what a server answered, exactly as it came."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """`headers` are pairs with lower-case names; `body` is what came over the line, decompressed but not decoded.

    One that shows numbers of persons is flagged: it leaves the office only when asked for.
    """

    url: str
    final_url: str
    status: int | None
    headers: tuple[tuple[str, str], ...]
    body: bytes
    at: datetime | None = None
    has_personal_data: bool = False
