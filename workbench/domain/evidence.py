"""What bears a finding out: a picture, a saved page, a probe log or a note, with its hash, time and address."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class EvidenceKind(StrEnum):
    VIEW_PICTURE = "view_picture"
    PAGE_PICTURE = "page_picture"
    GIVEN_PICTURE = "given_picture"
    MARKED_PICTURE = "marked_picture"
    SAVED_PAGE = "saved_page"
    LOG = "log"
    NOTE = "note"


EVIDENCE_KIND_WORDS = {
    EvidenceKind.VIEW_PICTURE: "画面截图",
    EvidenceKind.PAGE_PICTURE: "整页截图",
    EvidenceKind.GIVEN_PICTURE: "贴入的图片",
    EvidenceKind.MARKED_PICTURE: "加了标记的图片",
    EvidenceKind.SAVED_PAGE: "网页文件",
    EvidenceKind.LOG: "检测记录",
    EvidenceKind.NOTE: "文字说明",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """`digest` is the SHA-256 (hex) of the bytes, which lie in the same file as a blob; `media_type` says what they are.

    It belongs to one indicator of a subject, and to a finding where `finding_id` names one. `page_saved_at` is set where
    the page on screen was a saved one: the time it was saved. `scroll_y` counts CSS pixels from the top of the page.
    `original_id` is the picture a marked one was drawn over; the original is never changed.
    """

    id: UUID
    subject_id: UUID
    kind: EvidenceKind
    digest: str
    size: int
    media_type: str
    indicator: str = ""
    finding_id: UUID | None = None
    url: str = ""
    title: str = ""
    page_saved_at: datetime | None = None
    scroll_y: int = 0
    selected_words: str = ""
    note: str = ""
    original_id: UUID | None = None
    has_personal_data: bool = False
    inspector: str = ""
    device: str = ""
    at: datetime | None = None

    @property
    def may_stay_behind(self) -> bool:
        """A page with personal data leaves in a pack only on request; of pictures it is a person's to see to it."""
        return self.kind is EvidenceKind.SAVED_PAGE and self.has_personal_data

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")
