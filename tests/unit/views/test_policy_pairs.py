"""Which interpretation belongs to which policy file, by links and by names."""

from datetime import date

import pytest

from workbench.views.page_facts import ContentLink, PageFacts, page_facts
from workbench.views.page_view import PageView
from workbench.views.policy_pairs import Paper, interpretations_of, is_of_others, leads_to_policy

DAY = date(2026, 11, 20)


def facts(url: str) -> PageFacts:
    return page_facts(PageView(b"<p>text</p>", url=url, as_of=DAY), url=url, seen_on=DAY)


def paper(title: str, number: int, *links: tuple[str, str]) -> Paper:
    return Paper(
        title, facts(f"http://a.gov.cn/{number}.html"), None, tuple(ContentLink(*link) for link in links)
    )


@pytest.mark.parametrize(
    ("file", "interpretation"),
    [
        ("关于印发《城镇排水管理办法》的通知", "《城镇排水管理办法》政策解读"),
        ("某某市人民政府关于加强养老服务工作的意见", "一图读懂：加强养老服务工作"),
        ("关于印发某某市电动自行车管理办法的通知", "《某某市电动自行车管理办法》解读"),
    ],
)
def test_names_tell_what_is_explained(file: str, interpretation: str) -> None:
    policy, told, other = paper(file, 1), paper(interpretation, 2), paper("《城市绿化条例》解读", 3)
    assert interpretations_of(policy, [other, told]) == (told,)


def test_a_link_tells_it_whatever_the_names() -> None:
    policy, told = paper("关于某事的通知", 1), paper("问答", 2, ("http://a.gov.cn/1.html", "点击查看"))
    assert interpretations_of(policy, [told]) == (told,)
    assert leads_to_policy(told, [policy])


def test_a_file_elsewhere_counts_where_the_words_say_so() -> None:
    assert leads_to_policy(paper("解读", 2, ("http://b.gov.cn/9.html", "政策原文")), [])
    assert not leads_to_policy(paper("解读", 2, ("http://b.gov.cn/9.html", "返回")), [])


def test_files_from_above_are_others() -> None:
    assert is_of_others(paper("国务院有关政策解读", 1))
    assert not is_of_others(paper("我市有关政策解读", 1))
