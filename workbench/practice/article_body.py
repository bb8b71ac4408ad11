"""The paragraphs of an article of the practice city, put together from the phrases of its kind."""

from collections.abc import Mapping
from random import Random

from workbench.practice.phrase_book import PhraseBook, Topic, fill
from workbench.practice.site_plan import ColumnPlan

_ORDINALS = "一二三四五六"


def article_body(
    book: PhraseBook, column: ColumnPlan, *, topic: Topic, slots: Mapping[str, str], rng: Random
) -> tuple[str, ...]:
    """A lead, then what the kind has: the topic's details with remarks, numbered points, or fixed items."""
    kind = column.column_class.value
    leads = book.part(kind, "daily_leads" if column.is_daily else "leads")
    chosen = _some(leads, 1, rng)
    if book.part(kind, "middles"):
        chosen += [
            *topic.details,
            *_some(book.part(kind, "middles"), 2, rng),
            *_some(book.part(kind, "closes"), 1, rng),
        ]
    elif points := book.part(kind, "points"):
        chosen += _numbered(points, rng)
    elif not leads:
        chosen += book.part(kind, "items") or book.part("other", "items")
    return tuple(fill(phrase, slots, rng) for phrase in chosen)


def _some(phrases: tuple[str, ...], count: int, rng: Random) -> list[str]:
    return rng.sample(phrases, min(count, len(phrases)))


def _numbered(points: tuple[str, ...], rng: Random) -> list[str]:
    """Three or more of the points, in their order."""
    kept = sorted(rng.sample(range(len(points)), rng.randint(3, len(points))))
    return [f"{_ORDINALS[place]}、{points[index]}" for place, index in enumerate(kept)]
