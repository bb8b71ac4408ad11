"""What became of a link: only `dead` proposes a finding by itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LinkKind(StrEnum):
    PAGE = "page"
    IMAGE = "image"
    SCRIPT = "script"
    STYLE = "style"
    FRAME = "frame"
    MEDIA = "media"
    ATTACHMENT = "attachment"
    OTHER = "other"


class LinkOutcome(StrEnum):
    OK = "ok"
    REDIRECT = "redirect"
    DEAD = "dead"
    SOFT_404 = "soft-404"
    REDIRECTED_HOME = "redirected-home"
    FOREIGN_REDIRECT = "foreign-redirect"
    BLOCKED = "blocked"
    LIMITED = "limited"
    TIMED_OUT = "timed-out"
    NEEDS_LOGIN = "needs-login"
    CERTIFICATE = "certificate"
    UNSAFE_SCHEME = "unsafe-scheme"
    INTERNAL_ADDRESS = "internal-address"
    NOT_CHECKED = "not-checked"


LINK_OUTCOME_WORDS = {
    LinkOutcome.OK: "正常",
    LinkOutcome.REDIRECT: "跳转",
    LinkOutcome.DEAD: "打不开",
    LinkOutcome.SOFT_404: "疑似错误页",
    LinkOutcome.REDIRECTED_HOME: "跳回首页",
    LinkOutcome.FOREIGN_REDIRECT: "跳到外站",
    LinkOutcome.BLOCKED: "被拦截",
    LinkOutcome.LIMITED: "被限流",
    LinkOutcome.TIMED_OUT: "超时",
    LinkOutcome.NEEDS_LOGIN: "需登录",
    LinkOutcome.CERTIFICATE: "证书问题",
    LinkOutcome.UNSAFE_SCHEME: "不安全的地址",
    LinkOutcome.INTERNAL_ADDRESS: "内网链接",
    LinkOutcome.NOT_CHECKED: "未检查",
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a link: the page that carries it and the words it is shown with."""

    page: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One time the link was asked for: how (method, and by which engine), how long it took, what came of it."""

    at: datetime
    how: str
    took_s: float
    status: int | None
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkResult:
    """One distinct address with every place it stands in; `occurrences` keeps at most 20, `occurrence_count` counts all.

    `attempts` are those that failed, in their order; none where the link opens, unless only a browser opens it.
    """

    url: str
    kind: LinkKind
    outcome: LinkOutcome
    status: int | None = None
    reason: str = ""
    final_url: str = ""
    is_on_home: bool = False
    occurrences: tuple[Occurrence, ...] = ()
    occurrence_count: int = 0
    attempts: tuple[Attempt, ...] = ()

    @property
    def page_count(self) -> int:
        """On how many pages it stands; of the places beyond those kept each counts as a page of its own."""
        known = {place.page for place in self.occurrences}
        return len(known) + max(0, self.occurrence_count - len(self.occurrences))
