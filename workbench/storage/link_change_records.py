"""Holds the links of two visits against each other, in the database: only what was dead either time is read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workbench.domain.link import LinkOutcome
from workbench.domain.link_change import ChangedLink, change_of
from workbench.storage.occurrence_blob import unpack_occurrences
from workbench.storage.workspace_database import Row, WorkspaceDatabase

# Whole visits that looked at links and could: one that found the home page closed says nothing about them, and of one
# that found dead links its links must be here: packs carry the links of the latest visit alone.
_LOOKED = """SELECT visit.id, run.id, run.number, visit.ended_at
    FROM visit JOIN run ON run.id = visit.run_id
    WHERE visit.subject_id = ?1 AND visit.ended_at IS NOT NULL AND run.is_recheck = 0
        AND EXISTS (SELECT 1 FROM check_outcome WHERE visit_id = visit.id AND check_id = 'dead-links'
            AND (state = 'fine' OR state = 'found' AND EXISTS (
                SELECT 1 FROM link_result WHERE visit_id = visit.id)))
    ORDER BY run.number DESC, run.uid DESC LIMIT 2"""
_CHANGED = """WITH dead (url_id) AS (
        SELECT url_id FROM link_result WHERE visit_id IN (?1, ?2) AND outcome = 'dead' GROUP BY url_id
    )
    SELECT url.text, old.outcome, new.outcome, coalesce(new.reason, old.reason),
        coalesce(new.is_on_home, old.is_on_home), coalesce(new.occurrences, old.occurrences)
    FROM dead JOIN url ON url.id = dead.url_id
    LEFT JOIN link_result AS old ON old.visit_id = ?1 AND old.url_id = dead.url_id
    LEFT JOIN link_result AS new ON new.visit_id = ?2 AND new.url_id = dead.url_id
    ORDER BY coalesce(new.id, old.id)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedVisit:
    """One of the two: the run it was part of and when it had come to its end."""

    id: int
    run: int
    number: int
    ended_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkComparison:
    """`links` are those that were dead before or are now."""

    subject_id: UUID
    before: ComparedVisit
    after: ComparedVisit
    links: tuple[ChangedLink, ...]


def compare_latest(database: WorkspaceDatabase, subject_id: UUID) -> LinkComparison | None:
    """The two latest visits that looked at the subject's links; None where there are not two."""
    with database.reading():
        visits = [_visit_of(row) for row in database.sql_rows(_LOOKED, (subject_id.hex,))]
        if len(visits) < 2:
            return None
        after, before = visits
        rows = database.sql_rows(_CHANGED, (before.id, after.id))
    changed = tuple(link for row in rows if (link := _changed_of(row)) is not None)
    return LinkComparison(subject_id=subject_id, before=before, after=after, links=changed)


def _visit_of(row: Row) -> ComparedVisit:
    visit, run, number, ended_at = row
    return ComparedVisit(id=visit, run=run, number=number, ended_at=datetime.fromisoformat(ended_at))


def _changed_of(row: Row) -> ChangedLink | None:
    url, old, new, reason, is_on_home, occurrences = row
    before, after = (LinkOutcome(text) if text else None for text in (old, new))
    change = change_of(before, after)
    places = unpack_occurrences(bytes(occurrences))
    if change is None:
        return None
    return ChangedLink(
        url=url,
        change=change,
        before=before,
        after=after,
        reason=reason,
        page=places[0].page if places else "",
        is_on_home=bool(is_on_home),
    )
