"""What the servers of the practice city answer at the addresses the truth file plants."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from workbench.domain.link import LinkOutcome
from workbench.practice.look import render, text_as_markup
from workbench.practice.page_frame import framed
from workbench.practice.phrase_book import fill, load_phrase_book
from workbench.practice.served_page import ServedPage, html_page
from workbench.practice.site_assets import WORD
from workbench.practice.site_content import SiteContent
from workbench.practice.truth import REFUSED, Defect, OddLink, PlantedLink
from workbench.practice.word_form import word_form

_WORDS = {
    403: ("403 禁止访问", "您没有访问该页面的权限，请在办公网内访问。"),
    404: ("404 页面不存在", "抱歉，您访问的页面不存在或已被删除。"),
    410: ("410 页面已删除", "抱歉，您访问的页面已被永久删除。"),
    500: ("500 服务器内部错误", "服务器处理您的请求时发生错误，请稍后再试。"),
}


def error_page(status: int, *, sent_as: int | None = None) -> ServedPage:
    """The page a server shows for `status`; `sent_as` is the status it claims instead."""
    title, text = _WORDS[status]
    page = html_page(render("common", "error", title=title, text=text))
    return replace(page, status=sent_as or status)


def planted_answers(site: SiteContent) -> Iterator[tuple[str, ServedPage]]:
    """Address below the host and answer of everything planted; what refuses connections answers nothing."""
    for entry in site.planted:
        if entry.link is not None and entry.link.status != REFUSED:
            yield entry.place, _answer(site, entry, entry.link)


def _answer(site: SiteContent, entry: Defect | OddLink, link: PlantedLink) -> ServedPage:
    if isinstance(entry, OddLink) and entry.outcome is LinkOutcome.SOFT_404:
        return error_page(404, sent_as=200)
    if link.to:
        page = html_page("")
        return replace(page, status=link.status, location=link.to)
    if link.status in _WORDS:
        return error_page(link.status)
    if link.lines:
        return ServedPage(body=word_form(link.lines), content_type=WORD)
    return replace(_plain_page(site, entry.place, link), delay_s=link.delay_s, refuses_head=link.refuses_head)


def _plain_page(site: SiteContent, place: str, link: PlantedLink) -> ServedPage:
    """A page in order, with something to read on it."""
    plan = site.plan
    slots = {"topic": link.text, "unit": plan.unit}
    phrases = load_phrase_book().part("other", "items")
    body = "".join(f"<p>{text_as_markup(fill(phrase, slots, Random(place)))}</p>" for phrase in phrases)
    content = f'<div class="wrap"><div class="article"><h1>{link.text}</h1><div class="text">{body}</div></div></div>'
    html = framed(site, page=place, title=link.text, content=content)
    return html_page(html, codec=plan.codec, http_charset=plan.http_charset, has_bom=plan.has_bom)
