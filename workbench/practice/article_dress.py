"""What an article of the practice city carries besides its words: tables, forms, signatures, pictures."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from random import Random

from workbench.domain.column import ColumnClass
from workbench.practice.article import Article, DocumentFacts
from workbench.practice.phrase_book import PhraseBook, fill
from workbench.practice.site_plan import SitePlan

_GUIDE_ROWS = {
    "设定依据": "basis",
    "申请条件": "conditions",
    "办理材料": "materials",
    "办理地点": "where",
    "办理时间": "when",
    "办理流程": "steps",
}


def dress(
    article: Article,
    kind: ColumnClass,
    *,
    plan: SitePlan,
    book: PhraseBook,
    slots: Mapping[str, str],
    rng: Random,
) -> Article:
    """The article with what its kind of column adds to the words."""
    match kind:
        case ColumnClass.POLICY:
            return replace(article, document=_document(article, plan), signature=plan.facts.organiser)
        case ColumnClass.NOTICE:
            return replace(article, signature=plan.facts.organiser)
        case ColumnClass.STATISTICS:
            labels = book.topic_sets[plan.topics].stat_rows
            return replace(article, rows=tuple((label, f"{rng.uniform(12, 960):.1f}") for label in labels))
        case ColumnClass.SERVICE:
            form = f"{plan.prefix}attach/form{article.number}.docx"
            return replace(article, rows=_guide_rows(plan, book, slots, rng), form=form)
        case ColumnClass.NEWS if article.number % 3 == 0:
            return replace(article, picture=f"{plan.prefix}images/{article.number}.svg")
    return article


def _document(article: Article, plan: SitePlan) -> DocumentFacts:
    signed = article.day - timedelta(days=1 + article.number % 4)
    short = plan.unit.removeprefix("市").removeprefix("县")[:1]
    return DocumentFacts(
        index_number=f"{plan.site_code[:6]}-{signed.year}-{article.number:05}",
        document_number=f"霁{short}发〔{signed.year}〕{article.number % 60 + 1}号",
        signed=signed,
    )


def _guide_rows(
    plan: SitePlan, book: PhraseBook, slots: Mapping[str, str], rng: Random
) -> tuple[tuple[str, str], ...]:
    """All eight elements a service guide must have."""
    rows = {label: fill(book.part("guide", part)[0], slots, rng) for label, part in _GUIDE_ROWS.items()}
    return (("事项名称", slots["service"]), *rows.items(), ("联系电话", plan.facts.phone))
