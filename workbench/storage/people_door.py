"""The half of a workspace that people fill: append-only versions, read as current records and as a journal."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from workbench.domain.column import Column
from workbench.domain.decision import Decision
from workbench.domain.evidence import Evidence
from workbench.domain.finding import Finding
from workbench.domain.ignore import Ignore
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.domain.settlement import Settlement
from workbench.domain.subject import Subject
from workbench.domain.verdict import Verdict
from workbench.storage.evidence_records import EvidenceRecords
from workbench.storage.journal_records import JournalEntry, read_journal
from workbench.storage.machine_records import MachineRecords
from workbench.storage.person_records import PersonRecords
from workbench.storage.record_codec import AnyRecord, Record, kind_of_type
from workbench.storage.version_records import VersionRecords


class PeopleDoor:
    """Where PCs that did not know of each other gave different answers, reading gives both."""

    _people: PersonRecords
    _versions: VersionRecords
    _machine: MachineRecords
    _evidence: EvidenceRecords

    def save(self, *records: Record, inspector: str, why: str = "") -> tuple[RecordVersion, ...]:
        """Write the records, all or none; when this returns they are on the disk."""
        return self._people.save(records, inspector=inspector, why=why)

    def delete(self, *records: Record, inspector: str, why: str = "") -> tuple[RecordVersion, ...]:
        return self._people.delete(records, inspector=inspector, why=why)

    def undo(self, *versions: RecordVersion, inspector: str, why: str = "撤销") -> tuple[RecordVersion, ...]:
        """Write again what stood before these versions, which are what `save` or `delete` returned."""
        return self._people.undo(versions, inspector=inspector, why=why)

    def records(self, record_type: type[AnyRecord], subject_id: UUID | None = None) -> tuple[AnyRecord, ...]:
        """The current records of one sort, of one subject or of all, as people made them."""
        return self._people.current(record_type, kind_of_type(record_type), subject_id)

    def subjects(self) -> tuple[Subject, ...]:
        """The register, each subject once: where two PCs of the lead differ, one of the two until it is saved again."""
        held = self._people.current(Subject, RecordKind.SUBJECT, None)
        return tuple({subject.id: subject for subject in held}.values())

    def columns(self, subject_id: UUID | None = None) -> tuple[Column, ...]:
        """Each column once, as `subjects`."""
        held = self._people.current(Column, RecordKind.COLUMN, subject_id)
        return tuple({column.id: column for column in held}.values())

    def forked(self) -> tuple[tuple[Record, ...], ...]:
        """The records of which several versions stand side by side, written on PCs that did not know of each other."""
        return self._people.forked()

    def verdicts(self, subject_id: UUID | None = None) -> tuple[Verdict, ...]:
        return self._people.current(Verdict, RecordKind.VERDICT, subject_id)

    def findings(self, subject_id: UUID | None = None) -> tuple[Finding, ...]:
        """People's own and the checks' proposals."""
        own = self._people.current(Finding, RecordKind.FINDING, subject_id)
        return own + self._machine.proposals.current(subject_id)

    def decisions(self, subject_id: UUID | None = None) -> tuple[Decision, ...]:
        return self._people.current(Decision, RecordKind.DECISION, subject_id)

    def settlements(self, subject_id: UUID | None = None) -> tuple[Settlement, ...]:
        return self._people.current(Settlement, RecordKind.SETTLEMENT, subject_id)

    def save_evidence(
        self, evidence: Evidence, content: bytes, *, inspector: str, why: str = ""
    ) -> RecordVersion:
        """Keep what bears something out with its bytes, both or neither; withdrawn by `delete`, the bytes stay."""
        return self._evidence.save([(evidence, content)], inspector=inspector, why=why)[0]

    def save_evidence_together(
        self, pieces: Sequence[tuple[Evidence, bytes]], *, inspector: str, why: str = ""
    ) -> tuple[RecordVersion, ...]:
        """All of them or none, as one act that is undone as one."""
        return self._evidence.save(pieces, inspector=inspector, why=why)

    def evidence(self, subject_id: UUID | None = None) -> tuple[Evidence, ...]:
        """Each once, in the order of time."""
        return self._evidence.current(subject_id)

    def evidence_content(self, evidence: Evidence) -> bytes | None:
        """The bytes; None where this file holds none, as a backup does not.

        Raises:
            ForeignFileError: they are not what the record names.
        """
        return self._evidence.content(evidence)

    def evidence_without_bytes(self) -> tuple[Evidence, ...]:
        """What is on record here while its bytes are in another file, or nowhere."""
        return self._evidence.without_bytes()

    def ignores(self) -> tuple[Ignore, ...]:
        """Of all subjects and of the whole campaign, ended by their day or not; `IgnoreList` tells which hold."""
        return self._people.current(Ignore, RecordKind.IGNORE, None)

    def versions(self) -> tuple[RecordVersion, ...]:
        """Every version of everything people made here: what merging unites."""
        return self._versions.all()

    def recent_versions(self, *, limit: int, subject_id: UUID | None = None) -> tuple[RecordVersion, ...]:
        """The versions that came into this file last, the newest first; those of one act share their moment."""
        return self._versions.recent(limit=limit, subject_id=subject_id)

    def adopt(self, versions: Iterable[RecordVersion]) -> int:
        """Unite with versions from elsewhere, in one transaction that is verified; how many were new."""
        return self._versions.adopt(versions)

    def journal(self, *, limit: int = 200, subject_id: UUID | None = None) -> tuple[JournalEntry, ...]:
        """Who changed what, the newest first."""
        return read_journal(self._versions, limit=limit, subject_id=subject_id)
