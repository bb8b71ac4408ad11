"""The standard of the campaign: as it was pinned, and with the lead's running changes, made anew only when these change."""

from collections.abc import Callable

from workbench.domain.record_version import RecordKind
from workbench.domain.standard import Standard
from workbench.domain.standard_change import StandardChange
from workbench.standards.standard_changes import AmendedStandard, amend
from workbench.storage.person_records import PersonRecords
from workbench.storage.version_records import VersionRecords


class StandardRecords:
    """`pinned` is asked when it is first needed. The same object is given as long as nothing changes."""

    def __init__(
        self, people: PersonRecords, versions: VersionRecords, *, pinned: Callable[[], Standard]
    ) -> None:
        self._people = people
        self._versions = versions
        self._pinned = pinned
        self._kept: tuple[tuple[int, ...], AmendedStandard] | None = None

    def amended(self) -> AmendedStandard:
        """Another process may change it at any time, so the file is asked each time whether it did."""
        mark = self._versions.mark_of(RecordKind.STANDARD_CHANGE)
        kept = self._kept
        if kept is None or kept[0] != mark:
            changes = self._people.current(StandardChange, RecordKind.STANDARD_CHANGE, None)
            kept = mark, amend(self._pinned(), changes)
            self._kept = kept
        return kept[1]
