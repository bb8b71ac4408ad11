"""What the inspector does at the bench, handed to the operations by way of the session: each act is one lane job, saved at once."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from workbench.domain.decision import DecisionOutcome
from workbench.domain.finding import Finding
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome, Verdict
from workbench.gui.bench.finding_form import FindingDraft
from workbench.gui.session import Session
from workbench.operations.decide_finding import decide_finding, decide_findings
from workbench.operations.phrase_bank import learn_phrase
from workbench.operations.record_finding import add_finding, change_finding, withdraw_findings
from workbench.operations.record_verdict import (
    TopicAnswer,
    mark_not_applicable,
    pass_the_rest,
    record_verdict,
)
from workbench.storage.workspace import Workspace


class BenchActs(QObject):
    """`saved_at` tells when the page on screen was saved, None for a live one: what is judged before it says so."""

    def __init__(self, session: Session, parent: QObject, *, saved_at: Callable[[], datetime | None]) -> None:
        super().__init__(parent)
        self._session = session
        self._saved_at = saved_at

    def judge(self, subject: Subject, indicator: str, outcome: Outcome, *, note: str) -> None:
        by, saved_at = self._session.inspector, self._saved_at()

        def work(workspace: Workspace) -> None:
            record_verdict(
                workspace,
                subject=subject,
                indicator=indicator,
                outcome=outcome,
                by=by,
                note=note,
                page_saved_at=saved_at,
            )

        self._session.act(self, work, subjects=(subject.id,))

    def write_note(self, subject: Subject, indicator: str, outcome: Outcome, *, note: str) -> None:
        """Keep the note; what was written is remembered as a phrase."""
        learn_phrase(note)
        self.judge(subject, indicator, outcome, note=note)

    def pass_the_rest(self, subject: Subject, *, done: Callable[[tuple[Verdict, ...]], None]) -> None:
        by, saved_at = self._session.inspector, self._saved_at()
        self._session.act(
            self,
            lambda workspace: pass_the_rest(workspace, subject=subject, by=by, page_saved_at=saved_at),
            subjects=(subject.id,),
            done=done,
        )

    def mark_not_applicable(
        self, subject: Subject, indicators: Sequence[str], *, done: Callable[[TopicAnswer], None]
    ) -> None:
        by, saved_at = self._session.inspector, self._saved_at()
        self._session.act(
            self,
            lambda workspace: mark_not_applicable(
                workspace, subject=subject, indicators=indicators, by=by, page_saved_at=saved_at
            ),
            subjects=(subject.id,),
            done=done,
        )

    def decide(self, findings: Sequence[Finding], outcome: DecisionOutcome, *, reason: str = "") -> None:
        """One decision for several findings of one subject, in one act."""
        by, saved_at = self._session.inspector, self._saved_at()

        def work(workspace: Workspace) -> None:
            decide_findings(
                workspace, findings=findings, outcome=outcome, by=by, reason=reason, page_saved_at=saved_at
            )

        self._session.act(self, work, subjects={finding.subject_id for finding in findings})

    def change(self, finding: Finding, draft: FindingDraft) -> None:
        """What a check proposed is decided otherwise; one's own finding is said anew."""
        by, saved_at = self._session.inspector, self._saved_at()
        learn_phrase(draft.note)

        def decide(workspace: Workspace) -> None:
            decide_finding(
                workspace,
                finding=finding,
                outcome=DecisionOutcome.CHANGED,
                by=by,
                reason=draft.note,
                rule=draft.rule,
                count=draft.count,
                place=draft.place,
                page_saved_at=saved_at,
            )

        def rewrite(workspace: Workspace) -> None:
            change_finding(
                workspace,
                finding=finding,
                by=by,
                rule=draft.rule,
                count=draft.count,
                place=draft.place,
                note=draft.note,
                element=draft.element,
            )

        work = decide if finding.is_proposal else rewrite
        self._session.act(self, work, subjects=(finding.subject_id,))

    def add(self, subject: Subject, draft: FindingDraft, *, done: Callable[[Finding], None]) -> None:
        by, saved_at = self._session.inspector, self._saved_at()
        learn_phrase(draft.note)

        def work(workspace: Workspace) -> Finding:
            return add_finding(
                workspace,
                subject=subject,
                rule=draft.rule,
                count=draft.count,
                by=by,
                place=draft.place,
                note=draft.note,
                element=draft.element,
                page_saved_at=saved_at,
            )

        self._session.act(self, work, subjects=(subject.id,), done=done)

    def withdraw(self, findings: Sequence[Finding]) -> None:
        by = self._session.inspector

        def work(workspace: Workspace) -> None:
            withdraw_findings(workspace, findings=findings, by=by, why="撤回")

        self._session.act(self, work, subjects={finding.subject_id for finding in findings})
