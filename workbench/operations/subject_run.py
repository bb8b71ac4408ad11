"""One subject while its inspection is under way: its engine job, and what of it has been written."""

from collections.abc import Iterable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from workbench.domain.check_outcome import CheckEnd
from workbench.domain.finding import Finding
from workbench.domain.ignore_list import IgnoreList
from workbench.domain.subject import Subject
from workbench.inspecting.inspection_event import (
    AssetCaptured,
    CheckEnded,
    InspectionEvent,
    LinkFound,
    PageCaptured,
    Progress,
    ProposalFound,
)
from workbench.operations.event_batch import SubjectOver, decode_batch
from workbench.operations.spool_reader import SpoolReader
from workbench.storage.spool import drop_spool
from workbench.storage.workspace import Workspace

_NOT_LOOKED = (CheckEnd.SKIPPED, CheckEnd.CRASHED)


@dataclass(slots=True, kw_only=True)
class SubjectRun:
    """`mark` is what its engine's task tells when the subject is over; `future` is that of the engine, which is at many.

    `done` of `known` are the engine's own figures. `problem` says why the engine could not finish, `remark` why a whole
    check could not look, in words. `found` leaves out what is ignored.
    """

    subject: Subject
    run: int
    spool_file: Path
    mark: str
    future: Future[dict[UUID, str]]
    ignores: IgnoreList
    done: int = 0
    known: int = 0
    has_begun: bool = False
    is_over: bool = False
    is_through: bool = False
    problem: str = ""
    remark: str = ""
    _known: set[UUID] = field(default_factory=set)
    _reader: SpoolReader | None = None

    @property
    def found(self) -> int:
        return len(self._known)

    @property
    def is_busy(self) -> bool:
        return self.has_begun and not self.is_over

    @property
    def has_ended(self) -> bool:
        return self.is_over or self.future.done()

    def write_news(self, workspace: Workspace, *, whatever: bool = False) -> None:
        """Write what the engine has spooled since the last look, if its file has changed since."""
        if self._reader is None:
            if not self.spool_file.exists():
                return
            self._reader = SpoolReader(self.spool_file)
        if not whatever and not self._reader.may_have_news():
            return
        for batches in self._reader.news():
            self._begin(workspace)
            self._write(workspace, [event for batch in batches for event in decode_batch(batch)])

    def finish(self, workspace: Workspace) -> None:
        """Write the rest, and mark the subject as through if its engine came to the end."""
        if not self.is_over:
            self.write_news(workspace, whatever=True)
        self.close()
        if self.is_over:
            self._begin(workspace)
            workspace.end_subject(self.run, self.subject.id)
            self.is_through = True
            self._drop_spool()
            return
        self.problem = self._what_went_wrong()
        if self.problem:
            self._drop_spool()

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _what_went_wrong(self) -> str:
        try:
            words = self.future.result().get(self.subject.id, "")
        except CancelledError:
            return ""
        except Exception as error:  # noqa: BLE001  whatever ended the engine must not end the run
            words = f"{type(error).__name__}: {error}"
        return f"检查进程异常退出（{words}），请重新检查这个对象。" if words else ""

    def _drop_spool(self) -> None:
        """Nobody goes on from it any more; whoever still holds it (Windows) leaves that to the end of the run."""
        drop_spool(self.spool_file)

    def _begin(self, workspace: Workspace) -> None:
        if not self.has_begun:
            workspace.begin_subject(self.run, self.subject.id)
            self.has_begun = True

    def _write(self, workspace: Workspace, events: Sequence[InspectionEvent | SubjectOver]) -> None:
        links = [event.link for event in events if isinstance(event, LinkFound)]
        findings = [event.finding for event in events if isinstance(event, ProposalFound)]
        outcomes = [event.outcome for event in events if isinstance(event, CheckEnded)]
        if links:
            workspace.save_links(self.run, self.subject.id, links)
        if findings:
            workspace.save_proposals(self.run, self.subject.id, findings)
            self._count(findings)
        if outcomes:
            workspace.save_outcomes(self.run, self.subject.id, outcomes)
            self.remark = self.remark or next(
                (o.reason for o in outcomes if o.state in _NOT_LOOKED and not o.target), ""
            )
        for event in events:
            if isinstance(event, PageCaptured):
                workspace.save_capture(self.run, self.subject.id, event.capture)
            elif isinstance(event, AssetCaptured):
                workspace.save_page_asset(self.run, self.subject.id, event.capture, pages=event.pages)
            elif isinstance(event, SubjectOver):
                self.is_over = self.is_over or event.mark == self.mark
        self._note_progress(event for event in events if isinstance(event, Progress))

    def _count(self, findings: Iterable[Finding]) -> None:
        """A finding is told again as more pages show it."""
        self._known.update(f.id for f in findings if self.ignores.over_finding(f) is None)

    def _note_progress(self, progress: Iterable[Progress]) -> None:
        for event in progress:
            self.done, self.known = event.done, event.known
