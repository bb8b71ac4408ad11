"""The author of a site never repeats a title and says so when he runs out of words."""

from datetime import date, timedelta

import pytest

from workbench.practice.article_writer import ArticleWriter
from workbench.practice.phrase_book import load_phrase_book
from workbench.practice.site_plan import SitePlan, load_plans

NEWEST = date(2026, 11, 20)


@pytest.fixture
def plan() -> SitePlan:
    return next(plan for plan in load_plans() if plan.code == "9901000005")


@pytest.fixture
def writer(plan: SitePlan) -> ArticleWriter:
    return ArticleWriter(plan, load_phrase_book(), 1)


def days(count: int) -> tuple[date, ...]:
    return tuple(NEWEST - timedelta(days=age) for age in range(count))


def test_articles_of_a_column_have_titles_and_addresses_of_their_own(
    writer: ArticleWriter, plan: SitePlan
) -> None:
    articles = writer.write_column(plan.columns[0], days(8))
    assert len({a.title for a in articles}) == len({a.path for a in articles}) == 8
    assert [a.day for a in articles] == list(days(8))
    assert all(len(a.paragraphs) >= 4 for a in articles)


def test_another_author_with_the_same_seed_writes_the_same(writer: ArticleWriter, plan: SitePlan) -> None:
    again = ArticleWriter(plan, load_phrase_book(), 1)
    column = plan.columns[0]
    assert writer.write_column(column, days(5)) == again.write_column(column, days(5))


def test_running_out_of_titles_is_told(writer: ArticleWriter, plan: SitePlan) -> None:
    with pytest.raises(LookupError, match=plan.name):
        writer.write_column(plan.columns[0], (NEWEST,) * 500)


def test_what_is_reprinted_names_its_source(writer: ArticleWriter, plan: SitePlan) -> None:
    column = next(column for column in plan.columns if column.reprints)
    sources = [article.source for article in writer.write_column(column, days(column.count))]
    assert sources.count(plan.facts.organiser) == column.count - column.reprints


def test_a_guide_has_all_eight_elements(writer: ArticleWriter, plan: SitePlan) -> None:
    column = next(column for column in plan.columns if column.name == "办事服务")
    (guide,) = writer.write_column(column, days(1))
    assert [label for label, _ in guide.rows] == [
        "事项名称",
        "设定依据",
        "申请条件",
        "办理材料",
        "办理地点",
        "办理时间",
        "办理流程",
        "联系电话",
    ]
