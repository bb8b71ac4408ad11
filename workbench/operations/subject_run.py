"""One subject while its inspection is under way: its engine job, and what of it has been written."""

from collections.abc import Iterable, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from workbench.domain.check_outcome import CheckEnd
from workbench.domain.finding import Finding
from workbench.domain.ignore_list import IgnoreList
from workbench.domain.subject import Subject
from workbench.inspecting.inspection_event import (
    CheckEnded,
    InspectionEvent,
    LinkFound,
    PageCaptured,
    Progress,
    ProposalFound,
)
from workbench.operations.event_batch import decode_batch
from workbench.storage.spool import Spool
from workbench.storage.workspace import Workspace

_NOT_LOOKED = (CheckEnd.SKIPPED, CheckEnd.CRASHED)


@dataclass(slots=True, kw_only=True)
class SubjectRun:
    """`done` of `known` are the engine's own figures. `problem` says why the engine could not finish, `remark` why a whole
    check could not look, in words. `found` leaves out what is ignored.
    """

    subject: Subject
    run: int
    spool_file: Path
    future: Future[bool]
    ignores: IgnoreList
    position: int = 0
    done: int = 0
    known: int = 0
    has_begun: bool = False
    is_through: bool = False
    problem: str = ""
    remark: str = ""
    _known: set[UUID] = field(default_factory=set)

    @property
    def found(self) -> int:
        return len(self._known)

    @property
    def is_busy(self) -> bool:
        return self.has_begun and not self.is_through and not self.future.done()

    def write_news(self, workspace: Workspace) -> None:
        """Write what the engine has spooled since the last look."""
        if not self.spool_file.exists():
            return
        with Spool.open(self.spool_file) as spool:
            for position, batch in spool.read_after(self.position):
                self._begin(workspace)
                self._write(workspace, decode_batch(batch))
                self.position = position

    def finish(self, workspace: Workspace) -> None:
        """Write the rest, and mark the subject as through if its engine came to the end."""
        self.write_news(workspace)
        try:
            self.is_through = self.future.result()
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001  whatever ended the engine must not end the run
            self.problem = f"检查进程异常退出（{type(error).__name__}: {error}），请重新检查这个对象。"
            self._drop_spool()
            return
        if self.is_through:
            self._begin(workspace)
            workspace.end_subject(self.run, self.subject.id)
            self._drop_spool()

    def _drop_spool(self) -> None:
        """Nobody goes on from it any more; whoever still holds it (Windows) leaves that to the end of the run."""
        for file in self.spool_file.parent.glob(f"{self.spool_file.name}*"):
            with suppress(OSError):
                file.unlink()

    def _begin(self, workspace: Workspace) -> None:
        if not self.has_begun:
            workspace.begin_subject(self.run, self.subject.id)
            self.has_begun = True

    def _write(self, workspace: Workspace, events: Sequence[InspectionEvent]) -> None:
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
        self._note_progress(event for event in events if isinstance(event, Progress))

    def _count(self, findings: Iterable[Finding]) -> None:
        """A finding is told again as more pages show it."""
        self._known.update(f.id for f in findings if self.ignores.over_finding(f) is None)

    def _note_progress(self, progress: Iterable[Progress]) -> None:
        for event in progress:
            self.done, self.known = event.done, event.known
