"""One open workspace: the door to everything that is kept about an inspection."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from workbench.domain.campaign import Campaign
from workbench.domain.campaign_fit import refuse_other_campaign
from workbench.domain.standard import Standard
from workbench.errors import ForeignFileError
from workbench.standards.pack_text import digest_of, standard_from_json, standard_to_json
from workbench.standards.standard_changes import AmendedStandard
from workbench.storage.device import this_device
from workbench.storage.evidence_records import EvidenceRecords
from workbench.storage.file_records import FileRecords
from workbench.storage.machine_door import MachineDoor
from workbench.storage.machine_records import MachineRecords
from workbench.storage.pack_adoption import adopt_machine_results
from workbench.storage.people_door import PeopleDoor
from workbench.storage.person_records import PersonRecords
from workbench.storage.record_codec import check_version, to_json
from workbench.storage.spool import Spool
from workbench.storage.spool_drain import drain_spool
from workbench.storage.standard_records import StandardRecords
from workbench.storage.version_records import VersionRecords
from workbench.storage.workspace_database import WorkspaceDatabase
from workbench.storage.workspace_file import create_file, open_file, open_outside
from workbench.storage.workspace_kind import Origin, WorkspaceKind

Batch = TypeVar("Batch")


class Workspace(PeopleDoor, MachineDoor):
    """One open `*.inspection` file; a context manager. May be used from several threads."""

    def __init__(self, database: WorkspaceDatabase, *, device: str) -> None:
        """Use `create` or `open`."""
        self.path = database.path
        self.device = device
        self._database = database
        self._file = FileRecords(database)
        self._versions = VersionRecords(database)
        self._people = PersonRecords(database, self._versions, device=device)
        self._machine = MachineRecords(database, device=device)
        self._standards = StandardRecords(
            self._versions, path=database.path, pinned=lambda: self.pinned_standard
        )
        self._evidence = EvidenceRecords(database, self._people, self._machine.blobs)

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
        """Open a file to work in it; an older one is brought up to date, with a copy put beside it.

        Raises:
            ForeignFileError: not a workspace, truncated, damaged or tampered with.
            NewerFileError: written by a newer program.
        """
        return cls(open_file(path), device=this_device() if device is None else device)

    @classmethod
    def open_pack(cls, path: Path) -> Self:
        """Look into a file from outside without changing it: to merge it, or to see what it is.

        Raises:
            ForeignFileError: not a workspace, truncated, damaged or tampered with.
            NewerFileError: written by a newer program.
        """
        pack = cls(open_outside(path), device="")
        try:
            pack.check_content()
        except BaseException:
            pack.close()
            raise
        return pack

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
    def pinned_standard(self) -> Standard:
        """As it was when the campaign began; its digest names the campaign's standard for ever."""
        return standard_from_json(self.origin.standard)

    @property
    def amended_standard(self) -> AmendedStandard:
        return self._standards.amended()

    @property
    def standard(self) -> Standard:
        """The one in force: what is pinned, with what the lead has confirmed and corrected since."""
        return self._standards.amended().standard

    def check_content(self) -> None:
        """Hold what the file says against what this program would have written.

        Raises:
            ForeignFileError: it could not have come from this program.
        """
        try:
            is_pinned = (
                digest_of(self.pinned_standard)
                == self.origin.standard_digest
                == self.campaign.standard_digest
            )
            for version in self.versions():
                check_version(version)
        except ValueError as error:
            raise ForeignFileError(
                f"文件“{self.path.name}”里有读不懂的记录，可能被改动过，请向发来文件的人重新索取。"
            ) from error
        if not self._versions.are_as_written():
            raise ForeignFileError(f"文件“{self.path.name}”里有记录被改动过，请向发来文件的人重新索取。")
        if not is_pinned:
            raise ForeignFileError(
                f"文件“{self.path.name}”里的指标体系与其校验码不符，请向发来文件的人重新索取。"
            )

    def adopt_pack(self, *packs: "Workspace") -> int:
        """Unite with other files' versions and machine results, all files or none; how many versions were new.

        Raises:
            WrongUseError: one belongs to another campaign, or to another standard.
            ForeignFileError: something in one is not what it should be; nothing has been changed.
        """
        for pack in packs:
            refuse_other_campaign(self.campaign, pack.campaign, name=pack.path.name)
        versions = {version for pack in packs for version in pack.versions()}
        with self._database.writing():
            count = self._versions.adopt(versions)
            for pack in packs:
                adopt_machine_results(self._machine, pack._machine)
                self._evidence.adopt(pack._evidence)
            return count

    def drain(self, spool: Spool, *, read: Callable[[bytes], Batch], take: Callable[[Batch], None]) -> int:
        """Take in what an engine has left, each batch exactly once; how many there were.

        `read` makes sense of the bytes before the file is locked; what `take` then saves here and the place in the spool
        are written in one transaction.
        """
        return drain_spool(self._database, self._file, spool, read=read, take=take)

    # What the file remembers about itself.

    def remember(self, key: str, value: str) -> None:
        self._file.remember(key, value)

    def recall(self, key: str, default: str = "") -> str:
        return self._file.recall(key, default)

    def hold_little(self) -> None:
        """Keep little of the file in memory from now on: for a process that writes much and reads hardly anything."""
        self._database.hold_little()

    def checkpoint(self) -> bool:
        """Bring everything into the one file; to be called when idle. False when another process is just using it."""
        return self._database.checkpoint()
