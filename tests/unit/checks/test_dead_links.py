import pytest

from workbench.checks.catalogue import checks
from workbench.checks.links.dead_links import dead_links
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.views.link_target import LinkTarget


def target(
    outcome: LinkOutcome = LinkOutcome.DEAD,
    *,
    is_on_home: bool = False,
    text: str = "政府公报",
    kind: LinkKind = LinkKind.PAGE,
    final_url: str = "",
) -> LinkTarget:
    return LinkTarget(
        LinkResult(
            url="http://a.gov.cn/gb/index.html",
            kind=kind,
            outcome=outcome,
            status=404,
            reason="404，页面不存在",
            final_url=final_url,
            is_on_home=is_on_home,
            occurrences=(Occurrence("http://a.gov.cn/zw/", text),),
            occurrence_count=7,
        )
    )


def test_a_dead_link_is_observed_with_all_that_proves_it() -> None:
    [seen] = dead_links(target(final_url="http://a.gov.cn/404"))
    assert (seen.check, seen.aspect, seen.place, seen.count) == (
        "dead-links",
        "other",
        "http://a.gov.cn/gb/index.html",
        1,
    )
    assert seen.excerpt == "页面 http://a.gov.cn/zw/ 的链接“政府公报”打不开：404，页面不存在"
    assert dict(seen.proof) == {
        "地址": "http://a.gov.cn/gb/index.html",
        "原因": "404，页面不存在",
        "所在页面": "http://a.gov.cn/zw/",
        "链接文字": "政府公报",
        "跳转到": "http://a.gov.cn/404",
    }


def test_the_home_page_counts_first() -> None:
    [seen] = dead_links(target(is_on_home=True))
    assert seen.aspect == "home"
    assert seen.excerpt.startswith("首页的链接“政府公报”")


def test_a_picture_without_words_is_called_a_picture() -> None:
    [seen] = dead_links(target(kind=LinkKind.IMAGE, text=""))
    assert "的图片打不开" in seen.excerpt
    assert "链接文字" not in dict(seen.proof)


@pytest.mark.parametrize("outcome", [outcome for outcome in LinkOutcome if outcome is not LinkOutcome.DEAD])
def test_nothing_but_death_is_observed(outcome: LinkOutcome) -> None:
    assert list(dead_links(target(outcome))) == []


def test_the_catalogue_knows_it_with_its_manual_page() -> None:
    found = checks["dead-links"]
    assert (found.sees, found.topic, found.title) == (LinkTarget, "links", "打不开的链接")
    assert "Limits:" in found.manual
