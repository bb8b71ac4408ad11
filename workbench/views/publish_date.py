"""When an article was published: meta tags, then a labelled date, then a script variable, then the date by the title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.views.date_words import find_compact_dates, find_full_dates
from workbench.views.headline import find_headline
from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of
from workbench.views.page_zones import Zones

# In the order in which they are believed.
_META_NAMES = (
    *(
        "pubdate",
        "publishdate",
        "publish_date",
        "publish-date",
        "publishtime",
        "publish_time",
        "publicationdate",
    ),
    *(
        "publication_date",
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "og:release_date",
    ),
    *(
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "firstpublishedtime",
        "releasedate",
        "release_date",
    ),
    *("weibo:article:create_at", "dc.date", "docpubdate", "artdate"),
)
_GENERATED = re.compile(r"生成|generat|modif|更新", re.IGNORECASE)
_LINKED_DATA = re.compile(r"\"(?:datePublished|pubDate)\"\s*:\s*\"([^\"]{8,40})\"")
_NAME = (
    r"(?:\w*(?:pub|publish|release|fabu|fbsj|fbrq|issue)\w*|doc(?:date|time)"
    r"|(?:news|art|article|info|write|add|create|input)_?(?:date|time|sj|rq))"
)
_VARIABLE = re.compile(
    rf"(?<![\w.])(?:var\s+|let\s+|const\s+)?({_NAME})\s*=\s*[\"']([^\"']{{6,40}})[\"']", re.IGNORECASE
)
_PROPERTY = re.compile(rf"[\"']?({_NAME})[\"']?\s*:\s*[\"']([^\"']{{6,40}})[\"']", re.IGNORECASE)
_NOT_PUBLISHED_NAME = re.compile(
    r"end|expire|start|begin|now|today|modify|update|build|version|public|config", re.IGNORECASE
)
_CLOCK = re.compile(r"\s*(\d{1,2}:\d{2})(?!\d)")
_SHORT_RUN = 80
_MOST_PARTS = 8
# How many runs below its title an article still shows its date; how many above.
_BELOW_TITLE, _ABOVE_TITLE = 14, 6


@dataclass(frozen=True, slots=True)
class PublishDate:
    day: date
    reason: str


def publish_date(
    zones: Zones, *, metas: Sequence[tuple[str, str]], scripts: Sequence[str], title: str, as_of: date
) -> PublishDate | None:
    """None is "cannot tell": better than a guess."""
    title_run = find_headline(zones, title)
    for found in (
        _from_meta(metas, scripts),
        _from_label(zones, title_run, "published", "标注"),
        _from_script(scripts),
        _from_label(zones, title_run, "published_weakly", "标注"),
        _visible(zones, title_run),
    ):
        if found is not None and found.day <= as_of:
            return found
    return None


def _from_meta(metas: Sequence[tuple[str, str]], scripts: Sequence[str]) -> PublishDate | None:
    held = {name: content for name, content in reversed(metas) if not _GENERATED.search(content)}
    for name in _META_NAMES:
        day = _day_in(held.get(name, ""))
        if day is not None:
            return PublishDate(day, f"网页标签 {name}：{held[name]}")
    for script in scripts:
        found = _LINKED_DATA.search(script) if "ate" in script else None
        day = _day_in(found[1]) if found else None
        if found is not None and day is not None:
            return PublishDate(day, f"网页内嵌数据：{found[1]}")
    return None


def _day_in(text: str) -> date | None:
    mentions = [*find_full_dates(text), *find_compact_dates(text[:8])]
    return mentions[0].day if mentions else None


def _from_label(zones: Zones, title_run: int | None, key: str, said: str) -> PublishDate | None:
    """The first label of the kind with a date right behind it, in its run or the next."""
    outline, labels = zones.outline, pattern_of("page_words", key)
    for run in range(zones.start, zones.stop):
        text = outline.texts[run]
        if not zones.is_content(run) or outline.run_anchors[run] != NONE or len(text) > 4 * _SHORT_RUN:
            continue
        for label in labels.finditer(text):
            if not _is_own_label(text, label.start()):
                continue
            found = _behind(outline, run, label.end(), zones.stop)
            if found is not None:
                return PublishDate(found[0], f"{said}“{label[0]}：{found[1]}”")
    return None


def _is_own_label(text: str, start: int) -> bool:
    """会议时间 ends in 时间 and is another label."""
    return (
        start == 0
        or not "\u4e00" <= text[start - 1] <= "\u9fff"
        or text[start : start + 2] not in ("时间", "日期")
    )


def _behind(outline: Outline, run: int, place: int, stop: int) -> tuple[date, str] | None:
    rest = outline.texts[run][place:].lstrip(" :：\u3000]】")
    if not rest and run + 1 < stop:
        rest = outline.texts[run + 1]
    mention = next(iter(find_full_dates(rest[:30])), None)
    if mention is None:
        # Each part of the date in a span of its own.
        rest = "".join([rest, *outline.texts[run + 2 : min(run + _MOST_PARTS, stop)]])
        mention = next(iter(find_full_dates(rest[:12])), None)
    if mention is None or mention.start > 2:
        return None
    clock = _CLOCK.match(rest, mention.end)
    return mention.day, mention.words + (f" {clock[1]}" if clock else "")


def _from_script(scripts: Sequence[str]) -> PublishDate | None:
    """A variable that names publication; a list of objects dates other articles, so a property must be alone."""
    for script in scripts:
        for name, words, day in _assigned(script, _VARIABLE):
            return PublishDate(day, f"网页脚本变量 {name}：{words}")
    named = {(name, words, day) for script in scripts for name, words, day in _assigned(script, _PROPERTY)}
    if len({day for _, _, day in named}) == 1:
        name, words, day = named.pop()
        return PublishDate(day, f"网页脚本数据 {name}：{words}")
    return None


def _assigned(script: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str, date]]:
    for found in pattern.finditer(script):
        day = _day_in(found[2])
        if day is not None and not _NOT_PUBLISHED_NAME.search(found[1].replace("publish", "")):
            yield found[1], found[2], day


def _visible(zones: Zones, title_run: int | None) -> PublishDate | None:
    """The first date by the headline that is not part of a sentence."""
    if title_run is None:
        return None
    outline = zones.outline
    below = range(title_run + 1, min(title_run + 1 + _BELOW_TITLE, zones.stop))
    above = range(title_run - 1, max(title_run - 1 - _ABOVE_TITLE, zones.start - 1), -1)
    for run in (*below, *above):
        text = outline.texts[run]
        if outline.run_anchors[run] != NONE or not zones.is_content(run) or len(text) > _SHORT_RUN:
            continue
        mention = next(iter(find_full_dates(text)), None)
        if mention is not None and _stands_alone(text, mention.start, mention.end):
            return PublishDate(mention.day, f"标题旁的日期：{mention.words}")
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Nothing before it but a label or a source, and no sentence going on behind it."""
    if pattern_of("page_words", "not_published").search(text[max(0, start - 10) : start]):
        return False
    right = text[end : end + 1]
    return (
        not right
        or not ("\u4e00" <= right <= "\u9fff")
        or text[end : end + 2] in ("来源", "作者", "浏览", "点击", "星期", "编辑", "字体", "字号", "阅读")
    )
