"""What the content checks rest on, as parts of what `workbench page --json` prints; empty where there is nothing."""

from dataclasses import asdict
from typing import Any

from workbench.views.link_hiding import hidden_links
from workbench.views.page_view import PageView
from workbench.views.personal_numbers import numbers_of_page
from workbench.views.service_guide import service_guide
from workbench.views.suspect_terms import suspect_terms


def checked_parts(seen: PageView) -> dict[str, Any]:
    return {
        "terms": _terms(seen),
        "personal_data": _personal_data(seen),
        "hidden_links": [asdict(link) for link in hidden_links(seen)],
        "guide_elements": _guide_elements(seen),
    }


def _terms(seen: PageView) -> list[dict[str, Any]]:
    return [
        {
            "wrong": term.wrong,
            "right": term.right,
            "grade": term.grade,
            "sentence": term.sentence,
            "count": term.count,
        }
        for term in suspect_terms(seen)
    ]


def _guide_elements(seen: PageView) -> dict[str, Any]:
    guide = service_guide(seen)
    if guide is None:
        return {}
    return {
        "found": dict(guide.found),
        "missing": list(guide.missing) if guide.is_sure else [],
        "empty": list(guide.empty),
        "is_sure": guide.is_sure,
    }


def _personal_data(seen: PageView) -> list[dict[str, Any]]:
    return [
        {"kind": number.kind.value, "masked": number.masked, "is_doubtful": number.is_doubtful}
        for number in numbers_of_page(seen)
    ]
