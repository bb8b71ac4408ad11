"""The check `stale-column`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.domain.window import Window
from workbench.views.column_view import ColumnView
from workbench.views.list_items import ListItem
from workbench.views.page_kind import KIND_WORDS, PageKind

_NOT_A_LIST = {
    PageKind.SCRIPT: "栏目内容由脚本加载，无法自动判断更新时间，请打开页面查看",
    PageKind.REDIRECT: "栏目页会跳转到别的地址，无法自动判断更新时间，请在台账中登记跳转后的地址",
    PageKind.ERROR: "栏目页提示出错，无法自动判断更新时间，请打开页面查看",
}


@check("stale-column", sees=ColumnView, title="栏目更新")
def stale_column(view: ColumnView) -> Iterator[Observation]:
    """Columns in which nothing was published inside the window of the standard.

    What: the newest item of the column's own list, wherever it stands there, against the window that the rule of the
    pinned standard gives this class of column, counted back from the monitoring day. Items dated later than that day are
    ignored. A list whose items show no date counts as not updated, as the standards say, with the request to verify.

    Why: 动态要闻 2 weeks, 通知公告 and 政策文件 6 months, others as the standard says; five such columns together are a veto.

    Limits: a column without a window and a historic topic are not judged; a blank one is the matter of `blank-column`.
    Where scripts fill the list, where the page leads elsewhere, or where it is no list at all, a person must look.
    """
    if view.window is None or view.column.is_historic or view.page.is_blank:
        return
    newest = view.page.newest_item
    if newest is not None:
        if not _is_recent(newest, view, view.window):
            yield _stale(view, newest, view.window)
    elif view.page.items:
        yield _without_past_dates(view)
    else:
        kind = view.page.kind
        words = _NOT_A_LIST.get(
            kind, f"栏目页像是{KIND_WORDS[kind]}，不是信息列表，无法自动判断更新时间，请打开页面查看"
        )
        yield _unsure(view, words)


def _is_recent(item: ListItem, view: ColumnView, window: Window) -> bool:
    return item.date is not None and window.contains(item.date, as_of=view.as_of)


def _stale(view: ColumnView, newest: ListItem, window: Window) -> Observation:
    days = (view.as_of - newest.date).days if newest.date else 0
    proof = [
        ("标题", newest.title),
        ("地址", newest.url),
        ("日期", str(newest.date)),
        ("日期出处", newest.date_source),
        ("未更新天数", str(days)),
        ("监测日", str(view.as_of)),
        ("更新时限", window.in_words()),
        *_ignored(view),
    ]
    excerpt = f"最新一条：{newest.title} {newest.date}，已{days}天未更新（时限{window.in_words()}）"
    return _observation(view, excerpt, proof)


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
    return _observation(view, excerpt, proof)


def _ignored(view: ColumnView) -> list[tuple[str, str]]:
    later = [item for item in view.page.items if item.date is not None and item.date > view.as_of]
    return [("不计入的条目", f"{len(later)}条，日期晚于监测日")] if later else []


def _unsure(view: ColumnView, words: str) -> Observation:
    return Observation(
        check="stale-column",
        aspect=view.column.aspect,
        place=view.column.url,
        excerpt=f"{words}。",
        is_unsure=True,
    )


def _observation(view: ColumnView, excerpt: str, proof: list[tuple[str, str]]) -> Observation:
    shown = [("栏目", view.column.name), *proof]
    return Observation(
        check="stale-column",
        aspect=view.column.aspect,
        place=view.column.url,
        excerpt=excerpt,
        proof=tuple((label, words) for label, words in shown if words),
    )
