"""What a page says of itself and of its site, for `workbench page`: its tags, its foot and the day it was signed."""

from dataclasses import asdict
from typing import Any

from workbench.domain.column import COLUMN_CLASS_WORDS
from workbench.views.column_proposals import ColumnProposal, propose_columns
from workbench.views.footer_facts import FooterFacts
from workbench.views.page_facts import HOME_KINDS
from workbench.views.page_identity import IdentityTags
from workbench.views.page_kind import PageKind
from workbench.views.page_view import PageView

_LATER = "由脚本加载，需渲染核实"
_FOOT_WORDS = {
    "mark": "党政机关标识",
    "site_code": "网站标识码",
    "icp": "ICP备案",
    "police": "公安备案",
    "organiser": "主办单位",
    "contact": "联系方式",
    "error_report": "找错入口",
}


def marks_document(page: PageView) -> dict[str, Any]:
    signed = page.signature_date
    return {
        "signature_date": signed.isoformat() if signed is not None else None,
        "identity": _identity(page.identity),
        "footer": _footer(page.footer),
        "columns": [asdict(column) for column in _columns(page)],
    }


def marks_told(page: PageView) -> list[tuple[str, str]]:
    footer = page.footer
    later = footer.brought_in_by
    not_seen = [words for name, words in _FOOT_WORDS.items() if not getattr(footer, name)]
    seen = [
        f"{words} {getattr(footer, name)}" for name, words in _FOOT_WORDS.items() if getattr(footer, name)
    ]
    columns = [f"{column.name}（{COLUMN_CLASS_WORDS[column.column_class]}）" for column in _columns(page)]
    tags = [f"{name}={value}" for name, value in page.identity.values.items() if value]
    return [
        ("落款日期", str(page.signature_date or "")),
        ("网页标签", "；".join(tags)),
        ("可能的栏目", "、".join(columns)),
        ("页脚", "；".join(seen)),
        ("页脚未检出", f"{'、'.join(not_seen)}{f'（页脚{_LATER}）' if later else ''}" if not_seen else ""),
    ]


def _columns(page: PageView) -> tuple[ColumnProposal, ...]:
    """Only home pages and site maps tell the columns of a site; the menus of other pages repeat them."""
    is_told = page.kind in (*HOME_KINDS, PageKind.SITEMAP)
    return propose_columns([page]) if is_told else ()


def _identity(tags: IdentityTags) -> dict[str, Any]:
    """Empty for a page without any such tag."""
    if not tags.values:
        return {}
    return {**tags.values, "faults": [{"tag": name, "reason": why} for name, why in tags.faults]}


def _footer(footer: FooterFacts) -> dict[str, Any]:
    """Empty where nothing is seen; `missing` then says why in words: 未检出, or brought in by a script."""
    why = _LATER if footer.brought_in_by else "未检出"
    missing = {name: why for name in _FOOT_WORDS if not getattr(footer, name)}
    if footer.is_empty and not footer.brought_in_by:
        return {}
    return {**asdict(footer), "missing": missing}
