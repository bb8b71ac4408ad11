"""Writes the articles of one site of the practice city: the same seed and day always give the same words."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product
from random import Random
from typing import TypeVar

from workbench.domain.column import ColumnClass
from workbench.practice.article import Article
from workbench.practice.article_body import article_body
from workbench.practice.article_dress import dress
from workbench.practice.column_paths import article_path
from workbench.practice.phrase_book import PhraseBook, Topic, fill
from workbench.practice.phrase_slots import slots_for
from workbench.practice.site_plan import ColumnPlan, SitePlan

Kept = TypeVar("Kept")

_FIRST_NUMBER = 5000
_NUMBERS_PER_COLUMN = 40


@dataclass(slots=True)
class ArticleWriter:
    """One site's author; he remembers his titles so that none comes twice."""

    plan: SitePlan
    book: PhraseBook
    seed: int
    _titles: set[str] = field(default_factory=set)

    def rng_for(self, purpose: str) -> Random:
        return Random(f"{self.seed}/{self.plan.code}/{purpose}")

    def write_column(self, column: ColumnPlan, days: tuple[date, ...]) -> tuple[Article, ...]:
        """One article per day of `days`."""
        rng = self.rng_for(column.path)
        return tuple(self._article(column, day, index, rng) for index, day in enumerate(days))

    def explain(self, column: ColumnPlan, interpretation: Article, policy: Article) -> Article:
        """The article of `column`, an interpretation, now of that very policy file."""
        rng = self.rng_for(interpretation.path)
        topics = self.book.topic_sets[self.plan.topics].topics
        topic = next((topic for topic in topics if topic.name in policy.title), topics[0])
        slots = slots_for(self.plan, self.book, topic=topic, day=interpretation.day, rng=rng)
        slots["policy"] = policy.title.split("《")[-1].split("》")[0].removeprefix(self.plan.unit)
        titles = self.book.part("interpretation", "titles")
        return replace(
            interpretation,
            paragraphs=article_body(self.book, column, topic=topic, slots=slots, rng=rng),
            title=fill(titles[interpretation.number % len(titles)], slots, rng),
            related=(policy.title, policy.path),
        )

    def _article(self, column: ColumnPlan, day: date, index: int, rng: Random) -> Article:
        kind = column.column_class
        title, topic = self._title(column, day, index, rng)
        slots = slots_for(self.plan, self.book, topic=topic, day=day, rng=rng)
        number = (
            _FIRST_NUMBER + (self.plan.number_of(column) % 100) * _NUMBERS_PER_COLUMN + column.count - index
        )
        article = Article(
            number=number,
            path=article_path(self.plan, column, number=number, day=day),
            title=title,
            day=day,
            time=f"{rng.randint(8, 17):02}:{rng.randint(0, 59):02}",
            source=self._source(column, index),
            paragraphs=article_body(self.book, column, topic=topic, slots=slots, rng=rng),
        )
        return dress(article, kind, plan=self.plan, book=self.book, slots=slots, rng=rng)

    def _source(self, column: ColumnPlan, index: int) -> str:
        if index >= column.count - column.reprints:
            return self.book.part("survey", "reprint_source")[0]
        return self.plan.facts.organiser

    def _title(self, column: ColumnPlan, day: date, index: int, rng: Random) -> tuple[str, Topic]:
        """A title the site does not have yet, and what it is about."""
        phrases, topics = self._choices(column, index)
        for phrase, topic in product(phrases, topics):
            slots = slots_for(self.plan, self.book, topic=topic, day=day, rng=rng) | {"policy": topic.name}
            title = fill(phrase, slots, rng)
            if title not in self._titles:
                self._titles.add(title)
                return title, topic
        raise LookupError(f"{self.plan.name}/{column.name}: the phrases give too few titles")

    def _choices(self, column: ColumnPlan, index: int) -> tuple[Sequence[str], Sequence[Topic]]:
        """The title phrases and topics of a column, each article starting at the next."""
        topic_set = self.book.topic_sets[self.plan.topics]
        kind = column.column_class.value
        if column.is_daily:
            return self.book.part(kind, "daily_titles"), topic_set.topics[:1]
        if column.column_class is ColumnClass.SERVICE:
            return self.book.part("guide", "titles"), [Topic(name=topic_set.services[index], details=())]
        # Each column begins elsewhere in titles and topics, so that two columns of one kind do not read alike.
        order = self.rng_for(column.name)
        titles = self.book.part(kind, "titles")
        topics = order.sample(topic_set.topics, len(topic_set.topics))
        return _turned(titles, index + order.randrange(len(titles))), _turned(topics, index)


def _turned(sequence: Sequence[Kept], start: int) -> list[Kept]:
    """The sequence from `start` on, then its beginning."""
    start %= len(sequence)
    return [*sequence[start:], *sequence[:start]]
