"""Meta tags are read however they are written, and wrongly written ones are named."""

from datetime import date

import pytest

from workbench.views.page_identity import ARTICLE_TAGS, COLUMN_TAGS, SITE_TAGS, IdentityTags
from workbench.views.page_view import PageView


def tags(head: str) -> IdentityTags:
    return PageView(f"<head>{head}</head><p>x</p>".encode(), url="", as_of=date(2026, 11, 20)).identity


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="SiteIDCode" content="1234560001">',
        '<META content="1234560001" NAME="siteidcode" />',
        "<meta name=SITEIDCODE content=1234560001>",
        '<meta property="SiteIDCode" content=" 1234560001 ">',
        '<meta name="SiteIDCode"content="1234560001"/>',
    ],
)
def test_a_tag_in_every_writing(head: str) -> None:
    assert tags(head)["SiteIDCode"] == "1234560001"
    assert tags(head).missing(SITE_TAGS) == ("SiteName", "SiteDomain")


def test_an_empty_tag_is_a_missing_one() -> None:
    found = tags('<meta name="ColumnName" content=""><meta name="ColumnType" content="工作动态">')
    assert found.missing(COLUMN_TAGS) == ("ColumnName",)
    assert "ColumnName" in found.values


def test_a_page_of_other_tags_has_none_of_these() -> None:
    found = tags('<meta name="viewport" content="width=device-width"><meta name="robots" content="all">')
    assert found.values == {}
    assert found.missing(ARTICLE_TAGS) == ARTICLE_TAGS


@pytest.mark.parametrize(
    ("name", "content", "is_fault"),
    [
        ("SiteIDCode", "1234560001", False),
        ("SiteIDCode", "bm12345678", False),
        ("SiteIDCode", "12345600", True),
        ("SiteDomain", "www.some.gov.cn", False),
        ("SiteDomain", "http://www.some.gov.cn/", True),
        ("PubDate", "2026-11-02 10:30", False),
        ("PubDate", "20261102", False),
        ("PubDate", "十一月初", True),
    ],
)
def test_contents_that_cannot_be(name: str, content: str, *, is_fault: bool) -> None:
    found = tags(f'<meta name="{name}" content="{content}">').faults
    assert [tag for tag, _ in found] == ([name] if is_fault else [])


def test_a_tag_written_twice_and_differently() -> None:
    found = tags('<meta name="SiteName" content="甲网"><meta name="SiteName" content="乙网">')
    assert found["SiteName"] == "甲网"
    assert found.faults == (("SiteName", "写了不同的内容：甲网 / 乙网"),)


def test_an_article_is_known_by_its_tags() -> None:
    found = tags('<meta name="PubDate" content="2026-11-02">')
    assert found.missing(ARTICLE_TAGS) == ("ArticleTitle", "ContentSource")
    assert tags("").missing(ARTICLE_TAGS) == ARTICLE_TAGS
