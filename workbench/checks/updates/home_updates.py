"""The check `home-updates`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.domain.subject import SubjectKind
from workbench.domain.window import Window
from workbench.views.home_news import HomeNews, home_news
from workbench.views.site_view import SiteView

FEWEST_FRESH = 10
_SHOWN = 5


@check("home-updates", sees=SiteView, title="首页更新")
def home_updates(site: SiteView) -> Iterator[Observation]:
    """Home pages on which nothing, or too little, was published inside the window of the standard.

    What: the items of all lists of the home page, each counted once. Where the home page shows no date, the date of the
    article behind it or of a column page counts. A home page that is only a gate is judged by the lists it leads to.
    Nothing inside the window is `stale`; fewer than 10 items are `few`.

    Why: two weeks without anything new on the home page are a veto; fewer than 10 items in two weeks cost 5 points in the
    standard of 2015.

    Limits: items dated later than the monitoring day are ignored. Where scripts fill the page, or where so many items
    have no date that they could change the answer, a person must look. An aspect no rule gives a window is not judged.
    A publishing module is a part of a site and has no home page of its own.
    """
    news = home_news(site)
    if news is None or site.subject.kind is SubjectKind.MODULE:
        return
    stale, few = site.windows.get("stale"), site.windows.get("few")
    if stale is not None and news.past:
        yield _measured(news, stale)
    if stale is not None and not news.fresh(stale):
        yield _stale(news, stale)
    elif few is not None and len(news.fresh(few)) < FEWEST_FRESH:
        yield _few(news, few)


def _measured(news: HomeNews, window: Window) -> Observation:
    """How long the home page has been silent, kept whatever follows from it."""
    newest = news.past[0]
    day = newest.day or news.as_of
    days, limit = (news.as_of - day).days, (news.as_of - window.first_day(news.as_of)).days
    words = f"首页最新一条：{newest.item.title} {day}，已{days}天未更新（时限{window.in_words()}）"
    proof = (
        ("标题", newest.item.title),
        ("地址", newest.item.url),
        ("日期", str(day)),
        ("日期出处", newest.source),
        ("未更新天数", str(days)),
        ("更新时限", window.in_words()),
        ("时限天数", str(limit)),
    )
    return Observation(
        check="home-updates",
        aspect="stale",
        place=news.home.url,
        excerpt=words,
        proof=proof,
        is_measure=True,
    )


def _stale(news: HomeNews, window: Window) -> Observation:
    where = "首页只作导航，所链接的二级页面" if news.is_second_level else "首页"
    doubt = _doubt(news, missing=1)
    if doubt:
        return _observation(
            news,
            "stale",
            f"{doubt}，无法判断首页在{window.in_words()}内有没有更新，请打开页面查看。",
            window,
            is_unsure=True,
        )
    if not news.past:
        words = f"{where}的信息都没有可用的日期，按{window.in_words()}内未更新计，请核实"
        return _observation(news, "stale", words, window)
    newest = news.past[0]
    days = (news.as_of - newest.day).days if newest.day else 0
    words = f"{where}最新一条：{newest.item.title} {newest.day}，已{days}天未更新（时限{window.in_words()}）"
    return _observation(news, "stale", words, window)


def _few(news: HomeNews, window: Window) -> Observation:
    fresh = len(news.fresh(window))
    doubt = _doubt(news, missing=FEWEST_FRESH - fresh)
    words = f"首页{window.in_words()}内更新{fresh}条，少于{FEWEST_FRESH}条"
    if doubt:
        return _observation(news, "few", f"{words}，但{doubt}，请打开页面查看。", window, is_unsure=True)
    return _observation(news, "few", words, window)


def _doubt(news: HomeNews, *, missing: int) -> str:
    """Why the answer could be another one, or an empty text; `missing` more fresh items would change it."""
    if news.is_filled_later and len(news.past) < FEWEST_FRESH:
        return "首页有由脚本加载的内容"
    if not news.items:
        return "首页没有看到信息列表"
    return (
        f"有{news.undated}条信息查不到日期"
        if news.undated >= missing and news.undated < len(news.items)
        else ""
    )


def _observation(
    news: HomeNews, aspect: str, excerpt: str, window: Window, *, is_unsure: bool = False
) -> Observation:
    shown = [
        (f"{entry.day}", f"{entry.item.title}　{entry.item.url}　日期出自“{entry.source}”")
        for entry in news.past
    ]
    proof = [
        ("首页", news.home.url),
        ("条目数", f"{len(news.items)}，其中查不到日期的{news.undated}"),
        ("监测日", str(news.as_of)),
        ("更新时限", window.in_words()),
        *(("二级页面", page.url) for page in news.pages[1:][:_SHOWN]),
        *shown[:_SHOWN],
    ]
    return Observation(
        check="home-updates",
        aspect=aspect,
        place=news.home.url,
        excerpt=excerpt,
        proof=tuple(proof),
        is_unsure=is_unsure,
    )
