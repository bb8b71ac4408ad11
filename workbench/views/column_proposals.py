"""Which columns a site has, as its home page and its site map show: names and addresses for a person to confirm."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.domain.column import COLUMN_CLASS_WORDS, ColumnClass
from workbench.domain.link import LinkKind
from workbench.domain.place import normalise_place
from workbench.views.column_class import class_of_address, class_of_name
from workbench.views.page_links import PageLink
from workbench.views.page_view import PageView
from workbench.views.page_words import pattern_of, words_of
from workbench.views.url_dates import url_date
from workbench.views.url_parts import split_url

_NAME = re.compile(r"[\u4e00-\u9fff“”《》·、]{2,12}")
_MORE = re.compile(r"^[\s>»+【\[]*(?:更多|more|查看更多)[\s>»+】\]…]*$", re.IGNORECASE)
_INDEX = re.compile(r"^(?:index|default|list|main|home)?(?:[_-]?\d+)?(?:\.\w{2,6})?$", re.IGNORECASE)
_HOME = re.compile(r"^/?(?:(?:index|default|home|main)(?:\.\w{2,6})?)?$", re.IGNORECASE)
_NO_COLUMNS = re.compile(
    r"网站地图|站点地图|联系我们|关于我们|网站声明|隐私|版权|设为首页|收藏|登录|注册|无障碍|长者|手机版|邮箱登录"
)
_EDGE = " \t\u3000\xa0>»›+|｜·[]【】"
# The heading of a box stands so near before its link to more.
_HEADING_RUNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnProposal:
    """`level` 1 lies below no other proposal; `reason` says in words what the class was told by."""

    name: str
    url: str
    column_class: ColumnClass
    level: int
    reason: str


def propose_columns(pages: Iterable[PageView]) -> tuple[ColumnProposal, ...]:
    """From the home page and, where there is one, the site map: each address once, under the first name it has, or the
    first that tells its class.
    """
    found: dict[str, ColumnProposal] = {}
    for page in pages:
        for link in _column_links(page):
            place, entry = normalise_place(link.url), _proposal(link)
            if place not in found or _says_more(entry, found[place]):
                found[place] = entry
    return leveled(list(found.values()))


def _says_more(entry: ColumnProposal, held: ColumnProposal) -> bool:
    return held.column_class is ColumnClass.OTHER and entry.column_class is not ColumnClass.OTHER


def classify_column(proposal: ColumnProposal, page: PageView) -> ColumnProposal:
    """The proposal with what the column's own page says: its tags first, then its name in the path."""
    for words, source in (
        (page.identity["ColumnType"], "网页标签ColumnType"),
        (page.identity["ColumnName"], "网页标签ColumnName"),
        (next(iter(page.breadcrumbs[-1:]), ""), "当前位置"),
    ):
        exact = next((known for known, name in COLUMN_CLASS_WORDS.items() if words and words == name), None)
        told = (exact, words) if exact is not None else class_of_name(words)
        if told is not None:
            name = page.identity["ColumnName"] or proposal.name
            return replace(proposal, name=name, column_class=told[0], reason=f"{source}：{words}")
    return proposal


def leveled(found: Sequence[ColumnProposal]) -> tuple[ColumnProposal, ...]:
    """Each with its level among the others: 1 plus the number of those in whose folders it lies."""
    return tuple(replace(entry, level=_level(entry, found)) for entry in found)


def site_map_url(page: PageView) -> str:
    """Where the page's link to a site map leads, or an empty text."""
    words = pattern_of("page_words", "site_map")
    return next(
        (link.url for link in page.links if link.kind is LinkKind.PAGE and words.search(link.text)), ""
    )


def _column_links(page: PageView) -> Iterator[PageLink]:
    articles = {item.url for item in page.items if item.date is not None}
    headed = _headed(page)
    for link in page.links:
        name = link.text.strip(_EDGE)
        if _MORE.match(link.text):
            name = headed.get(link.raw, "")
        if (
            link.url not in articles
            and link.url != page.url
            and _is_name(name)
            and _may_be_column(link, page)
        ):
            yield link._replace(text=name)


def _may_be_column(link: PageLink, page: PageView) -> bool:
    """A page of the same host that is neither its front page nor, by its address, an article."""
    parts, host = split_url(link.url), split_url(page.url).netloc
    is_ours = not host or parts.netloc == host
    is_front = bool(_HOME.match(parts.path)) and not parts.query
    is_page = link.kind is LinkKind.PAGE and link.tag in ("a", "area")
    return is_page and is_ours and not is_front and url_date(link.url) is None


def _headed(page: PageView) -> dict[str, str]:
    """Of links that only say "more", the heading of their box."""
    outline, found = page.outline, {}
    for anchor in page.outline.anchors:
        if not _MORE.match(" ".join(outline.texts[anchor.first : anchor.last])):
            continue
        before = range(anchor.first - 1, max(anchor.first - 1 - _HEADING_RUNS, -1), -1)
        name = next((words for run in before if _is_name(words := outline.texts[run].strip(_EDGE))), "")
        found[anchor.raw] = name
    return found


def _is_name(name: str) -> bool:
    if not _NAME.fullmatch(name) or _NO_COLUMNS.search(name):
        return False
    return name.lower() not in words_of("page_words", "tool_links")


def _proposal(link: PageLink) -> ColumnProposal:
    name = link.text
    by_name, by_address = class_of_name(name), class_of_address(link.url)
    if by_name is not None:
        told, reason = by_name[0], f"名称中的“{by_name[1]}”"
    elif by_address is not None:
        told, reason = by_address[0], f"网址中的“{by_address[1]}”"
    else:
        told, reason = ColumnClass.OTHER, "名称和网址都看不出类别"
    return ColumnProposal(name=name, url=link.url, column_class=told, level=1, reason=reason)


def _level(proposal: ColumnProposal, others: Iterable[ColumnProposal]) -> int:
    mine = _folder(proposal.url)
    above = {
        folder
        for other in others
        if (folder := _folder(other.url)) and folder != mine and mine.startswith(folder)
    }
    return 1 + len(above)


def _folder(url: str) -> str:
    """The folder of a column page; empty for an article-like address or the site itself."""
    parts = split_url(url)
    folder, _, file = parts.path.rpartition("/")
    if parts.query or not folder or not _INDEX.match(file):
        return f"{parts.netloc}{parts.path}?{parts.query}" if parts.query else ""
    return f"{parts.netloc}{folder}/"
