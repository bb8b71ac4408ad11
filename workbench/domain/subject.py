"""What is inspected: a website, a channel or module inside one, or an account."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workbench.domain.closing import Closing


class SubjectKind(StrEnum):
    PORTAL = "portal"
    DEPARTMENT_SITE = "department_site"
    CHANNEL = "channel"
    MODULE = "module"
    ACCOUNT = "account"


KIND_WORDS = {
    SubjectKind.PORTAL: "门户网站",
    SubjectKind.DEPARTMENT_SITE: "部门网站",
    SubjectKind.CHANNEL: "频道",
    SubjectKind.MODULE: "信息公开模块",
    SubjectKind.ACCOUNT: "新媒体账号",
}


class SubjectState(StrEnum):
    NORMAL = "normal"
    REBUILD = "rebuild"
    CLOSING = "closing"
    MOVED = "moved"
    NOT_CHECKED = "not_checked"


STATE_WORDS = {
    SubjectState.NORMAL: "正常",
    SubjectState.REBUILD: "改版",
    SubjectState.CLOSING: "关停",
    SubjectState.MOVED: "迁移",
    SubjectState.NOT_CHECKED: "不检查",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One row of the register.

    `code` is the site code or the office's own number. `url_prefixes` are the addresses that belong to a channel or
    module; links outside them belong to the parent. An account has no address of its own to open. `level` is
    the administrative level in the office's words (市级, 县级 …); `predecessor_code` and `successor_code` name the subjects
    it replaced or was replaced by.
    """

    id: UUID
    code: str
    name: str
    kind: SubjectKind = SubjectKind.DEPARTMENT_SITE
    home_url: str = ""
    url_prefixes: tuple[str, ...] = ()
    parent_code: str = ""
    organiser: str = ""
    supervisor: str = ""
    region: str = ""
    icp: str = ""
    police_record: str = ""
    contact: str = ""
    phone: str = ""
    platform: str = ""
    has_service: bool = True
    state: SubjectState = SubjectState.NORMAL
    state_reason: str = ""
    failed_last_time: bool = False
    is_drawn: bool = True
    assigned_to: tuple[str, ...] = ()
    level: str = ""
    predecessor_code: str = ""
    successor_code: str = ""
    closing: Closing | None = None

    @property
    def is_inspected(self) -> bool:
        """Whether this round looks at it: drawn, and in a state that can be looked at."""
        return self.is_drawn and self.state is SubjectState.NORMAL
