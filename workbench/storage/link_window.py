"""A window of a subject's links, filtered and ordered by SQLite: a table shows thousands without holding them."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.link import LinkOutcome


class LinkOrder(StrEnum):
    """`FOUND` is the order in which the links were found; each is told apart by that order in the end."""

    FOUND = "found"
    OUTCOME = "outcome"
    STATUS = "status"
    PLACES = "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkQuery:
    """`text` is part of the address, `is_on_home` None for wherever a link stands."""

    outcome: LinkOutcome | None = None
    text: str = ""
    is_on_home: bool | None = None
    order: LinkOrder = LinkOrder.FOUND
    is_descending: bool = False


_ORDERS = {
    LinkOrder.FOUND: ("link_result.id",),
    LinkOrder.OUTCOME: ("outcome", "status", "link_result.id"),
    LinkOrder.STATUS: ("status", "link_result.id"),
    LinkOrder.PLACES: ("occurrence_count", "link_result.id"),
}


def conditions(visit: int, query: LinkQuery) -> tuple[str, list[object]]:
    """FROM and WHERE of the query with its parameters; the address table is joined only where its text is asked for."""
    tables, tests = "link_result", ["visit_id = ?"]
    held: list[object] = [visit]
    if query.outcome is not None:
        tests.append("outcome = ?")
        held.append(query.outcome.value)
    if query.is_on_home is not None:
        tests.append("is_on_home = ?")
        held.append(int(query.is_on_home))
    if query.text:
        # Half the time of LIKE, and a sign means itself.
        tables = "link_result JOIN url ON url.id = link_result.url_id"
        tests.append("instr(lower(url.text), ?) > 0")
        held.append(query.text.lower())
    return f"FROM {tables} WHERE {' AND '.join(tests)}", held


def ordering(query: LinkQuery) -> str:
    way = " DESC" if query.is_descending else ""
    return "ORDER BY " + ", ".join(f"{column}{way}" for column in _ORDERS[query.order])
