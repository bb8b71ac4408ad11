"""What the slots of a phrase stand for when one office of the practice city speaks on one day."""

from datetime import date, timedelta
from random import Random

from workbench.practice.phrase_book import PhraseBook, Topic
from workbench.practice.site_plan import SitePlan


def slots_for(plan: SitePlan, book: PhraseBook, *, topic: Topic, day: date, rng: Random) -> dict[str, str]:
    """`year` and `month` are those of the last full month before `day`, the one figures are published for."""
    reported = day.replace(day=1) - timedelta(days=1)
    return {
        "unit": plan.unit,
        "area": plan.area,
        "we": "我县" if plan.area.endswith("县") else "我市",
        "place": rng.choice(book.part("places", plan.area)),
        "topic": topic.name,
        "service": topic.name,
        "stat": book.topic_sets[plan.topics].stat,
        "person": plan.leaders[0].name if plan.leaders else plan.facts.contact,
        "date": f"{day.month}月{day.day}日",
        "year": str(reported.year),
        "month": str(reported.month),
    }
