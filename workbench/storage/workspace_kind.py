"""What a workspace file is for, and where it comes from."""

from dataclasses import dataclass
from enum import StrEnum


class WorkspaceKind(StrEnum):
    CAMPAIGN = "campaign"
    TASK_PACK = "task_pack"
    RESULT_PACK = "result_pack"


WORKSPACE_KIND_WORDS = {
    WorkspaceKind.CAMPAIGN: "批次文件",
    WorkspaceKind.TASK_PACK: "任务包",
    WorkspaceKind.RESULT_PACK: "结果包",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The one row that says what a file is; campaign and standard as the text they were pinned as.

    `inspector` is whom a pack is for or from; `cut_from` is the digest of the versions it was cut from.
    """

    kind: WorkspaceKind
    campaign: str
    standard: str
    standard_digest: str
    inspector: str = ""
    cut_from: str = ""
