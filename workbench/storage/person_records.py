"""What a person makes, as records: saving one writes a version, reading gives the current ones."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from workbench.domain.account_sheet import AccountSheet
from workbench.domain.decision import Decision
from workbench.domain.evidence import Evidence
from workbench.domain.finding import Finding
from workbench.domain.ids import inspector_name
from workbench.domain.record_heads import OWNED_KINDS, RecordLine, heads, line_of, version_order
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.domain.verdict import Verdict
from workbench.errors import ForeignFileError, NotAllowedError, WrongUseError
from workbench.storage.record_codec import (
    AnyRecord,
    Record,
    check_version,
    content_of,
    kind_of,
    record_of,
    subject_of,
)
from workbench.storage.version_records import VersionRecords
from workbench.storage.workspace_database import WorkspaceDatabase

Heads = dict[UUID, list[RecordVersion]]
_UNSAVED = datetime.fromtimestamp(0, UTC)


class PersonRecords:
    def __init__(self, database: WorkspaceDatabase, versions: VersionRecords, *, device: str) -> None:
        self._database = database
        self._versions = versions
        self._device = device

    def current(
        self, record_type: type[AnyRecord], kind: RecordKind, subject_id: UUID | None
    ) -> tuple[AnyRecord, ...]:
        """The current records; two of one id where two PCs wrote different things, not knowing of each other."""
        try:
            records = [record_of(version) for version in self._versions.current(kind, subject_id)]
        except ValueError as error:
            name = self._database.path.name
            raise ForeignFileError(f"文件“{name}”里有读不懂的记录，可能被改动过，请改用备份。") from error
        return tuple(record for record in records if isinstance(record, record_type))

    def forked(self) -> tuple[tuple[Record, ...], ...]:
        """Of every record with several versions side by side, all of them."""
        lines: dict[RecordLine, list[RecordVersion]] = defaultdict(list)
        for kind in RecordKind:
            for version in self._versions.current(kind):
                lines[line_of(version)].append(version)
        torn = [held for held in lines.values() if len(held) > 1]
        return tuple(tuple(record_of(version) for version in held) for held in torn)

    def save(self, records: Sequence[Record], *, inspector: str, why: str) -> tuple[RecordVersion, ...]:
        """One version per record, in the order given; a record that says nothing new keeps the version it has.

        All that one call writes bears one time: it is one act, and may be undone as one.
        """
        who = inspector_name(inspector)
        for record in records:
            _refuse_what_is_not_his(record, who)
        return self._append([self._draft(record, who, why) for record in records])

    def delete(self, records: Sequence[Record], *, inspector: str, why: str) -> tuple[RecordVersion, ...]:
        """A deletion is one more version; the record's last content stays in it."""
        who = inspector_name(inspector)
        for record in records:
            _refuse_what_is_not_his(record, who)
        drafts = [self._draft(record, who, why) for record in records]
        return self._append([replace(draft, is_deleted=True) for draft in drafts])

    def undo(
        self, versions: Sequence[RecordVersion], *, inspector: str, why: str
    ) -> tuple[RecordVersion, ...]:
        """Write once more what stood before these versions; what had not been there is deleted.

        Raises:
            WrongUseError: one of them is no longer what stands.
        """
        who = inspector_name(inspector)
        with self._database.writing():
            history = self._versions.history_of(version.record_id for version in versions)
            earlier = [_earlier(version, history, who) for version in versions]
            return self._append([replace(draft, inspector=who, why=why) for draft in earlier])

    def _draft(self, record: Record, who: str, why: str) -> RecordVersion:
        return RecordVersion(
            kind=kind_of(record),
            record_id=record.id,
            subject_id=subject_of(record),
            inspector=who,
            device=self._device,
            counter=0,
            at=_UNSAVED,
            content=_text_of(record),
            why=why,
        )

    def _append(self, drafts: Sequence[RecordVersion]) -> tuple[RecordVersion, ...]:
        with self._database.writing():
            known: Heads = {}
            for head in self._versions.heads_of(draft.record_id for draft in drafts):
                known.setdefault(head.record_id, []).append(head)
            new: list[RecordVersion] = []
            # One act, one moment: what was saved together is undone together.
            now = datetime.now(UTC)
            marked = [replace(draft, device=self._device, at=now) for draft in drafts]
            settled = [_settle(draft, known, new.append) for draft in marked]
            for version in new:
                _refuse_unsuitable(version)
            self._versions.append(new)
            return tuple(settled)


def _settle(draft: RecordVersion, known: Heads, take: Callable[[RecordVersion], None]) -> RecordVersion:
    """The version that holds after this draft: the one already there if it says the same, else the next one."""
    seen = known.setdefault(draft.record_id, [])
    line = [head for head in seen if line_of(head) == line_of(draft)]
    if draft.is_deleted and line:
        draft = replace(draft, content=line[-1].content)
    if len(line) == 1 and _says(line[0]) == _says(draft):
        return line[0]
    version = replace(draft, counter=1 + max((head.counter for head in seen), default=0))
    known[draft.record_id] = [head for head in seen if head not in line] + [version]
    take(version)
    return version


def _text_of(record: Record) -> str:
    try:
        return content_of(record)
    except UnicodeEncodeError as error:
        raise WrongUseError("文字里有不完整的字符，没有保存；请删去乱码后重试。") from error


def _refuse_unsuitable(version: RecordVersion) -> None:
    """What another PC would refuse to merge is not written in the first place."""
    try:
        check_version(version)
    except ValueError as error:
        raise WrongUseError("这条内容太长，或含有不能保存的字符，没有保存；请删减后重试。") from error


def _says(version: RecordVersion) -> tuple[str, bool]:
    return version.content, version.is_deleted


def _earlier(version: RecordVersion, history: Iterable[RecordVersion], who: str) -> RecordVersion:
    if version.kind in OWNED_KINDS and version.inspector != who:
        raise NotAllowedError(f"这是{version.inspector}的记录，只有本人可以撤销。")
    line = [other for other in history if line_of(other) == line_of(version)]
    if any(_says(head) != _says(version) for head in heads(line)):
        raise WrongUseError("这一条后来又改过，不能撤销；请直接改成需要的内容。")
    before = [other for other in line if other.counter < version.counter]
    nothing = replace(version, is_deleted=True)
    return max(before, key=lambda other: (other.counter, version_order(other)), default=nothing)


def _refuse_what_is_not_his(record: Record, who: str) -> None:
    if isinstance(record, Finding) and record.is_proposal:
        raise ValueError("a proposal belongs to the runs of the checks, not to a person")
    if isinstance(
        record, Finding | Decision | Verdict | Evidence | AccountSheet
    ) and record.inspector not in ("", who):
        raise NotAllowedError(f"这是{record.inspector}的记录，只有本人可以修改或撤回。")
