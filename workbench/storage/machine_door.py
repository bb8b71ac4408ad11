"""The half of a workspace that the checks fill: runs, links, proposals, outcomes and saved pages."""

from collections.abc import Collection, Sequence
from uuid import UUID

from workbench.domain.capture import Capture
from workbench.domain.check_outcome import CheckOutcome
from workbench.domain.finding import Finding
from workbench.domain.home_visit import HomeVisit
from workbench.domain.link import LinkOutcome, LinkResult
from workbench.storage.capture_records import SavedPage
from workbench.storage.link_change_records import LinkComparison, compare_latest
from workbench.storage.link_window import LinkQuery
from workbench.storage.machine_records import MachineRecords
from workbench.storage.recheck_records import Recheck
from workbench.storage.run_records import Run


class MachineDoor:
    """Results stream in while the run is at it; a run that was stopped goes on with the subjects it has not done."""

    _machine: MachineRecords

    def begin_run(self, *, checks: Sequence[str] = (), subjects: Sequence[str] = ()) -> int:
        """Start a run of these checks over these subjects (by code), each empty for all; its number."""
        return self._machine.runs.begin_run(checks=checks, subjects=subjects)

    def end_run(self, run: int) -> None:
        self._machine.runs.end_run(run)

    def runs(self) -> tuple[Run, ...]:
        """Every run, the latest first."""
        return self._machine.runs.runs()

    def begin_subject(self, run: int, subject_id: UUID) -> None:
        """Start on a subject; what an interrupted visit of the same run had left is dropped."""
        self._machine.runs.begin_subject(run, subject_id)

    def end_subject(self, run: int, subject_id: UUID) -> None:
        """The subject is through: a resumed run passes it by."""
        self._machine.runs.end_subject(run, subject_id)

    def done_subjects(self, run: int) -> set[UUID]:
        return self._machine.runs.done_subjects(run)

    def save_links(self, run: int, subject_id: UUID, results: Sequence[LinkResult]) -> None:
        self._machine.links.save(run, subject_id, results)

    def links(
        self,
        subject_id: UUID,
        *,
        outcome: LinkOutcome | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[LinkResult, ...]:
        """The links of the latest visit that looked at links, in the order in which they were found."""
        return self._machine.links.window(
            subject_id, LinkQuery(outcome=outcome), offset=offset, limit=-1 if limit is None else limit
        )

    def link_window(
        self, subject_id: UUID, query: LinkQuery, *, offset: int = 0, limit: int = -1
    ) -> tuple[LinkResult, ...]:
        """For a table: those links from `offset` on, filtered and ordered by the query; -1 is all the rest."""
        return self._machine.links.window(subject_id, query, offset=offset, limit=limit)

    def link_count(self, subject_id: UUID, query: LinkQuery) -> int:
        return self._machine.links.count(subject_id, query)

    def link(self, subject_id: UUID, url: str) -> LinkResult | None:
        """The link of that address as the latest visit knows it."""
        return self._machine.links.find(subject_id, url)

    def links_on(self, subject_id: UUID, pages: Collection[str]) -> tuple[LinkResult, ...]:
        """The links that stand on one of these pages, as far as their kept places tell; reads all links of the subject."""
        return self._machine.links.on_pages(subject_id, pages)

    def link_summary(self, subject_id: UUID) -> dict[LinkOutcome, int]:
        return self._machine.links.summary(subject_id)

    def save_recheck(self, subject_id: UUID, recheck: Recheck) -> None:
        """Note what a second look at a part of the subject has brought, all or nothing: the links of the latest visit are
        brought up to date, and proposals are seen or seen no more.
        """
        self._machine.rechecks.save(subject_id, recheck)

    def link_comparison(self, subject_id: UUID) -> LinkComparison | None:
        """What has become of dead links between the two latest visits; None where there are not two to compare."""
        return compare_latest(self._machine.database, subject_id)

    def save_proposals(self, run: int, subject_id: UUID, findings: Sequence[Finding]) -> None:
        self._machine.proposals.save(run, subject_id, findings)

    def save_outcomes(self, run: int, subject_id: UUID, outcomes: Sequence[CheckOutcome]) -> None:
        self._machine.outcomes.save(run, subject_id, outcomes)

    def outcomes(self, subject_id: UUID) -> tuple[CheckOutcome, ...]:
        """For every check what it said in the latest visit in which it ran."""
        return self._machine.outcomes.latest(subject_id)

    def save_home_visits(self, *visits: HomeVisit) -> None:
        """Note visits paid from this PC; when this returns they are on the disk."""
        self._machine.home_visits.save(visits)

    def home_visits(self, subject_id: UUID) -> tuple[HomeVisit, ...]:
        """Every recorded visit to the subject's home page, from whatever PC, in the order of time."""
        return self._machine.home_visits.of_subject(subject_id)

    def save_capture(self, run: int | None, subject_id: UUID, capture: Capture) -> int:
        return self._machine.captures.save(subject_id, capture, run=run)

    def captures(self, subject_id: UUID) -> tuple[SavedPage, ...]:
        """The list of saved pages, of each address the one saved last; `capture` reads one."""
        return self._machine.captures.pages(subject_id)

    def capture(self, capture_id: int) -> Capture | None:
        """A saved page, or a part of one, by its number."""
        return self._machine.captures.read(capture_id)

    def capture_at(self, urls: Collection[str]) -> SavedPage | None:
        """The page saved last at one of these addresses, whatever subject it was saved for."""
        return self._machine.captures.latest_at(urls)

    def save_page_asset(
        self, run: int | None, subject_id: UUID, asset: Capture, *, pages: Collection[str]
    ) -> int:
        """Keep a stylesheet or picture that the saved pages of these addresses ask for."""
        return self._machine.assets.save(subject_id, asset, pages=pages, run=run)

    def page_assets(self, capture_id: int) -> dict[str, int]:
        """The numbers of what is kept of a saved page's stylesheets and pictures, by address."""
        return self._machine.assets.of_page(capture_id)
