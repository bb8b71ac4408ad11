"""The evidence under the finding or indicator in hand as the strip shows it; plain values, no Qt."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.evidence import EVIDENCE_KIND_WORDS, Evidence, EvidenceKind

_SHORT = {
    EvidenceKind.VIEW_PICTURE: "画面",
    EvidenceKind.PAGE_PICTURE: "整页",
    EvidenceKind.GIVEN_PICTURE: "贴图",
    EvidenceKind.MARKED_PICTURE: "标记",
    EvidenceKind.SAVED_PAGE: "网页",
    EvidenceKind.LOG: "记录",
    EvidenceKind.NOTE: "文字",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """`title` stands beside the picture, `hint` tells the rest; `is_own` says who may change it. What is no picture has a
    `caption` besides.
    """

    evidence: Evidence
    title: str
    caption: str
    hint: str
    is_own: bool


def evidence_in_hand(
    evidence: Iterable[Evidence],
    *,
    indicator: str,
    finding_id: UUID | None,
    known_findings: Collection[UUID],
    inspector: str,
) -> tuple[EvidenceRow, ...]:
    """That of the finding in hand first, then that of the indicator itself; a marked copy right behind its original.

    What belonged to a finding that is no longer there is the indicator's.
    """
    listed = tuple(evidence)
    of_finding = [each for each in listed if finding_id is not None and each.finding_id == finding_id]
    of_indicator = [
        each for each in listed if each.indicator == indicator and each.finding_id not in known_findings
    ]
    return tuple(
        _row(each, inspector) for each in (*_beside_originals(of_finding), *_beside_originals(of_indicator))
    )


def evidence_counts(evidence: Iterable[Evidence]) -> Mapping[UUID, int]:
    """How many pieces bear out each finding."""
    return Counter(each.finding_id for each in evidence if each.finding_id is not None)


def _beside_originals(evidence: list[Evidence]) -> list[Evidence]:
    here = {each.id for each in evidence}
    copies = [each for each in evidence if each.original_id in here]
    firsts = [each for each in evidence if each.original_id not in here]
    return [each for first in firsts for each in (first, *_copies_of(first.id, copies))]


def _copies_of(original: UUID, copies: list[Evidence]) -> list[Evidence]:
    """The copies of a picture, and the copies of those."""
    own = [each for each in copies if each.original_id == original]
    return [each for copy in own for each in (copy, *_copies_of(copy.id, copies))]


def _row(evidence: Evidence, inspector: str) -> EvidenceRow:
    at = f"{evidence.at.astimezone():%H:%M}" if evidence.at else ""
    day = f"{evidence.at.astimezone():%Y-%m-%d %H:%M}" if evidence.at else ""
    parts = (EVIDENCE_KIND_WORDS[evidence.kind], day, evidence.inspector, evidence.title, evidence.url)
    saved = evidence.page_saved_at
    told = [" · ".join(part for part in parts if part), evidence.note]
    if saved is not None:
        told.append(f"取自 {saved.astimezone():%Y-%m-%d %H:%M} 保存的网页")
    if evidence.may_stay_behind:
        told.append("网页含个人信息，导出结果包时默认不带")
    elif evidence.has_personal_data:
        told.append("网页含个人信息，外传前请打马赛克")
    return EvidenceRow(
        evidence=evidence,
        title=f"{_SHORT[evidence.kind]} {at}".strip(),
        caption="" if evidence.is_picture else evidence.title or evidence.url,
        hint="\n".join(part for part in told if part),
        is_own=evidence.inspector == inspector,
    )
