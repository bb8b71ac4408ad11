"""Keep what bears a finding out: pictures of the page or from elsewhere, marked copies, notes on them; and take it back."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.domain.ids import inspector_name
from workbench.domain.subject import Subject
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.find_subject import find_indicator
from workbench.storage.workspace import Workspace
from workbench.views.personal_numbers import mask_personal

MOST_PICTURE_BYTES = 20 * 2**20
WHY = "取证"
_MOST_WORDS = 2000
_SIGNS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPage:
    """What was on screen: `page_saved_at` where it was a saved page, `scroll_y` in CSS pixels from the top."""

    url: str = ""
    title: str = ""
    page_saved_at: datetime | None = None
    scroll_y: int = 0
    selected_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePlace:
    """What the evidence bears out: an indicator of a subject, and one of its findings where one was in hand."""

    subject: Subject
    indicator: str
    finding_id: UUID | None = None


def keep_picture(
    workspace: Workspace,
    *,
    place: EvidencePlace,
    kind: EvidenceKind,
    content: bytes,
    by: str,
    seen: SeenPage | None = None,
    note: str = "",
) -> Evidence:
    """The saved evidence; the picture lies in the same file under its SHA-256.

    Raises:
        WrongUseError: neither PNG nor JPEG, or too large.
    """
    media_type = picture_type(content)
    evidence = evidence_of(
        workspace, place=place, kind=kind, content=content, media_type=media_type, by=by, seen=seen, note=note
    )
    workspace.save_evidence(evidence, content, inspector=evidence.inspector, why=WHY)
    return evidence


def keep_given_pictures(
    workspace: Workspace, *, place: EvidencePlace, contents: Sequence[bytes], by: str
) -> tuple[Evidence, ...]:
    """Pictures from elsewhere, pasted or dropped in one go: kept in one act that is undone as one.

    Raises:
        WrongUseError: one is neither PNG nor JPEG, or too large; none has been kept.
    """
    kind = EvidenceKind.GIVEN_PICTURE
    types = [picture_type(content) for content in contents]
    pieces = [
        (
            evidence_of(workspace, place=place, kind=kind, content=content, media_type=media_type, by=by),
            content,
        )
        for content, media_type in zip(contents, types, strict=True)
    ]
    workspace.save_evidence_together(pieces, inspector=inspector_name(by), why=WHY)
    return tuple(evidence for evidence, _content in pieces)


def evidence_of(
    workspace: Workspace,
    *,
    place: EvidencePlace,
    kind: EvidenceKind,
    content: bytes,
    media_type: str,
    by: str,
    seen: SeenPage | None = None,
    note: str = "",
    has_personal_data: bool = False,
) -> Evidence:
    """The record of what was seen there, with its words masked; not saved yet. `has_personal_data` where that is known.

    Raises:
        WrongUseError: there is no such indicator for this subject.
    """
    page = seen or SeenPage()
    find_indicator(workspace, place.indicator, place.subject)
    return Evidence(
        id=uuid4(),
        subject_id=place.subject.id,
        kind=kind,
        digest=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type=media_type,
        indicator=place.indicator,
        finding_id=place.finding_id,
        url=page.url,
        title=_masked(page.title),
        page_saved_at=page.page_saved_at,
        scroll_y=max(0, page.scroll_y),
        selected_words=_masked(page.selected_words)[:_MOST_WORDS],
        note=_masked(note),
        has_personal_data=has_personal_data or _shows_personal_data(workspace, place, page),
        inspector=inspector_name(by),
    )


def keep_marked_copy(workspace: Workspace, *, original: Evidence, content: bytes, by: str) -> Evidence:
    """A copy with marks drawn on it, beside the picture it was drawn over, which stays as it is.

    Raises:
        WrongUseError: neither PNG nor JPEG, or too large.
    """
    who = inspector_name(by)
    copy = replace(
        original,
        id=uuid4(),
        kind=EvidenceKind.MARKED_PICTURE,
        digest=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type=picture_type(content),
        original_id=original.id,
        inspector=who,
        device="",
        at=None,
    )
    workspace.save_evidence(copy, content, inspector=who, why="标注")
    return copy


def note_evidence(workspace: Workspace, *, evidence: Evidence, note: str, by: str) -> Evidence:
    """Raises NotAllowedError where it is another inspector's."""
    who = _refuse_others(evidence, by)
    noted = replace(evidence, note=_masked(note))
    workspace.save(noted, inspector=who)
    return noted


def withdraw_evidence(workspace: Workspace, *, evidence: Sequence[Evidence], by: str) -> None:
    """Take these back in one act; undoing it brings them back with their pictures.

    Raises:
        NotAllowedError: one is another inspector's.
    """
    who = inspector_name(by)
    for each in evidence:
        _refuse_others(each, by)
    workspace.delete(*evidence, inspector=who, why="删除证据")


def picture_type(content: bytes) -> str:
    """The media type of a picture as its first bytes tell it.

    Raises:
        WrongUseError: neither PNG nor JPEG, or larger than what is kept.
    """
    if len(content) > MOST_PICTURE_BYTES:
        raise WrongUseError(f"图片超过 {MOST_PICTURE_BYTES // 2**20} MB，没有保存；请缩小或裁剪后重试。")
    found = next((kind for sign, kind in _SIGNS.items() if content.startswith(sign)), "")
    if not found:
        raise WrongUseError("这不是能识别的图片，没有保存；请使用 PNG 或 JPG 图片。")
    return found


def _masked(words: str) -> str:
    return mask_personal(words.strip(), as_of=date.max)


def _shows_personal_data(workspace: Workspace, place: EvidencePlace, page: SeenPage) -> bool:
    """The picture itself cannot be read: the page as it was saved, the words selected and the finding tell."""
    subject = place.subject.id
    if any(_masked(words) != words.strip() for words in (page.title, page.selected_words)):
        return True
    if any(
        each.has_personal_data and page.url in (each.url, each.final_url)
        for each in workspace.captures(subject)
    ):
        return True
    return any(f.id == place.finding_id and f.check == "personal-data" for f in workspace.findings(subject))


def _refuse_others(evidence: Evidence, by: str) -> str:
    who = inspector_name(by)
    if evidence.inspector != who:
        raise NotAllowedError(f"这份证据是{evidence.inspector}的，只能由本人修改或删除。")
    return who
