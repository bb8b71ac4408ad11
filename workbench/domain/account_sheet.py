"""What one inspector saw of one new-media account: its posts, menus and whether it answers."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Tried(StrEnum):
    """Whether something on the account worked when it was tried."""

    NOT_TRIED = "not_tried"
    WORKS = "works"
    FAILS = "fails"
    ABSENT = "absent"


TRIED_WORDS = {
    Tried.NOT_TRIED: "未试",
    Tried.WORKS: "可用",
    Tried.FAILS: "不可用",
    Tried.ABSENT: "没有",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuTrial:
    name: str
    state: Tried = Tried.NOT_TRIED
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSheet:
    """`platform` is the id of a platform kind (公众号, 微博 …). `posts` are the days of posts, the newest first, each as
    often as posts came out on it; where only the newest is known it holds that one.

    `interaction` is the test of asking something; `can_be_opened` is whether an app can be downloaded and used.
    """

    id: UUID
    subject_id: UUID
    inspector: str
    platform: str = ""
    posts: tuple[date, ...] = ()
    menus: tuple[MenuTrial, ...] = ()
    interaction: Tried = Tried.NOT_TRIED
    interaction_note: str = ""
    can_be_opened: Tried = Tried.NOT_TRIED
    qr_evidence_id: UUID | None = None
    note: str = ""
    device: str = ""
    at: datetime | None = None
