"""One version of something a person made: the unit of saving, of the journal, of undo and of merging."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class RecordKind(StrEnum):
    SUBJECT = "subject"
    COLUMN = "column"
    FINDING = "finding"
    DECISION = "decision"
    VERDICT = "verdict"
    SETTLEMENT = "settlement"
    IGNORE = "ignore"
    EVIDENCE = "evidence"
    SILENCE = "silence"
    MESSAGE = "message"
    MESSAGE_TOTALS = "message_totals"
    ACCOUNT_SHEET = "account_sheet"
    STANDARD_CHANGE = "standard_change"
    ROUND = "round"
    REPRINT_TITLE = "reprint_title"


RECORD_KIND_WORDS = {
    RecordKind.SUBJECT: "台账",
    RecordKind.COLUMN: "栏目",
    RecordKind.FINDING: "问题",
    RecordKind.DECISION: "对疑似问题的处理",
    RecordKind.VERDICT: "判定",
    RecordKind.SETTLEMENT: "裁定",
    RecordKind.IGNORE: "忽略",
    RecordKind.EVIDENCE: "证据",
    RecordKind.SILENCE: "无更新说明",
    RecordKind.MESSAGE: "留言",
    RecordKind.MESSAGE_TOTALS: "留言汇总数",
    RecordKind.ACCOUNT_SHEET: "新媒体检查表",
    RecordKind.STANDARD_CHANGE: "指标修改",
    RecordKind.ROUND: "检查轮次",
    RecordKind.REPRINT_TITLE: "应转载的文件",
}


@dataclass(frozen=True, slots=True)
class VersionKey:
    kind: RecordKind
    record_id: UUID
    inspector: str
    device: str
    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVersion:
    """`content` is the record as canonical JSON text; a deletion is a version too and keeps the last content.

    `counter` is one more than the highest the maker had seen of this record. `at` is shown, never compared.
    """

    kind: RecordKind
    record_id: UUID
    subject_id: UUID | None
    inspector: str
    device: str
    counter: int
    at: datetime
    content: str
    is_deleted: bool = False
    why: str = ""

    @property
    def key(self) -> VersionKey:
        return VersionKey(self.kind, self.record_id, self.inspector, self.device, self.counter)
