"""`workbench page`: what the checks see on a page."""

from argparse import ArgumentParser, Namespace
from datetime import date
from typing import Any

from workbench.cli.arguments import add_json, read_day
from workbench.cli.checked_parts import checked_parts
from workbench.cli.masked_output import masked_output
from workbench.cli.output import complain, say, say_json
from workbench.cli.page_marks import marks_document, marks_told
from workbench.cli.verb import verb
from workbench.operations.read_page import PageReading, PageRequest, read_page
from workbench.views.list_items import ListItem
from workbench.views.page_kind import KIND_WORDS
from workbench.views.page_view import PageView

_SHOWN_ITEMS = 10


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="FILE|URL", help="保存的网页文件，或网址；可以写多个")
    parser.add_argument("--url", metavar="URL", default="", help="文件原来的网址，用来补全链接")
    parser.add_argument("--as-of", metavar="DATE", help="监测日，如 2026-11-20；默认今天，之后的日期不计")
    parser.add_argument("--allow-private", action="store_true", help="允许读内网或本机地址上的网页")
    add_json(parser)


@verb("page", summary="查看检查程序在一个网页上看到了什么", arguments=_arguments)
def page(arguments: Namespace) -> int:
    as_of = read_day(arguments.as_of) if arguments.as_of else date.today()
    readings = [
        read_page(
            PageRequest(source=source, as_of=as_of, url=arguments.url, may_be_private=arguments.allow_private)
        )
        for source in arguments.sources
    ]
    if arguments.json:
        documents = [masked_output(_document(reading), as_of=as_of) for reading in readings]
        say_json(documents[0] if len(documents) == 1 else documents)
    else:
        for reading in readings:
            _tell(reading)
    return 0 if any(reading.page is not None for reading in readings) else 3


def _document(reading: PageReading) -> dict[str, Any]:
    seen = reading.page
    if seen is None:
        return {"source": reading.source, "error": reading.error}
    return {
        "source": reading.source,
        "url": seen.url,
        "title": seen.title,
        "kind": seen.kind.value,
        "kind_confidence": seen.kind_confidence,
        "charset": seen.charset,
        "charset_reason": seen.charset_reason,
        "newest_date": _day(seen.newest_date),
        "dates": [day.isoformat() for day in seen.dates],
        "publish_date": _day(seen.publish_date),
        "publish_date_reason": seen.published.reason if seen.published else "",
        "is_blank": seen.is_blank,
        "is_undated": seen.is_undated,
        "is_script_filled": seen.is_script_filled,
        "refresh_target": seen.refresh_target,
        "soft_error": seen.soft_error,
        "breadcrumbs": list(seen.breadcrumbs),
        "link_count": len(seen.links),
        "items": [_item(item) for item in seen.items],
        **marks_document(seen),
        **checked_parts(seen),
    }


def _item(item: ListItem) -> dict[str, Any]:
    return {"title": item.title, "url": item.url, "date": _day(item.date), "date_source": item.date_source}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _tell(reading: PageReading) -> None:
    if reading.page is None:
        complain(reading.error)
        return
    for label, words in _facts(reading.page):
        if words:
            say(masked_output(f"{label}：{words}", as_of=reading.page.as_of))
    for item in reading.page.items[:_SHOWN_ITEMS]:
        say(f"  {_day(item.date) or '无日期':<10}  {masked_output(item.title, as_of=reading.page.as_of)}")
    more = len(reading.page.items) - _SHOWN_ITEMS
    if more > 0:
        say(f"  另有 {more} 条")
    say("")


def _facts(seen: PageView) -> list[tuple[str, str]]:
    newest = seen.newest_item
    return [
        ("标题", seen.title),
        ("地址", seen.url),
        ("类型", f"{KIND_WORDS[seen.kind]}（把握 {seen.kind_confidence:.0%}）"),
        ("编码", f"{seen.charset}（{seen.charset_reason}）"),
        ("位置", " > ".join(seen.breadcrumbs)),
        ("跳转到", seen.refresh_target),
        ("出错提示", seen.soft_error),
        ("发布日期", f"{seen.publish_date}（{seen.published.reason}）" if seen.published else ""),
        *marks_told(seen),
        ("最新条目", f"{newest.date}（出自“{newest.date_source}”）" if newest else ""),
        ("链接", f"{len(seen.links)} 个"),
    ]
