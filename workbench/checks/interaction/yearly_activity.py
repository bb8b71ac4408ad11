"""The check `yearly-activity`."""

from collections.abc import Iterator, Sequence
from datetime import date

from workbench.checks.catalogue import check
from workbench.domain.column import ColumnClass
from workbench.domain.observation import Observation
from workbench.domain.window import Window
from workbench.views.column_view import ColumnView
from workbench.views.list_items import ListItem
from workbench.views.outside_host import is_foreign
from workbench.views.page_kind import KIND_WORDS
from workbench.views.page_words import pattern_of, words_of

_ACTIVITIES = {
    ColumnClass.SURVEY: "调查征集活动",
    ColumnClass.INTERVIEW: "在线访谈活动",
    ColumnClass.CONSULTATION: "网民来信、留言",
}
_NEXT_PAGES = ("下一页", "下页", "后一页", "更多", "加载更多")
_MOST_TOLD = 6


@check("yearly-activity", sees=ColumnView, title="一年内的互动活动")
def yearly_activity(view: ColumnView) -> Iterator[Observation]:
    """Surveys, interviews and letters of one year, counted.

    What: the dated items of a column of surveys, interviews or consultation inside the window of the standard, up to the
    monitoring day: `none`, `few` (fewer than three) or `under-six`, each where the standard asks about it. Reprints, by
    their title, the source their row names or a foreign address, and reports of outcomes do not count. Letters are asked
    about only for `none`.

    Why: next to home pages this is the commonest fault in the notices.

    Limits: every column is counted by itself, and so is every first page: a person adds up where activities are spread.
    Where items show no date, where scripts fill the list or it goes on to a second page, a person must look.
    """
    kind = view.column.column_class
    window = view.windows.get(f"{kind}.none")
    if kind not in _ACTIVITIES or window is None or view.column.is_historic:
        return
    if view.recipe_doubt:
        yield view.observe("yearly-activity", view.recipe_doubt, is_unsure=True)
    counted = _inside(view, window)
    own = [item for item in counted if not _is_reprint(item, view)]
    aspect = _aspect_of(len(own), view)
    if aspect is None:
        return
    doubt = _why_unsure(view, counted)
    yield (
        _unsure(view, aspect, doubt) if doubt else _found(view, aspect, window, own, len(counted) - len(own))
    )


def _aspect_of(count: int, view: ColumnView) -> str | None:
    kind = view.column.column_class
    if count == 0:
        return f"{kind}.none"
    for step in words_of("yearly_activity", "few"):
        name, _, number = step.partition(":")
        if f"{kind}.{name}" in view.windows and count < int(number):
            return f"{kind}.{name}"
    return None


def _inside(view: ColumnView, window: Window) -> list[ListItem]:
    no_activity = pattern_of("yearly_activity", "not_activities")
    return [
        item
        for item in view.page.items
        if item.date is not None
        and window.contains(item.date, as_of=view.as_of)
        and not no_activity.search(item.title)
    ]


def _is_reprint(item: ListItem, view: ColumnView) -> bool:
    is_named = pattern_of("yearly_activity", "reprints").search(item.title) is not None
    return is_named or is_foreign(item.url, view.page.url) or _is_of_others(item.source)


def _is_of_others(source: str) -> bool:
    return source == "转" or pattern_of("yearly_activity", "reprint_sources").match(source) is not None


def _why_unsure(view: ColumnView, counted: Sequence[ListItem]) -> str:
    """Why the number may not be all there is, or an empty text."""
    page = view.page
    if page.is_blank:
        return ""
    if page.is_script_filled:
        return "栏目内容由脚本加载"
    dated = [item for item in page.items if item.date is not None]
    if not page.items:
        return f"栏目页像是{KIND_WORDS[page.kind]}，不是活动列表"
    if len(dated) < len(page.items) / 2:
        return "栏目里的活动多数没有标注日期"
    if len(counted) == len(dated) and _has_next_page(view):
        return "列表不止一页"
    return ""


def _has_next_page(view: ColumnView) -> bool:
    here = view.page.url.partition("#")[0]
    return any(
        link.text.strip(" >»›") in _NEXT_PAGES and link.url.startswith("http") and link.url != here
        for link in view.page.links
    )


def _unsure(view: ColumnView, aspect: str, doubt: str) -> Observation:
    return Observation(
        check="yearly-activity",
        aspect=aspect,
        place=view.column.url,
        excerpt=f"{doubt}，无法自动数出1年内的{_ACTIVITIES[view.column.column_class]}，请打开页面查看。",
        is_unsure=True,
    )


def _found(
    view: ColumnView, aspect: str, window: Window, own: Sequence[ListItem], reprints: int
) -> Observation:
    activity = _ACTIVITIES[view.column.column_class]
    said = f"只开展{len(own)}次{activity}" if own else f"没有{activity}"
    besides = f"（另有{reprints}条转载不计）" if reprints else ""
    newest = max((item.date for item in view.page.items if item.date), default=None)
    proof = [
        ("栏目", view.column.name),
        ("期间", f"{window.first_day(view.as_of)} 至 {view.as_of}"),
        ("计入次数", str(len(own))),
        ("不计的转载", f"{reprints}条" if reprints else ""),
        ("栏目最新一条", _told_day(newest)),
        *(("计入", f"{item.title}　{item.date}") for item in own[:_MOST_TOLD]),
        ("栏目状态", "空白" if view.page.is_blank else ""),
    ]
    return Observation(
        check="yearly-activity",
        aspect=aspect,
        place=view.column.url,
        excerpt=f"栏目“{view.column.name}”{window.in_words()}内{said}{besides}",
        proof=tuple((label, words) for label, words in proof if words),
    )


def _told_day(day: date | None) -> str:
    return str(day) if day is not None else ""
