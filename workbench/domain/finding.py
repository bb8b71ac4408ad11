"""One observed problem: proposed by a check or recorded by a person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Source(StrEnum):
    CHECK = "check"
    INSPECTOR = "inspector"
    SUPERIOR = "superior"
    CITIZEN = "citizen"


SOURCE_WORDS = {
    Source.CHECK: "自动检查",
    Source.INSPECTOR: "人工检查",
    Source.SUPERIOR: "上级通报",
    Source.CITIZEN: "网民找错",
}


class Category(StrEnum):
    UPDATE = "update"
    LINK = "link"
    FUNCTION = "function"
    CONTENT = "content"
    INTERACTION = "interaction"


CATEGORY_WORDS = {
    Category.UPDATE: "更新",
    Category.LINK: "链接",
    Category.FUNCTION: "功能",
    Category.CONTENT: "内容",
    Category.INTERACTION: "互动",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A proposal (source check, no inspector) costs nothing until a person confirms it; a person's own finding stands as confirmed.

    `rule` is empty for a problem no rule prices. `is_seen` is False for a proposal that the latest run no longer found.
    `page_saved_at` is set where a person saw it on a saved page: the time that page was saved.
    """

    id: UUID
    subject_id: UUID
    rule: str
    source: Source
    place: str = ""
    count: int = 1
    excerpt: str = ""
    note: str = ""
    element: str = ""
    category: Category = Category.FUNCTION
    check: str = ""
    aspect: str = ""
    proof: tuple[tuple[str, str], ...] = ()
    inspector: str = ""
    device: str = ""
    at: datetime | None = None
    page_saved_at: datetime | None = None
    is_seen: bool = True

    @property
    def is_proposal(self) -> bool:
        return self.source is Source.CHECK
