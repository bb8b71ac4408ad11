"""Everything one site of the practice city has to say, columns with their articles, before it is laid out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.column import ColumnClass
from workbench.practice.article import Article, Letter
from workbench.practice.article_writer import ArticleWriter
from workbench.practice.letter_writer import write_letters
from workbench.practice.phrase_book import load_phrase_book
from workbench.practice.publication_days import publication_days
from workbench.practice.site_plan import ColumnPlan, SitePlan
from workbench.practice.truth import Defect, OddLink, PlantedLink, Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One column; `state` is fine, stale, blank or undated. `untied` are the numbers of articles that lead nowhere."""

    column: ColumnPlan
    state: str
    articles: tuple[Article, ...] = ()
    letters: tuple[Letter, ...] = ()
    untied: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContent:
    plan: SitePlan
    as_of: date
    sections: tuple[Section, ...]
    planted: tuple[Defect | OddLink, ...]

    def section_at(self, path: str) -> Section | None:
        return next((section for section in self.sections if section.column.path == path), None)

    def links_planted_on(self, path: str, *, article: int = 0) -> tuple[tuple[str, PlantedLink], ...]:
        """Place and link of everything put on purpose on that page."""
        return tuple(
            (entry.place, entry.link)
            for entry in self.planted
            if entry.link is not None and entry.link.on == path and entry.link.article == article
        )


def write_site(plan: SitePlan, *, truth: Truth, as_of: date, seed: int) -> SiteContent:
    """The site with the defects that the truth file names, and no other."""
    book = load_phrase_book()
    writer = ArticleWriter(plan, book, seed)
    sections = tuple(_section(column, writer, truth=truth, as_of=as_of) for column in plan.columns)
    return SiteContent(
        plan=plan,
        as_of=as_of,
        sections=tuple(_interpreted(sections, writer)),
        planted=truth.planted(plan.code),
    )


def _section(column: ColumnPlan, writer: ArticleWriter, *, truth: Truth, as_of: date) -> Section:
    defect = truth.column_defect(writer.plan.code, column.path)
    state = defect.state if defect else "fine"
    if state == "blank":
        return Section(column=column, state=state)
    rng = writer.rng_for(f"days {column.path}")
    if column.column_class is ColumnClass.CONSULTATION:
        letters = write_letters(writer.plan, writer.book, column.count, as_of=as_of, rng=rng)
        return Section(column=column, state=state, letters=letters)
    days = publication_days(
        column.column_class,
        column.count,
        as_of=as_of,
        rng=rng,
        days_silent=defect.days_silent if defect else 0,
        is_daily=column.is_daily,
        is_historic=column.is_historic,
    )
    articles = writer.write_column(column, days)
    if column.has_pinned:
        # An old item held at the top: whoever takes the first date for the newest is wrong here.
        articles = (articles[-1], *articles[:-1])
    if column.column_class is ColumnClass.SERVICE:
        left_out = truth.elements_left_out(writer.plan.code)
        articles = tuple(_without_rows(article, left_out) for article in articles)
    untied = truth.articles_of(writer.plan.code, column.path, check="policy-links")
    return Section(column=column, state=state, articles=articles, untied=untied)


def _without_rows(article: Article, labels: Collection[str]) -> Article:
    return replace(article, rows=tuple(row for row in article.rows if row[0] not in labels))


def _interpreted(sections: tuple[Section, ...], writer: ArticleWriter) -> Iterable[Section]:
    """The sections, with interpretations and policy files of the site tied to each other."""
    files = next((s for s in sections if s.column.column_class is ColumnClass.POLICY), None)
    explaining = next((s for s in sections if s.column.column_class is ColumnClass.INTERPRETATION), None)
    if files is None or explaining is None:
        return sections
    pairs = tuple(zip(explaining.articles, files.articles, strict=False))
    told = tuple(writer.explain(explaining.column, article, policy) for article, policy in pairs)
    tied = tuple(
        replace(policy, related=(article.title, article.path))
        for article, (_, policy) in zip(told, pairs, strict=True)
    )
    made = {files.column.path: tied, explaining.column.path: told}
    return (_retold(section, made.get(section.column.path, ())) for section in sections)


def _retold(section: Section, articles: tuple[Article, ...]) -> Section:
    """The section with its first articles as they are now, but for the ties that are left out on purpose."""
    known = (*articles, *section.articles[len(articles) :])
    return replace(
        section,
        articles=tuple(
            replace(article, related=None) if number in section.untied else article
            for number, article in enumerate(known, start=1)
        ),
    )
