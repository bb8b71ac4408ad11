"""Writes the citizens' letters of a site of the practice city, each answered within days."""

from datetime import date, timedelta
from random import Random

from workbench.practice.article import Letter
from workbench.practice.phrase_book import PhraseBook, fill
from workbench.practice.phrase_slots import slots_for
from workbench.practice.site_plan import SitePlan

_AGES = (6, 19, 40, 77, 133)
_PARTS = ("subjects", "questions", "answers")


def write_letters(
    plan: SitePlan, book: PhraseBook, count: int, *, as_of: date, rng: Random
) -> tuple[Letter, ...]:
    """`count` letters (at most five), newest first."""
    return tuple(_letter(plan, book, index, as_of=as_of, rng=rng) for index in range(min(count, len(_AGES))))


def _letter(plan: SitePlan, book: PhraseBook, index: int, *, as_of: date, rng: Random) -> Letter:
    topics = book.topic_sets[plan.topics].topics
    topic = topics[index % len(topics)]
    asked = as_of - timedelta(days=_AGES[index])
    slots = slots_for(plan, book, topic=topic, day=asked, rng=rng)
    slots["detail"] = fill(topic.details[0], slots, rng)
    chosen = (phrases[index % len(phrases)] for phrases in (book.part("letters", part) for part in _PARTS))
    subject, question, answer = (fill(phrase, slots, rng) for phrase in chosen)
    answered = asked + timedelta(days=rng.randint(1, 4))
    return Letter(subject=subject, asked=asked, answered=answered, question=question, answer=answer)
