"""How well the page view reads real pages nobody here wrote; run with -s to see the figures.

The floors are those of the issue that built the page view, not what it reaches: the product is judged on other sites.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from tests.unit.views.shared_pages import labels, needs_pages, view

Label = dict[str, Any]


def share(name: str, wanted: Sequence[Label], is_right: Callable[[Label], bool]) -> float:
    wrong = [label for label in wanted if not is_right(label)]
    reached = 1 - len(wrong) / len(wanted)
    said = f"{name}: {len(wanted) - len(wrong)} of {len(wanted)} ({reached:.1%})"
    sys.stdout.write(" ".join([f"\n{said}", *(label["id"] for label in wrong)]))
    return reached


def newest(label: Label) -> str | None:
    day = view(label).newest_date
    return day.isoformat() if day else None


@needs_pages
def test_newest_date_of_dated_lists() -> None:
    dated = [label for label in labels("pages.json", "pages") if label["newest_date"]]
    assert share("newest date", dated, lambda label: newest(label) == label["newest_date"]) >= 0.96


@needs_pages
def test_no_date_where_none_is_shown() -> None:
    undated = [label for label in labels("pages.json", "pages") if not label["newest_date"]]
    assert share("no false date", undated, lambda label: newest(label) is None) >= 0.90


@needs_pages
def test_blank_columns_are_found() -> None:
    blank = [label for label in labels("pages.json", "pages") if label["is_blank"]]
    assert share("blank found", blank, lambda label: view(label).is_blank) >= 0.95


@needs_pages
def test_other_pages_are_not_called_blank() -> None:
    others = [label for label in labels("pages.json", "pages") if not label["is_blank"]]
    assert share("not called blank", others, lambda label: not view(label).is_blank) >= 0.98


@needs_pages
def test_kinds() -> None:
    pages = labels("pages.json", "pages")
    assert share("kind", pages, lambda label: view(label).kind == label["page_kind"]) >= 0.90


@needs_pages
def test_publish_date_of_articles() -> None:
    articles = labels("articles.json", "articles")
    assert (
        share("publish date", articles, lambda label: str(view(label).publish_date) == label["publish_date"])
        >= 0.90
    )


@needs_pages
def test_no_wrong_publish_date() -> None:
    articles = labels("articles.json", "articles")
    told = [label for label in articles if view(label).publish_date]
    assert (
        share("not wrong", told, lambda label: str(view(label).publish_date) == label["publish_date"]) >= 0.98
    )


@needs_pages
def test_an_article_is_no_list() -> None:
    articles = labels("articles.json", "articles")
    assert share("no list", articles, lambda label: newest(label) is None) >= 0.95
