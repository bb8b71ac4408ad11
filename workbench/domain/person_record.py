"""Everything a person makes that is kept as record versions."""

from workbench.domain.account_sheet import AccountSheet
from workbench.domain.column import Column
from workbench.domain.decision import Decision
from workbench.domain.evidence import Evidence
from workbench.domain.finding import Finding
from workbench.domain.ignore import Ignore
from workbench.domain.inspection_round import InspectionRound
from workbench.domain.message import Message
from workbench.domain.message_totals import MessageTotals
from workbench.domain.record_version import RecordKind
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.settlement import Settlement
from workbench.domain.silence import Silence
from workbench.domain.standard_change import StandardChange
from workbench.domain.subject import Subject
from workbench.domain.verdict import Verdict

PersonRecord = (
    Subject
    | Column
    | Finding
    | Decision
    | Verdict
    | Settlement
    | Ignore
    | Evidence
    | Silence
    | Message
    | MessageTotals
    | AccountSheet
    | StandardChange
    | InspectionRound
    | ReprintTitle
)

RECORD_TYPES: dict[RecordKind, type[PersonRecord]] = {
    RecordKind.SUBJECT: Subject,
    RecordKind.COLUMN: Column,
    RecordKind.FINDING: Finding,
    RecordKind.DECISION: Decision,
    RecordKind.VERDICT: Verdict,
    RecordKind.SETTLEMENT: Settlement,
    RecordKind.IGNORE: Ignore,
    RecordKind.EVIDENCE: Evidence,
    RecordKind.SILENCE: Silence,
    RecordKind.MESSAGE: Message,
    RecordKind.MESSAGE_TOTALS: MessageTotals,
    RecordKind.ACCOUNT_SHEET: AccountSheet,
    RecordKind.STANDARD_CHANGE: StandardChange,
    RecordKind.ROUND: InspectionRound,
    RecordKind.REPRINT_TITLE: ReprintTitle,
}
