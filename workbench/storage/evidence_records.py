"""Evidence with its bytes: the record is a person's, the bytes lie beside the saved pages under their SHA-256."""

from collections.abc import Sequence
from uuid import UUID

from workbench.domain.evidence import Evidence
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.errors import ForeignFileError
from workbench.storage.blob_records import BlobRecords, digest_of_bytes
from workbench.storage.person_records import PersonRecords
from workbench.storage.tables import BlobRow
from workbench.storage.workspace_database import WorkspaceDatabase


class EvidenceRecords:
    def __init__(self, database: WorkspaceDatabase, people: PersonRecords, blobs: BlobRecords) -> None:
        self._database = database
        self._people = people
        self._blobs = blobs

    def save(
        self, pieces: Sequence[tuple[Evidence, bytes]], *, inspector: str, why: str = ""
    ) -> tuple[RecordVersion, ...]:
        """Keep records and bytes in one durable transaction, as one act.

        Raises:
            ValueError: a record names other bytes.
        """
        for evidence, content in pieces:
            if (evidence.digest, evidence.size) != (digest_of_bytes(content), len(content)):
                raise ValueError("the evidence names other bytes")
        with self._database.writing():
            for _evidence, content in pieces:
                self._blobs.keep(content)
            return self._people.save(
                [evidence for evidence, _content in pieces], inspector=inspector, why=why
            )

    def current(self, subject_id: UUID | None) -> tuple[Evidence, ...]:
        """Each once, in the order of time: where two PCs of one inspector differ, one of the two until it is saved again.

        What belongs to one inspector is not hidden by what another keeps under the same id.
        """
        once = {(each.id, each.inspector): each for each in self._standing(subject_id)}.values()
        return tuple(sorted(once, key=lambda each: (each.at.isoformat() if each.at else "", each.id.hex)))

    def without_bytes(self) -> tuple[Evidence, ...]:
        """What stands here while its bytes do not lie here."""
        held = {digest for (digest,) in self._database.rows(BlobRow.select(BlobRow.digest))}
        return tuple(each for each in self.current(None) if each.digest not in held)

    def content(self, evidence: Evidence) -> bytes | None:
        """The bytes, or None where this file does not hold them, as a backup does not.

        Raises:
            ForeignFileError: they are not what the record names.
        """
        try:
            return self._blobs.read(evidence.digest)
        except ForeignFileError as error:
            name = self._database.path.name
            raise ForeignFileError(
                f"文件“{name}”里的一份证据已损坏，请从原来的结果包重新合并，或重新取证。"
            ) from error

    def adopt(self, theirs: "EvidenceRecords") -> None:
        """Take over the bytes of what stands there; to be called inside a transaction.

        Raises:
            ForeignFileError: bytes there are not what their record names.
        """
        for evidence in theirs._standing(None):
            content = theirs.content(evidence)
            if content is None:
                continue
            if len(content) != evidence.size:
                name = theirs._database.path.name
                raise ForeignFileError(f"文件“{name}”里的证据与其记录不符，请重新导出后再合并。")
            self._blobs.keep(content)

    def _standing(self, subject_id: UUID | None) -> tuple[Evidence, ...]:
        return self._people.current(Evidence, RecordKind.EVIDENCE, subject_id)
