"""The links each visit found, and pages of them for the table that shows them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

import msgspec
from peewee import fn

from workbench.domain.link import Attempt, LinkKind, LinkOutcome, LinkResult
from workbench.storage.link_window import LinkQuery, conditions, ordering
from workbench.storage.occurrence_blob import pack_occurrences, unpack_occurrences
from workbench.storage.record_codec import to_json
from workbench.storage.row_batches import in_batches
from workbench.storage.run_records import RunRecords
from workbench.storage.tables import LinkRow, UrlRow, VisitRow
from workbench.storage.url_records import hash_of_url, number_urls
from workbench.storage.workspace_database import Row, WorkspaceDatabase

_UPSERT = """INSERT INTO link_result
    (visit_id, url_id, kind, outcome, status, reason, final_url, is_on_home, occurrence_count, occurrences,
     attempts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (visit_id, url_id) DO UPDATE SET
        kind = excluded.kind, outcome = excluded.outcome, status = excluded.status, reason = excluded.reason,
        final_url = excluded.final_url, is_on_home = excluded.is_on_home,
        occurrence_count = excluded.occurrence_count, occurrences = excluded.occurrences,
        attempts = excluded.attempts"""

_FIELDS = (
    LinkRow.id,
    UrlRow.text,
    LinkRow.kind,
    LinkRow.outcome,
    LinkRow.status,
    LinkRow.reason,
    LinkRow.final_url,
    LinkRow.is_on_home,
    LinkRow.occurrence_count,
    LinkRow.occurrences,
    LinkRow.attempts,
)


FAR_DOWN = 5_000


class LinkRecords:
    def __init__(self, database: WorkspaceDatabase, runs: RunRecords) -> None:
        self._database = database
        self._runs = runs
        self._searched: tuple[object, tuple[int, ...]] = (None, ())

    def save(self, run: int, subject_id: UUID, results: Sequence[LinkResult]) -> None:
        """Add links to this run's visit; one found again replaces what was said of it."""
        self.save_at(self._runs.visit(run, subject_id), results)

    def save_at(self, visit: int, results: Sequence[LinkResult]) -> None:
        for batch in in_batches(results):
            packed = [(result, pack_occurrences(result.occurrences)) for result in batch]
            with self._database.writing(is_durable=False):
                urls = number_urls(self._database, (result.url for result in batch))
                rows = [_row_of(visit, urls[result.url], result, blob) for result, blob in packed]
                self._database.bulk(_UPSERT, rows)

    def count(self, subject_id: UUID, query: LinkQuery) -> int:
        """How many links of the latest visit that looked at links the query finds."""
        visit = self._latest(subject_id)
        if visit is None:
            return 0
        return len(self._search(visit, query)) if query.text else self._count(visit, query)

    def window(
        self, subject_id: UUID, query: LinkQuery, *, offset: int = 0, limit: int = -1
    ) -> tuple[LinkResult, ...]:
        """Those `limit` links from `offset` on, in the order asked for; -1 is all the rest."""
        return self.at(self.ids(subject_id, query, offset=offset, limit=limit))

    def ids(self, subject_id: UUID, query: LinkQuery, *, offset: int = 0, limit: int = -1) -> tuple[int, ...]:
        """The numbers of those links: what an index alone can tell, the links themselves only where they are wanted."""
        visit = self._latest(subject_id)
        if visit is None:
            return ()
        if query.text:
            return self._search(visit, query)[offset : None if limit < 0 else offset + limit]
        if offset >= FAR_DOWN and limit >= 0:
            return self._ids_from_below(visit, query, offset=offset, limit=limit)
        return self._ids(visit, query, offset=offset, limit=limit)

    def _search(self, visit: int, query: LinkQuery) -> tuple[int, ...]:
        """Every address must be looked at to find a word in it: once for the count and all the pages that follow."""
        key = visit, query, self._database.moment()
        if self._searched[0] != key:
            self._searched = key, self._ids(visit, query, offset=0, limit=-1)
        return self._searched[1]

    def _count(self, visit: int, query: LinkQuery) -> int:
        source, values = conditions(visit, query)
        count: int = self._database.sql_rows(f"SELECT count(*) {source}", values)[0][0]
        return count

    def _ids_from_below(self, visit: int, query: LinkQuery, *, offset: int, limit: int) -> tuple[int, ...]:
        """Sorting costs as much as the rows that are passed over: the end of a list is read from its end."""
        count = self._count(visit, query)
        below = max(0, count - offset - limit)
        if below >= offset:
            return self._ids(visit, query, offset=offset, limit=limit)
        turned = replace(query, is_descending=not query.is_descending)
        wanted = min(limit, max(0, count - offset))
        return self._ids(visit, turned, offset=below, limit=wanted)[::-1]

    def _ids(self, visit: int, query: LinkQuery, *, offset: int, limit: int) -> tuple[int, ...]:
        source, values = conditions(visit, query)
        rows = self._database.sql_rows(
            f"SELECT link_result.id {source} {ordering(query)} LIMIT ? OFFSET ?", [*values, limit, offset]
        )
        return tuple(row[0] for row in rows)

    def at(self, ids: Sequence[int]) -> tuple[LinkResult, ...]:
        """The links of these numbers, in their order; one that a new run has just replaced is left out."""
        found: dict[int, LinkResult] = {}
        for batch in in_batches(ids):
            query = LinkRow.select(*_FIELDS).join(UrlRow).where(LinkRow.id.in_(list(batch)))
            found.update((row[0], _link_of(row[1:])) for row in self._database.rows(query))
        return tuple(found[number] for number in ids if number in found)

    def find(self, subject_id: UUID, url: str) -> LinkResult | None:
        """The link of that address as the latest visit knows it."""
        visit = self._latest(subject_id)
        query = LinkRow.select(*_FIELDS).join(UrlRow)
        query = query.where(LinkRow.visit == visit, UrlRow.hash == hash_of_url(url), UrlRow.text == url)
        rows = self._database.rows(query) if visit is not None else []
        return _link_of(rows[0][1:]) if rows else None

    def on_pages(self, subject_id: UUID, pages: Collection[str]) -> tuple[LinkResult, ...]:
        """The links of the latest visit that stand on one of these pages, as far as their kept places tell."""
        found: list[LinkResult] = []
        for batch in in_batches(self.ids(subject_id, LinkQuery())):
            links = self.at(batch)
            found += [link for link in links if any(place.page in pages for place in link.occurrences)]
        return tuple(found)

    def of_visit(self, visit: int) -> tuple[LinkResult, ...]:
        query = LinkRow.select(*_FIELDS).join(UrlRow).where(LinkRow.visit == visit).order_by(LinkRow.id)
        return tuple(_link_of(row[1:]) for row in self._database.rows(query))

    def summary(self, subject_id: UUID) -> dict[LinkOutcome, int]:
        visit = self._latest(subject_id)
        if visit is None:
            return {}
        query = LinkRow.select(LinkRow.outcome, fn.COUNT(LinkRow.id)).where(LinkRow.visit == visit)
        rows = self._database.rows(query.group_by(LinkRow.outcome))
        return {LinkOutcome(outcome): count for outcome, count in rows}

    def _latest(self, subject_id: UUID) -> int | None:
        """While a run is at it, its own links show as soon as there is one."""
        has_links = fn.EXISTS(LinkRow.select(LinkRow.id).where(LinkRow.visit == VisitRow.id))
        return self._runs.latest_visit(subject_id, where=[has_links])


def _row_of(visit: int, url: int, result: LinkResult, occurrences: bytes) -> Row:
    return (
        visit,
        url,
        result.kind.value,
        result.outcome.value,
        result.status,
        result.reason,
        result.final_url,
        int(result.is_on_home),
        result.occurrence_count,
        occurrences,
        to_json(result.attempts) if result.attempts else "",
    )


def _link_of(row: Row) -> LinkResult:
    url, kind, outcome, status, reason, final_url, is_on_home, count, occurrences, attempts = row
    return LinkResult(
        url=url,
        kind=LinkKind(kind),
        outcome=LinkOutcome(outcome),
        status=status,
        reason=reason,
        final_url=final_url,
        is_on_home=bool(is_on_home),
        occurrences=unpack_occurrences(bytes(occurrences)),
        occurrence_count=count,
        attempts=msgspec.json.decode(attempts, type=tuple[Attempt, ...]) if attempts else (),
    )
