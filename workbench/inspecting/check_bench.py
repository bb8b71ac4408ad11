"""Runs checks on a view; whatever one of them does, the others and the run go on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from workbench.checks.catalogue import Check
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.observation import Observation
from workbench.inspecting.inspection_event import CheckEnded, InspectionEvent, ProposalFound
from workbench.inspecting.inspection_state import CheckTally
from workbench.inspecting.proposals import category_of, propose
from workbench.inspecting.spread_findings import SpreadFindings
from workbench.inspecting.subject_job import SubjectJob
from workbench.views.page_view import PageView
from workbench.views.personal_numbers import mask_personal


@dataclass(slots=True)
class _Tally:
    """How one check has fared on one target so far."""

    found: int = 0
    doubts: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    measure: Observation | None = None

    def end(self) -> tuple[CheckEnd, str]:
        if self.crashes:
            return CheckEnd.CRASHED, f"检查程序出错：{self.crashes[0]}"
        if self.found:
            return CheckEnd.FOUND, "；".join([f"{self.found}个问题", *self.doubts[:1]])
        if self.doubts:
            return CheckEnd.UNSURE, self.doubts[0]
        return CheckEnd.FINE, self.measure.excerpt if self.measure else ""


class CheckBench:
    """`look` yields proposals and gathers outcomes by check and target; `end` tells them."""

    def __init__(self, job: SubjectJob) -> None:
        self._job = job
        self._tallies: dict[tuple[str, str], _Tally] = {}
        self.spread = SpreadFindings()

    def look(
        self, check: Check, view: object, *, target: str = "", at: datetime | None = None
    ) -> Iterator[InspectionEvent]:
        tally = self._tallies.setdefault((check.id, target), _Tally())
        for observation in self._observe(check, view, tally):
            if observation.is_measure:
                tally.measure = observation
                continue
            if observation.is_unsure:
                tally.doubts.append(observation.excerpt)
                continue
            is_by_words = check.is_of_words and isinstance(view, PageView)
            finding = propose(
                observation,
                subject=self._job.subject,
                standard=self._job.standard,
                category=category_of(check.topic),
                at=at,
                is_by_words=is_by_words,
            )
            told, is_first = self.spread.take(finding) if is_by_words else (finding, True)
            tally.found += is_first
            if told is not None:
                yield ProposalFound(told)

    def recount(self, check: Check, view: object, *, at: datetime | None = None) -> Iterator[InspectionEvent]:
        """The same again with more places: only what is counted by them is told anew, and nothing is found a second time."""
        for observation in self._observe(check, view, _Tally()):
            finding = propose(
                observation,
                subject=self._job.subject,
                standard=self._job.standard,
                category=category_of(check.topic),
                at=at,
            )
            if finding.count > observation.count:
                yield ProposalFound(finding)

    def retell(self, check: Check) -> Iterator[ProposalFound]:
        """What stands on more pages than was told."""
        yield from map(ProposalFound, self.spread.rest(check.id))

    def end(self, check: Check, *, target: str = "", at: datetime | None = None) -> CheckEnded:
        """The outcome of the check on this target; a check that was shown nothing found nothing."""
        tally = self._tallies.pop((check.id, target), _Tally())
        state, reason = tally.end()
        proof = tally.measure.proof if tally.measure else ()
        return self._ended(check.id, target, state, reason, at, proof=proof)

    def tallies(self) -> list[CheckTally]:
        return [
            CheckTally(
                check=check, target=target, found=tally.found, doubts=tally.doubts, crashes=tally.crashes
            )
            for (check, target), tally in self._tallies.items()
        ]

    def take_up(self, tallies: Iterable[CheckTally]) -> None:
        """Go on with the tallies of an inspection that was killed."""
        for kept in tallies:
            self._tallies[kept.check, kept.target] = _Tally(kept.found, kept.doubts, kept.crashes)

    def skip(
        self, chosen: Iterable[Check], *, reason: str, target: str = "", at: datetime | None = None
    ) -> Iterator[CheckEnded]:
        for check in chosen:
            yield self._ended(check.id, target, CheckEnd.SKIPPED, reason, at)

    def _observe(self, check: Check, view: object, tally: _Tally) -> Iterator[Observation]:
        try:
            yield from check.run(view)
        except Exception as error:  # noqa: BLE001 - a crash is an outcome of the check, not of the run
            tally.crashes.append(f"{type(error).__name__}: {error}"[:300])

    def _ended(
        self,
        check: str,
        target: str,
        state: CheckEnd,
        reason: str,
        at: datetime | None,
        *,
        proof: tuple[tuple[str, str], ...] = (),
    ) -> CheckEnded:
        outcome = CheckOutcome(
            subject_id=self._job.subject.id,
            check=check,
            target=target,
            state=state,
            reason=mask_personal(reason, as_of=date.max),
            at=at,
            proof=tuple((label, mask_personal(words, as_of=date.max)) for label, words in proof),
        )
        return CheckEnded(outcome)
