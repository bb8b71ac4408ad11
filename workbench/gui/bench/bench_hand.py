"""What is in hand at the bench: one subject and one of its indicators."""

from uuid import UUID

from workbench.domain.evidence import Evidence
from workbench.domain.standard import Indicator
from workbench.gui.session import Session
from workbench.gui.snapshot import Snapshot
from workbench.operations.score_campaign import SubjectStanding


class BenchHand:
    """Looks everything up in the snapshot of the moment, so that nothing in hand is ever stale."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.subject_id: UUID | None = None
        self.indicator_code = ""

    @property
    def inspector(self) -> str:
        return self._session.inspector

    @property
    def snapshot(self) -> Snapshot | None:
        return self._session.snapshot

    @property
    def standing(self) -> SubjectStanding | None:
        snapshot = self.snapshot
        return snapshot.standing(self.subject_id) if snapshot else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence of the subject in hand."""
        snapshot, subject_id = self.snapshot, self.subject_id
        return snapshot.evidence.get(subject_id, ()) if snapshot and subject_id else ()

    @property
    def indicator(self) -> Indicator | None:
        snapshot = self.snapshot
        return snapshot.standard.indicator(self.indicator_code) if snapshot else None

    def indicator_of(self, finding_id: UUID) -> str:
        """The code of the indicator a finding of the subject stands under; empty where there is none."""
        standing, snapshot = self.standing, self.snapshot
        if standing is None or snapshot is None:
            return ""
        rule = next((finding.rule for finding in standing.findings if finding.id == finding_id), "")
        found = snapshot.standard.indicator_of(rule)
        return found.code if found is not None else ""
