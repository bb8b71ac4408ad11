"""The saved real pages that lie beside the repository, with their labels; they are read in place and never copied."""

import calendar
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.views.page_view import PageView

PAGES = Path(__file__).resolve().parents[3] / ".." / "shared" / "pages"
# The month of a copy is its "today"; four pages were copied in a month nobody wrote down, after their newest item.
UNKNOWN_MONTH = date(2020, 7, 31)

needs_pages = pytest.mark.skipif(
    not PAGES.is_dir(), reason="the saved real pages are not here: ../shared/pages beside the repository"
)


def labels(name: str, key: str) -> list[dict[str, Any]]:
    path = PAGES / name
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))[key] if path.exists() else []
    return found


def view(label: dict[str, Any]) -> PageView:
    return PageView(
        (PAGES / label["file"]).read_bytes(),
        url=f"http://www.example.gov.cn/{label['file'].partition('/')[2]}",
        as_of=last_day(label["capture"]),
    )


def last_day(month: str) -> date:
    if not month:
        return UNKNOWN_MONTH
    year, number = map(int, month.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])
