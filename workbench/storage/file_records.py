"""What the file is and what it remembers about itself."""

from workbench.errors import ForeignFileError
from workbench.storage.tables import OriginRow, SettingRow, SpoolPositionRow
from workbench.storage.workspace_database import WorkspaceDatabase
from workbench.storage.workspace_kind import Origin, WorkspaceKind


class FileRecords:
    def __init__(self, database: WorkspaceDatabase) -> None:
        self._database = database

    def write_origin(self, origin: Origin) -> None:
        row = {
            "id": 1,
            "kind": origin.kind.value,
            "campaign": origin.campaign,
            "standard": origin.standard,
            "standard_digest": origin.standard_digest,
            "inspector": origin.inspector,
            "cut_from": origin.cut_from,
        }
        self._database.run(OriginRow.insert(row))

    def origin(self) -> Origin:
        """What the file is.

        Raises:
            ForeignFileError: it does not say, or says something unknown.
        """
        query = OriginRow.select(
            OriginRow.kind,
            OriginRow.campaign,
            OriginRow.standard,
            OriginRow.standard_digest,
            OriginRow.inspector,
            OriginRow.cut_from,
        )
        rows = self._database.rows(query)
        if len(rows) != 1 or rows[0][0] not in set(WorkspaceKind):
            raise ForeignFileError(
                f"文件“{self._database.path.name}”没有写明是什么，请向发来文件的人重新索取。"
            )
        kind, campaign, standard, digest, inspector, cut_from = rows[0]
        return Origin(
            kind=WorkspaceKind(kind),
            campaign=campaign,
            standard=standard,
            standard_digest=digest,
            inspector=inspector,
            cut_from=cut_from,
        )

    def remember(self, key: str, value: str) -> None:
        row = {SettingRow.key: key, SettingRow.value: value}
        self._database.run(
            SettingRow.insert(row).on_conflict(conflict_target=[SettingRow.key], preserve=[SettingRow.value])
        )

    def recall(self, key: str, default: str = "") -> str:
        rows = self._database.rows(SettingRow.select(SettingRow.value).where(SettingRow.key == key))
        return str(rows[0][0]) if rows else default

    def spool_position(self, spool: str) -> int:
        query = SpoolPositionRow.select(SpoolPositionRow.position).where(SpoolPositionRow.spool == spool)
        rows = self._database.rows(query)
        return int(rows[0][0]) if rows else 0

    def move_spool_position(self, spool: str, position: int) -> None:
        row = {SpoolPositionRow.spool: spool, SpoolPositionRow.position: position}
        self._database.run(
            SpoolPositionRow.insert(row).on_conflict(
                conflict_target=[SpoolPositionRow.spool], preserve=[SpoolPositionRow.position]
            )
        )
