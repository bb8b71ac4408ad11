"""A chapter of the manual as HTML in the colours on screen."""

import re

from markdown_it import MarkdownIt

from workbench.gui.manual.manual_chapters import Chapter, chapter_called
from workbench.gui.theme import Space, TypeScale, colours

_LINK = re.compile(r'href="([0-9a-z-]+)\.md(#[^"]*)?"')
_HEADING = re.compile(r"<h([23])>(.*?)</h\1>", re.DOTALL)
_CODE = re.compile(r"<code>(.*?)</code>")
_IMAGE = re.compile(r'<p><img src="([^"]*)" alt="([^"]*)" ?/?></p>')
_TABLE = '<table class="lines" border="0" cellspacing="0" cellpadding="6" width="100%">'


def page_name(chapter: str) -> str:
    """The address of a chapter inside the manual."""
    return f"{chapter}.html"


def html_of(chapter: Chapter) -> str:
    """Headings can be jumped to by their words; keys look like keys; a picture bears its words below it."""
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(chapter.text)
    body = _LINK.sub(lambda found: f'href="{page_name(found[1])}{found[2] or ""}"', body)
    body = _HEADING.sub(r'<h\1><a name="\2"></a>\2</h\1>', body)
    body = _CODE.sub(r'<span class="key">&nbsp;\1&nbsp;</span>', body)
    body = _IMAGE.sub(r'<p class="picture"><img src="\1"></p><p class="below">\2</p>', body)
    body = body.replace("<table>", _TABLE)
    return f"<html><head><style>{_style()}</style></head><body>{body}{_ways_on(chapter)}</body></html>"


def _ways_on(chapter: Chapter) -> str:
    """What comes next, so that the manual can be read through."""
    from workbench.gui.manual.manual_chapters import all_chapters

    names = [each.name for each in all_chapters()]
    place = names.index(chapter.name) + 1
    following = chapter_called(names[place]) if place < len(names) else None
    if following is None:
        return ""
    return f'<hr><p class="below">下一章：<a href="{page_name(following.name)}">{following.title}</a></p>'


def _style() -> str:
    worn = colours()
    return f"""
    body {{ color: {worn.text}; font-size: {TypeScale.TEXT + 0.5}pt; line-height: 150%; }}
    h1 {{ font-size: {TypeScale.FIGURE}pt; font-weight: 600; margin-top: 4px; margin-bottom: {Space.M}px; }}
    h2 {{ font-size: {TypeScale.TITLE}pt; font-weight: 600; margin-top: {Space.XL}px; margin-bottom: {Space.S}px; }}
    h3 {{ font-size: {TypeScale.HEADING}pt; font-weight: 600; margin-top: {Space.L}px; margin-bottom: {Space.XS}px; }}
    p {{ margin-top: {Space.S}px; margin-bottom: {Space.S}px; }}
    li {{ margin-top: {Space.XS}px; margin-bottom: {Space.XS}px; }}
    a {{ color: {worn.accent}; text-decoration: none; }}
    .key {{ background-color: {worn.accent_soft}; color: {worn.accent}; font-weight: 600; }}
    .below {{ color: {worn.muted}; font-size: {TypeScale.SMALL}pt; }}
    th {{ color: {worn.muted}; text-align: left; background-color: {worn.raised}; }}
    td, th {{ border-bottom: 1px solid {worn.line}; padding: 6px 10px 6px 4px; }}
    blockquote {{ background-color: {worn.proposed_soft}; margin-left: 0px; margin-right: 0px; }}
    hr {{ background-color: {worn.line}; }}
    """
