"""What is known of a picture besides what it shows, in words."""

from workbench.domain.evidence import EVIDENCE_KIND_WORDS, Evidence


def facts_of(evidence: Evidence) -> str:
    """What kind it is, of which page, when, by whom, and the hash that proves it."""
    at = f"{evidence.at.astimezone():%Y-%m-%d %H:%M:%S}" if evidence.at else ""
    saved = evidence.page_saved_at
    parts = [
        EVIDENCE_KIND_WORDS[evidence.kind],
        evidence.inspector,
        at,
        f"取自 {saved.astimezone():%Y-%m-%d %H:%M} 保存的网页" if saved else "",
        evidence.title,
        evidence.url,
        f"选中文字：{evidence.selected_words}" if evidence.selected_words else "",
        f"SHA-256 {evidence.digest[:16]}…",
    ]
    return " · ".join(part for part in parts if part)
