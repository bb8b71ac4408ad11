"""What sort of page this is, decided from facts gathered once; the first rule that fits decides."""

import re
from dataclasses import dataclass
from enum import StrEnum

from workbench.views.content_facts import ContentFacts


class PageKind(StrEnum):
    LIST = "list"
    LIST_UNDATED = "list_undated"
    LIST_BLANK = "list_blank"
    HOME = "home"
    HOME_MMDD = "home_mmdd"
    HOME_NODATE = "home_nodate"
    CONTENT = "content"
    FORM = "form"
    SITEMAP = "sitemap"
    REDIRECT = "redirect"
    ERROR = "error"
    SCRIPT = "script"


KIND_WORDS = {
    PageKind.LIST: "列表",
    PageKind.LIST_UNDATED: "无日期列表",
    PageKind.LIST_BLANK: "空白栏目",
    PageKind.HOME: "首页",
    PageKind.HOME_MMDD: "首页（日期无年份）",
    PageKind.HOME_NODATE: "首页（无日期）",
    PageKind.CONTENT: "内容页",
    PageKind.FORM: "表单",
    PageKind.SITEMAP: "网站地图",
    PageKind.REDIRECT: "跳转页",
    PageKind.ERROR: "出错页",
    PageKind.SCRIPT: "脚本加载",
}

# An article has at least this much prose before any list of related ones.
_ARTICLE_PROSE = 250
_SOME_PROSE = 45
_FORM_INPUTS = 4
# An article may be followed by so many dated ones.
_RELATED_ITEMS = 6
_FEW_ITEMS = 3
_HOME_PATH = re.compile(r"^/?(?:(?:index|default|home|main)(?:\.\w{2,6})?)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KindFacts:
    """Counts of items are those of the column's own list; `dated_lists` those of the whole page that carry dates."""

    path: str | None
    has_crumbs: bool
    is_sitemap: bool
    is_about_site: bool
    is_error: bool
    refresh_target: str
    run_count: int
    link_count: int
    dated: int
    undated: int
    own_is_side: bool
    own_is_plain: bool
    list_count: int
    dated_lists: int
    is_yearless: bool
    has_article_meta: bool
    has_article_title: bool
    has_headline: bool
    is_script_filled: bool
    content: ContentFacts


def page_kind(facts: KindFacts) -> tuple[PageKind, float]:
    """The kind and how sure it is, from 0 to 1."""
    return _without_content(facts) or _of_site(facts) or _article_or_form(facts) or _list(facts)


def _without_content(facts: KindFacts) -> tuple[PageKind, float] | None:
    if facts.refresh_target and facts.link_count < 10 and facts.dated == 0:
        return PageKind.REDIRECT, 0.95
    if facts.is_error:
        return PageKind.ERROR, 0.9
    if facts.run_count == 0 and facts.link_count == 0 and not facts.content.shows_figure:
        return (PageKind.SCRIPT, 0.7) if facts.is_script_filled else (PageKind.ERROR, 0.8)
    return None


def _of_site(facts: KindFacts) -> tuple[PageKind, float] | None:
    if facts.is_sitemap and facts.link_count >= 10:
        return PageKind.SITEMAP, 0.9
    if not _is_home(facts):
        return None
    if facts.dated_lists == 0:
        return PageKind.HOME_NODATE, 0.7
    return (PageKind.HOME_MMDD if facts.is_yearless else PageKind.HOME), 0.85


def _is_home(facts: KindFacts) -> bool:
    if facts.has_crumbs or facts.has_article_meta or facts.content.prose_first >= 4 * _ARTICLE_PROSE:
        return False
    if facts.path is not None and _HOME_PATH.match(facts.path):
        return facts.list_count >= 2 or facts.link_count >= 30
    return facts.list_count >= 3 and facts.link_count >= 40


def _article_or_form(facts: KindFacts) -> tuple[PageKind, float] | None:
    content = facts.content
    if facts.has_article_title and facts.dated < _RELATED_ITEMS:
        return PageKind.CONTENT, 0.9
    if content.inputs >= _FORM_INPUTS and facts.dated == 0 and content.prose < 4 * _ARTICLE_PROSE:
        return PageKind.FORM, 0.8
    if content.prose_first >= _ARTICLE_PROSE and (facts.dated < _FEW_ITEMS or _is_dressed_as_article(facts)):
        return PageKind.CONTENT, 0.85
    if _is_dressed_as_article(facts) and content.prose_first >= _SOME_PROSE and _is_beside_the_point(facts):
        return PageKind.CONTENT, 0.8
    if content.has_article_tools and facts.has_headline and facts.dated + facts.undated <= _FEW_ITEMS:
        return PageKind.CONTENT, 0.7
    is_short_article = content.has_article_tools and facts.undated <= 2 and facts.has_crumbs
    return (PageKind.CONTENT, 0.6) if is_short_article and facts.dated == 0 else None


def _is_dressed_as_article(facts: KindFacts) -> bool:
    """Meta tags, tools or a headline of an article; a list may also begin with long words of welcome."""
    dress = (facts.has_article_meta, facts.content.has_article_tools, facts.has_headline)
    return any(dress) or facts.content.prose_first >= 4 * _ARTICLE_PROSE


def _is_beside_the_point(facts: KindFacts) -> bool:
    """Whether the dated lines are too few, or no links at all, to make the page a list."""
    return facts.dated < _FEW_ITEMS or facts.own_is_plain


def _list(facts: KindFacts) -> tuple[PageKind, float]:
    if facts.dated > 0 and not (facts.own_is_side and facts.dated < 3):
        return PageKind.LIST, 0.95 if facts.dated >= 3 else 0.8
    content = facts.content
    if facts.undated >= 2 and not facts.own_is_side:
        return PageKind.LIST_UNDATED, 0.8 if facts.undated >= 4 else 0.6
    if content.says_nothing_here and content.prose < _ARTICLE_PROSE:
        return PageKind.LIST_BLANK, 0.9
    if content.prose >= _SOME_PROSE or facts.content.shows_figure:
        return PageKind.CONTENT, 0.7
    if facts.undated == 1:
        return PageKind.LIST_UNDATED, 0.5
    if facts.is_script_filled:
        return PageKind.SCRIPT, 0.6
    if facts.is_about_site:
        return PageKind.CONTENT, 0.5
    return PageKind.LIST_BLANK, 0.8 if facts.has_crumbs else 0.6
