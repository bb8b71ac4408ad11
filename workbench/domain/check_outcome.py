"""How one check ended on one target of a subject: a crash is an outcome of that check, not of the run."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class CheckEnd(StrEnum):
    FINE = "fine"
    FOUND = "found"
    UNSURE = "unsure"
    CRASHED = "crashed"
    SKIPPED = "skipped"


CHECK_END_WORDS = {
    CheckEnd.FINE: "未见问题",
    CheckEnd.FOUND: "发现问题",
    CheckEnd.UNSURE: "请人工查看",
    CheckEnd.CRASHED: "检查出错",
    CheckEnd.SKIPPED: "未检查",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOutcome:
    """`target` is the address or column the check looked at, empty for the subject as a whole. `proof` is what was measured
    there, fault or not: pairs of label and text.
    """

    subject_id: UUID
    check: str
    target: str
    state: CheckEnd
    reason: str = ""
    at: datetime | None = None
    proof: tuple[tuple[str, str], ...] = ()

    def measured(self, label: str) -> str:
        """What stands in the proof under the label, or an empty text."""
        return next((words for name, words in self.proof if name == label), "")
