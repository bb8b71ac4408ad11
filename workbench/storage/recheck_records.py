"""Second looks at a part of what a visit found: kept as visits of their own, and laid over the visit they correct.

So that a second look travels and merges like any other result, while every reader of links sees the latest word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.check_outcome import CheckOutcome
from workbench.domain.finding import Finding
from workbench.domain.link import LinkResult
from workbench.storage.link_records import LinkRecords
from workbench.storage.outcome_records import OutcomeRecords
from workbench.storage.proposal_records import ProposalRecords
from workbench.storage.run_records import RunRecords
from workbench.storage.workspace_database import WorkspaceDatabase

# Every recheck of links, in the order of runs, with the survey it looked at again: the latest before it that has links.
_RECHECKS = """SELECT again.id, (
        SELECT visit.id FROM visit JOIN run ON run.id = visit.run_id
        WHERE visit.subject_id = again.subject_id AND run.is_recheck = 0
            AND (run.number, run.uid) < (later.number, later.uid)
            AND EXISTS (SELECT 1 FROM link_result WHERE visit_id = visit.id)
        ORDER BY run.number DESC, run.uid DESC LIMIT 1)
    FROM visit AS again JOIN run AS later ON later.id = again.run_id
    WHERE later.is_recheck = 1 AND again.ended_at IS NOT NULL
    ORDER BY later.number, later.uid, again.id"""
_DROP = "DELETE FROM link_result WHERE visit_id = ? AND url_id = (SELECT id FROM url WHERE text = ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """`links` as they are now, with all their places; one without any place stands nowhere any more.

    `outcomes` name by their targets what was looked at: an address or a column.
    """

    links: Sequence[LinkResult] = ()
    findings: Sequence[Finding] = ()
    outcomes: Sequence[CheckOutcome] = ()


class RecheckRecords:
    def __init__(
        self,
        database: WorkspaceDatabase,
        *,
        runs: RunRecords,
        links: LinkRecords,
        outcomes: OutcomeRecords,
        proposals: ProposalRecords,
    ) -> None:
        self._database = database
        self._runs = runs
        self._links = links
        self._outcomes = outcomes
        self._proposals = proposals

    def save(self, subject_id: UUID, recheck: Recheck) -> None:
        with self._database.writing(is_durable=False):
            checks = sorted({outcome.check for outcome in recheck.outcomes})
            run = self._runs.begin_run(checks=checks, is_recheck=True)
            self._runs.begin_subject(run, subject_id)
            self._links.save(run, subject_id, recheck.links)
            self._proposals.save(run, subject_id, recheck.findings)
            self._outcomes.save(run, subject_id, recheck.outcomes)
            self._runs.end_subject(run, subject_id)
            self._runs.end_run(run)
            self._lay_over(self._runs.visit(run, subject_id))

    def apply(self) -> None:
        """Lay every recheck over its survey, the latest last: whatever came in first, the result is the same."""
        for visit, survey in self._database.sql_rows(_RECHECKS):
            self._correct(visit, survey)

    def _lay_over(self, wanted: int) -> None:
        for visit, survey in self._database.sql_rows(_RECHECKS):
            if visit == wanted:
                self._correct(visit, survey)

    def _correct(self, visit: int, survey: int | None) -> None:
        if survey is None:
            return
        links = self._links.of_visit(visit)
        self._links.save_at(survey, [link for link in links if link.occurrence_count])
        gone = [(survey, link.url) for link in links if not link.occurrence_count]
        self._database.bulk(_DROP, gone)
