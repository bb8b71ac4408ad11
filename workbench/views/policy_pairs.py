"""Policy files and interpretations of a site: which of them were read, and which lead to each other."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.column import Column, ColumnClass
from workbench.views.page_facts import PAPER_KINDS, ContentLink, PageFacts
from workbench.views.page_words import pattern_of
from workbench.views.site_view import SiteView, page_stem, same_page

_QUOTED = re.compile(r"《([^》]{4,})》")
_SIGNS = re.compile(r"[\s《》“”\"'（）()【】\[\]、，,。:：—_|-]+")
_ISSUED = re.compile(r"^.*?(?:关于(?:印发|转发|公布|发布|修订|废止)?)")
_TAIL = re.compile(r"的?(?:通知|公告|意见|决定|通告|批复|函|令)$")
# A shorter name fits too many titles.
_SHORTEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Paper:
    """One file or interpretation as its column lists it, with the page behind it.

    `links` are those of its content that lead neither to a column nor to another of its own class.
    """

    title: str
    page: PageFacts
    day: date | None
    links: tuple[ContentLink, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperSide:
    """The papers of one class of columns, the newest first; `why_not` says why there is none to be judged."""

    papers: tuple[Paper, ...] = ()
    why_not: str = ""


def paper_side(site: SiteView, column_class: ColumnClass, *, name: str) -> PaperSide:
    """`name` is what the class is called in the reason."""
    columns = [column for column in site.columns if column.column_class is column_class]
    if not columns:
        return PaperSide(why_not=f"台账里没有{name}类栏目")
    found = {paper.page.url: paper for column in columns for paper in _papers_of(site, column)}
    if found:
        beside = {page_stem(url) for url in (*found, *(column.url for column in site.columns))}
        papers = sorted(found.values(), key=lambda paper: paper.day or date.min, reverse=True)
        return PaperSide(tuple(replace(paper, links=_links_of(paper, beside)) for paper in papers))
    if not any(_listing(site, column) for column in columns):
        return PaperSide(why_not=f"{name}类栏目没有读到，或认不出条目")
    return PaperSide(why_not=f"{name}类栏目里的文章没有读到")


def leads_to_policy(interpretation: Paper, policies: Iterable[Paper]) -> bool:
    """Whether the content leads to a file of the site, or says in so many words that it leads to one elsewhere."""
    is_said = any(
        pattern_of("policy_links", "to_policy").search(link.words) or _QUOTED.search(link.words)
        for link in interpretation.links
    )
    return is_said or any(_leads(interpretation, policy) for policy in policies)


def is_of_others(interpretation: Paper) -> bool:
    """An interpretation of a file from above: whoever reprints it has no file of his own to lead to."""
    return pattern_of("policy_links", "from_above").search(interpretation.title) is not None


def interpretations_of(policy: Paper, interpretations: Iterable[Paper]) -> tuple[Paper, ...]:
    """Those that lead to the file, or bear its name."""
    return tuple(each for each in interpretations if _leads(each, policy) or _is_named_after(each, policy))


def leads_to_interpretation(policy: Paper, interpretations: Iterable[Paper]) -> bool:
    is_said = any(pattern_of("policy_links", "to_interpretation").search(link.words) for link in policy.links)
    return is_said or any(_leads(policy, each) for each in interpretations)


def _leads(one: Paper, other: Paper) -> bool:
    return any(same_page(link.url, other.page.url) for link in one.links)


def _links_of(paper: Paper, beside: Container[str]) -> tuple[ContentLink, ...]:
    return tuple(link for link in paper.page.content_links if page_stem(link.url) not in beside)


def _is_named_after(interpretation: Paper, policy: Paper) -> bool:
    names = [_bare(name) for name in _QUOTED.findall(interpretation.title)]
    names.append(_bare(pattern_of("policy_links", "around").sub("", interpretation.title)))
    shown, own = _bare(policy.title), _own_name(policy.title)
    return any(len(name) >= _SHORTEST_NAME and name in shown for name in names) or (
        len(own) >= _SHORTEST_NAME and own in _bare(interpretation.title)
    )


def _own_name(title: str) -> str:
    quoted = _QUOTED.findall(title)
    return _bare(quoted[0] if quoted else _TAIL.sub("", _ISSUED.sub("", title)))


def _bare(title: str) -> str:
    return _SIGNS.sub("", title)


def _listing(site: SiteView, column: Column) -> PageFacts | None:
    page = site.page(column.url)
    return page if page is not None and page.items else None


def _papers_of(site: SiteView, column: Column) -> Iterator[Paper]:
    """What the first page of the column lists, then what names the column itself."""
    listing = _listing(site, column)
    for item in listing.items if listing is not None else ():
        page = site.page(item.url) if item.url else None
        if page is not None and page.kind in PAPER_KINDS and not page.is_column:
            yield Paper(item.title, page, item.date)
    for page in site.articles:
        if page.identity["ColumnName"] == column.name:
            yield Paper(_headline(page), page, page.published.day if page.published else None)


def _headline(page: PageFacts) -> str:
    return page.identity["ArticleTitle"] or page.title
