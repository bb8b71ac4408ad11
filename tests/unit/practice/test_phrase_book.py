"""Phrases are filled from their slots and every shipped one can be filled."""

from datetime import date
from random import Random

import pytest

from workbench.practice.phrase_book import fill, load_phrase_book
from workbench.practice.phrase_slots import slots_for
from workbench.practice.site_plan import load_plans


def test_numbers_are_drawn_and_slots_filled() -> None:
    text = fill("{unit}办结{n:3-3}件", {"unit": "市教育局"}, Random(1))
    assert text == "市教育局办结3件"


def test_an_unknown_slot_is_a_bug() -> None:
    with pytest.raises(KeyError):
        fill("{nobody}", {}, Random(1))


def test_a_part_nobody_wrote_is_empty() -> None:
    assert load_phrase_book().part("news", "verses") == ()


def test_every_phrase_can_be_filled_for_every_site() -> None:
    book = load_phrase_book()
    for plan in load_plans():
        topic = book.topic_sets[plan.topics].topics[0]
        slots = slots_for(plan, book, topic=topic, day=date(2024, 2, 29), rng=Random(1))
        slots |= {"policy": "某办法", "detail": "某事。"}
        for parts in book.phrases.values():
            for phrases in parts.values():
                assert all("{" not in fill(phrase, slots, Random(1)) for phrase in phrases)


def test_figures_are_of_the_month_before() -> None:
    book, plan = load_phrase_book(), load_plans()[0]
    topic = book.topic_sets[plan.topics].topics[0]
    slots = slots_for(plan, book, topic=topic, day=date(2026, 1, 1), rng=Random(1))
    assert (slots["year"], slots["month"]) == ("2025", "12")
