"""One open workspace: the door to everything that is kept about an inspection."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID

import msgspec

from workbench.domain.campaign import Campaign
from workbench.domain.column import Column
from workbench.domain.decision import Decision
from workbench.domain.finding import Finding
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.domain.verdict import Verdict
from workbench.storage.device import this_device
from workbench.storage.file_records import FileRecords
from workbench.storage.person_records import PersonRecords
from workbench.storage.record_codec import Record, to_json
from workbench.storage.version_records import VersionRecords
from workbench.storage.workspace_database import WorkspaceDatabase
from workbench.storage.workspace_file import create_file
from workbench.storage.workspace_kind import Origin, WorkspaceKind


class Workspace:
    """One open `*.inspection` file; a context manager. May be used from several threads."""

    def __init__(self, database: WorkspaceDatabase, *, device: str) -> None:
        """Use `create` or `open`."""
        self.path = database.path
        self.device = device
        self._database = database
        self._file = FileRecords(database)
        self._versions = VersionRecords(database)
        self._people = PersonRecords(database, self._versions, device=device)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        campaign: Campaign,
        standard: Standard,
        kind: WorkspaceKind = WorkspaceKind.CAMPAIGN,
        device: str | None = None,
    ) -> Self:
        """Make a new file and open it.

        Raises:
            WrongUseError: there is a file of that name.
        """
        from workbench.standards.pack_text import digest_of, standard_to_json

        origin = Origin(
            kind=kind,
            campaign=to_json(campaign),
            standard=standard_to_json(standard),
            standard_digest=digest_of(standard),
        )
        create_file(path, lambda database: FileRecords(database).write_origin(origin))
        return cls.open(path, device=device)

    @classmethod
    def open(cls, path: Path, *, device: str | None = None) -> Self:
        return cls(WorkspaceDatabase(path), device=this_device() if device is None else device)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def origin(self) -> Origin:
        return self._file.origin()

    @property
    def kind(self) -> WorkspaceKind:
        return self.origin.kind

    @cached_property
    def campaign(self) -> Campaign:
        return msgspec.json.decode(self.origin.campaign, type=Campaign)

    @cached_property
    def standard(self) -> Standard:
        from workbench.standards.pack_text import standard_from_json

        standard: Standard = standard_from_json(self.origin.standard)
        return standard

    # What people make.

    def save(self, *records: Record, inspector: str, why: str = "") -> tuple[RecordVersion, ...]:
        """Write the records, all or none; when this returns they are on the disk."""
        return self._people.save(records, inspector=inspector, why=why)

    def delete(self, *records: Record, inspector: str, why: str = "") -> tuple[RecordVersion, ...]:
        return self._people.delete(records, inspector=inspector, why=why)

    def undo(self, *versions: RecordVersion, inspector: str, why: str = "撤销") -> tuple[RecordVersion, ...]:
        """Write again what stood before these versions, which are what `save` or `delete` returned."""
        return self._people.undo(versions, inspector=inspector, why=why)

    def subjects(self) -> tuple[Subject, ...]:
        return self._people.current(Subject, RecordKind.SUBJECT, None)

    def columns(self, subject_id: UUID | None = None) -> tuple[Column, ...]:
        return self._people.current(Column, RecordKind.COLUMN, subject_id)

    def verdicts(self, subject_id: UUID | None = None) -> tuple[Verdict, ...]:
        return self._people.current(Verdict, RecordKind.VERDICT, subject_id)

    def findings(self, subject_id: UUID | None = None) -> tuple[Finding, ...]:
        """People's own and the checks' proposals."""
        return self._people.current(Finding, RecordKind.FINDING, subject_id)

    def decisions(self, subject_id: UUID | None = None) -> tuple[Decision, ...]:
        return self._people.current(Decision, RecordKind.DECISION, subject_id)

    def settlements(self, subject_id: UUID | None = None) -> tuple[Settlement, ...]:
        return self._people.current(Settlement, RecordKind.SETTLEMENT, subject_id)

    def versions(self) -> tuple[RecordVersion, ...]:
        """Every version of everything people made here: what merging unites."""
        return self._versions.all()

    def adopt(self, versions: Iterable[RecordVersion]) -> int:
        """Unite with versions from elsewhere, in one transaction that is verified; how many were new."""
        return self._versions.adopt(versions)

    # What the file remembers about itself.

    def remember(self, key: str, value: str) -> None:
        self._file.remember(key, value)

    def recall(self, key: str, default: str = "") -> str:
        return self._file.recall(key, default)

    def checkpoint(self) -> bool:
        """Bring everything into the one file; to be called when idle. False when another process is just using it."""
        return self._database.checkpoint()
