"""The standard of the campaign: as it was pinned, and with the lead's running changes, made anew only when these change."""

from collections.abc import Callable, Iterable
from pathlib import Path

from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.domain.standard import Standard
from workbench.domain.standard_change import StandardChange
from workbench.errors import ForeignFileError
from workbench.standards.standard_changes import AmendedStandard, amend
from workbench.storage.record_codec import record_of
from workbench.storage.version_records import VersionRecords


class StandardRecords:
    """`pinned` is asked when it is first needed. The same object is given as long as nothing changes."""

    def __init__(self, versions: VersionRecords, *, path: Path, pinned: Callable[[], Standard]) -> None:
        self._versions = versions
        self._path = path
        self._pinned = pinned
        self._kept: tuple[tuple[int, ...], AmendedStandard] | None = None

    def amended(self) -> AmendedStandard:
        """Another process may change it at any time, so the file is asked each time whether it did."""
        mark = self._versions.mark_of(RecordKind.STANDARD_CHANGE)
        kept = self._kept
        if kept is None or kept[0] != mark:
            kept = mark, self._read()
            self._kept = kept
        return kept[1]

    def _read(self) -> AmendedStandard:
        try:
            return amended_by(self._pinned(), self._versions.heads_of_kind(RecordKind.STANDARD_CHANGE))
        except ValueError as error:
            raise ForeignFileError(
                f"文件“{self._path.name}”里有读不懂的记录，可能被改动过，请改用备份。"
            ) from error


def amended_by(pinned: Standard, heads: Iterable[RecordVersion]) -> AmendedStandard:
    """The pinned standard with the changes that these heads hold; one PC's change beside another's deletion is torn."""
    held = tuple(heads)
    taken_back = {version.record_id for version in held if version.is_deleted}
    records = [record_of(version) for version in held if not version.is_deleted]
    changes = [record for record in records if isinstance(record, StandardChange)]
    return amend(pinned, changes, torn={change.cell for change in changes if change.id in taken_back})
