"""What the inspector does at the bench, handed to the operations by way of the session: each act is one lane job, saved at once."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from workbench.domain.decision import DecisionOutcome
from workbench.domain.finding import Finding
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome
from workbench.gui.bench.finding_form import FindingDraft
from workbench.gui.session import Session
from workbench.operations.decide_finding import decide_finding
from workbench.operations.record_finding import add_finding, withdraw_finding
from workbench.operations.record_verdict import pass_the_rest, record_verdict
from workbench.storage.workspace import Workspace


class BenchActs(QObject):
    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def judge(self, subject: Subject, indicator: str, outcome: Outcome, *, note: str) -> None:
        by = self._session.inspector

        def work(workspace: Workspace) -> None:
            record_verdict(workspace, subject=subject, indicator=indicator, outcome=outcome, by=by, note=note)

        self._session.act(self, work, subjects=(subject.id,))

    def pass_the_rest(self, subject: Subject) -> None:
        by = self._session.inspector

        def work(workspace: Workspace) -> None:
            pass_the_rest(workspace, subject=subject, by=by)

        self._session.act(self, work, subjects=(subject.id,))

    def decide(self, findings: Sequence[Finding], outcome: DecisionOutcome, *, reason: str = "") -> None:
        """One decision for several findings of one subject."""
        by = self._session.inspector

        def work(workspace: Workspace) -> None:
            for finding in findings:
                decide_finding(workspace, finding=finding, outcome=outcome, by=by, reason=reason)

        self._session.act(self, work, subjects={finding.subject_id for finding in findings})

    def change(self, finding: Finding, draft: FindingDraft) -> None:
        by = self._session.inspector

        def work(workspace: Workspace) -> None:
            decide_finding(
                workspace,
                finding=finding,
                outcome=DecisionOutcome.CHANGED,
                by=by,
                reason=draft.note,
                rule=draft.rule,
                count=draft.count,
                place=draft.place,
            )

        self._session.act(self, work, subjects=(finding.subject_id,))

    def add(self, subject: Subject, draft: FindingDraft) -> None:
        by = self._session.inspector

        def work(workspace: Workspace) -> None:
            add_finding(
                workspace,
                subject=subject,
                rule=draft.rule,
                count=draft.count,
                by=by,
                place=draft.place,
                note=draft.note,
                element=draft.element,
            )

        self._session.act(self, work, subjects=(subject.id,))

    def withdraw(self, findings: Sequence[Finding]) -> None:
        by = self._session.inspector

        def work(workspace: Workspace) -> None:
            for finding in findings:
                withdraw_finding(workspace, finding=finding, by=by, why="撤回")

        self._session.act(self, work, subjects={finding.subject_id for finding in findings})
