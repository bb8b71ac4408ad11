"""The check `date-honesty`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.list_items import ListItem
from workbench.views.page_facts import PageFacts
from workbench.views.site_view import SiteView

# Lists are made at night: one day between list and article means nothing.
_LEAST_DAYS = 2
# Where more articles than these differ, and a third of all, the list shows another day on purpose.
_MANY_PAIRS = 10
_BULK = 10
_SHOWN = 10
_NO_CLOCKS = ("0:00", "00:00")
_GUESSED = ("年份", "前", "今", "昨", "刚")


@check("date-honesty", sees=SiteView, title="日期真实")
def date_honesty(site: SiteView) -> Iterator[Observation]:
    """Dates that cannot be, or that contradict each other.

    What: articles that say they were published after the day they were fetched (`future`); articles published before the
    document itself was signed (`before-signed`); articles whose date in a list is two days or more off the date on their
    own page (`list-differs`); ten or more articles stamped with the same minute (`bulk`, always for a person).

    Why: forged dates are a veto, and notices name 发布日期早于成文日期 as careless publication.

    Limits: a date only in a list may be that of a meeting to come: without the article a person must look. The day of
    signing is the last line below the text that is a date alone, or the labelled 成文日期. Lists that show another day
    throughout, such as the day of signing, are for a person. A move to a new system stamps old articles in bulk.
    """
    yield from _future(site)
    yield from _before_signed(site)
    yield from _list_differs(site)
    yield from _bulk(site)


def _future(site: SiteView) -> Iterator[Observation]:
    told = set()
    for page in site.articles:
        if page.published is not None and page.published.day > page.seen_on:
            told.add(page.url)
            excerpt = f"发布日期{page.published.day}晚于{page.seen_on}：{page.title}"
            proof = (
                ("文章", page.url),
                ("发布日期出处", page.published.reason),
                ("查看日", str(page.seen_on)),
            )
            yield _observation("future", page.url, excerpt, proof)
    for page in site.pages:
        ahead = [item for item in page.items if _is_ahead(item, page) and site.article(item.url) is None]
        if ahead and page.url not in told:
            words = f"列表里有{len(ahead)}条日期晚于{page.seen_on}，可能是会议、截止等日期，请人工核实：{ahead[0].title}"
            yield _observation("future", page.url, words, _lines(ahead), is_unsure=True)


def _is_ahead(item: ListItem, page: PageFacts) -> bool:
    return item.date is not None and item.date > page.seen_on


def _lines(items: Sequence[ListItem]) -> tuple[tuple[str, str], ...]:
    return tuple((str(item.date), f"{item.title}　{item.url}") for item in items[:_SHOWN])


def _before_signed(site: SiteView) -> Iterator[Observation]:
    for page in site.articles:
        published, signed = page.published, page.signed
        if published is None or signed is None or published.day >= signed.day:
            continue
        name = "成文日期" if signed.is_labelled else "落款日期"
        excerpt = f"发布日期{published.day}早于{name}{signed.day}：{page.title}"
        proof = (("文章", page.url), ("发布日期出处", published.reason), (name, signed.words))
        yield _observation("before-signed", page.url, excerpt, proof)


def _list_differs(site: SiteView) -> Iterator[Observation]:
    for page in site.pages:
        if not page.is_list:
            continue
        pairs = [(item, article) for item in page.items if (article := _comparable(site, item)) is not None]
        off = [(item, article) for item, article in pairs if _days_apart(item, article) >= _LEAST_DAYS]
        if not off:
            continue
        is_habit = len(off) >= _MANY_PAIRS and 3 * len(off) > len(pairs)
        item, article = off[0]
        day = article.published.day if article.published is not None else None
        words = f"列表日期与文章日期不一致{len(off)}条，如“{item.title}”列表{item.date}、文章{day}"
        proof = tuple(
            (f"列表{one.date}", f"{other.published.reason}　{other.url}")
            for one, other in off[:_SHOWN]
            if other.published
        )
        if is_habit:
            words = f"{words}；可能列表另有日期口径，请人工核实。"
        yield _observation("list-differs", page.url, words, proof, is_unsure=is_habit)


def _comparable(site: SiteView, item: ListItem) -> PageFacts | None:
    """The article, where both dates are written out and neither is guessed."""
    if item.date is None or not item.url or any(word in item.date_source for word in _GUESSED):
        return None
    article = site.article(item.url)
    is_sure = (
        article is not None and article.published is not None and "标题旁" not in article.published.reason
    )
    return article if is_sure else None


def _days_apart(item: ListItem, article: PageFacts) -> int:
    if item.date is None or article.published is None:
        return 0
    return abs((item.date - article.published.day).days)


def _bulk(site: SiteView) -> Iterator[Observation]:
    stamps: dict[str, list[PageFacts]] = defaultdict(list)
    for page in site.articles:
        if page.clock and page.clock not in _NO_CLOCKS and page.published is not None:
            stamps[f"{page.published.day} {page.clock}"].append(page)
    for stamp, pages in sorted(stamps.items()):
        if len(pages) >= _BULK:
            words = f"有{len(pages)}篇文章的发布时间同为{stamp}，可能是批量补发，请人工核实。"
            urls = sorted(page.url for page in pages)
            proof = tuple(("文章", url) for url in urls[:_SHOWN])
            yield _observation("bulk", urls[0], words, proof, is_unsure=True)


def _observation(
    aspect: str, place: str, excerpt: str, proof: tuple[tuple[str, str], ...], *, is_unsure: bool = False
) -> Observation:
    return Observation(
        check="date-honesty", aspect=aspect, place=place, excerpt=excerpt, proof=proof, is_unsure=is_unsure
    )
