"""The check `stale-column`."""

from collections.abc import Iterator
from datetime import date

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.domain.window import Window
from workbench.views.column_view import ColumnView
from workbench.views.list_items import ListItem
from workbench.views.page_kind import KIND_WORDS, PageKind

_ID = "stale-column"
_NOT_A_LIST = {
    PageKind.SCRIPT: "栏目内容由脚本加载，无法自动判断更新时间，请打开页面查看",
    PageKind.REDIRECT: "栏目页会跳转到别的地址，无法自动判断更新时间，请在台账中登记跳转后的地址",
    PageKind.ERROR: "栏目页提示出错，无法自动判断更新时间，请打开页面查看",
}


@check(_ID, sees=ColumnView, title="栏目更新")
def stale_column(view: ColumnView) -> Iterator[Observation]:
    """Columns in which nothing was published inside the window of the standard.

    What: the newest item of the column's own list, wherever it stands there, against the window that the rule of the
    pinned standard gives this class of column, counted back from the monitoring day. Items dated later than that day are
    ignored. A list whose items show no date counts as not updated, as the standards say, with the request to verify.

    Why: 动态要闻 2 weeks, 通知公告 and 政策文件 6 months, others as the standard says; five such columns together are a veto.

    How long it has been silent is kept with the outcome even where nothing is wrong. A column with a reason on record why it
    had nothing to publish is not proposed as long as the reason holds; the outcome says so.

    Limits: a column without a window and a historic topic are not judged; a blank one is the matter of `blank-column`.
    Where scripts fill the list, where the page leads elsewhere, or where it is no list at all, a person must look. So must he
    where the recipe pointed out for the column no longer fits its page; the page is then judged by the general rules.
    """
    if view.window is None or view.column.is_historic:
        return
    if view.recipe_doubt:
        yield view.observe(_ID, view.recipe_doubt, is_unsure=True)
    newest = view.page.newest_item
    if newest is not None and newest.date is not None:
        yield from _judge_newest(view, newest, newest.date, view.window)
    elif view.silence is not None:
        yield view.observe(_ID, view.silence_in_words, proof=_silence(view), is_measure=True)
    elif view.page.items:
        yield _without_past_dates(view)
    elif not view.page.is_blank:
        kind = view.page.kind
        words = _NOT_A_LIST.get(
            kind, f"栏目页像是{KIND_WORDS[kind]}，不是信息列表，无法自动判断更新时间，请打开页面查看"
        )
        yield view.observe(_ID, f"{words}。", is_unsure=True)


def _judge_newest(view: ColumnView, newest: ListItem, day: date, window: Window) -> Iterator[Observation]:
    """How long the column has been silent is kept whatever follows from it."""
    days = (view.as_of - day).days
    limit = (view.as_of - window.first_day(view.as_of)).days
    proof = [
        ("标题", newest.title),
        ("地址", newest.url),
        ("日期", str(day)),
        ("日期出处", newest.date_source),
        ("未更新天数", str(days)),
        ("监测日", str(view.as_of)),
        ("更新时限", window.in_words()),
        *_ignored(view),
    ]
    words = f"最新一条：{newest.title} {day}，已{days}天未更新（时限{window.in_words()}）"
    measured = [*proof, ("时限天数", str(limit)), *_silence(view)]
    is_stale = not window.contains(day, as_of=view.as_of)
    told = view.silence_in_words if is_stale and view.silence is not None else words
    yield view.observe(_ID, told, proof=measured, is_measure=True)
    if is_stale and view.silence is None:
        yield view.observe(_ID, words, proof=proof)


def _silence(view: ColumnView) -> list[tuple[str, str]]:
    return [("无更新说明", view.silence_in_words)]


def _without_past_dates(view: ColumnView) -> Observation:
    ignored = _ignored(view)
    first = view.page.items[0]
    excerpt = (
        "栏目信息的日期都晚于监测日，按未更新计，请核实"
        if ignored
        else "栏目信息未标注日期，按未更新计，请核实"
    )
    proof = [
        ("标题", first.title),
        ("地址", first.url),
        ("日期", "无日期" if not ignored else str(first.date)),
        ("条目数", str(len(view.page.items))),
        ("监测日", str(view.as_of)),
        *ignored,
    ]
    return view.observe(_ID, excerpt, proof=proof)


def _ignored(view: ColumnView) -> list[tuple[str, str]]:
    later = [item for item in view.page.items if item.date is not None and item.date > view.as_of]
    return [("不计入的条目", f"{len(later)}条，日期晚于监测日")] if later else []
