"""One page of content of a site of the practice city."""

from workbench.domain.column import ColumnClass
from workbench.practice.article import Article, DocumentFacts
from workbench.practice.article_rows import date_slots
from workbench.practice.look import render, text_as_markup
from workbench.practice.page_frame import framed
from workbench.practice.planted_links import planted_links
from workbench.practice.site_content import Section, SiteContent
from workbench.practice.site_href import href


def article_page(site: SiteContent, section: Section, position: int) -> str:
    """The HTML of the article at `position` (from 0) of its column."""
    plan, column, article = site.plan, section.column, section.articles[position]
    byline = render(plan.look, "byline", source=text_as_markup(article.source), **date_slots(article))
    content = render(
        plan.look,
        "article",
        home=href(plan, page=article.path, to=plan.home),
        column=column.name,
        column_href=href(plan, page=article.path, to=column.path),
        title=text_as_markup(article.title),
        document=_document_box(article.document, plan.facts.organiser, article) if article.document else "",
        byline=byline,
        body=_body(site, section, position),
        attachments=_attachments(site, section, position),
        around=_around(site, section, position),
    )
    return framed(
        site, page=article.path, title=article.title, content=content, column=column, article=article
    )


def _document_box(document: DocumentFacts, organiser: str, article: Article) -> str:
    rows = (
        ("索引号", document.index_number, "发文字号", document.document_number),
        ("发文机关", organiser, "成文日期", f"{document.signed}"),
        ("标题", article.title, "发布日期", f"{article.day}"),
    )
    lines = (
        f"<tr><th>{a}</th><td>{text_as_markup(b)}</td><th>{c}</th><td>{d}</td></tr>" for a, b, c, d in rows
    )
    return f'<table class="facts">{"".join(lines)}</table>'


def _body(site: SiteContent, section: Section, position: int) -> str:
    article = section.articles[position]
    parts = [f"<p>{text_as_markup(paragraph)}</p>" for paragraph in article.paragraphs]
    planted = {
        shown_as: planted_links(
            site, page=article.path, on=section.column.path, article=position + 1, shown_as=shown_as
        )
        for shown_as in ("link", "image")
    }
    if article.picture:
        source = href(site.plan, page=article.path, to=article.picture)
        parts.insert(1, f'<p class="picture"><img src="{source}" alt="{text_as_markup(article.title)}"></p>')
    if planted["image"]:
        parts.append(f'<p class="picture">{planted["image"]}</p>')
    if article.rows:
        parts.append(_table(article.rows))
    if planted["link"]:
        parts.append(f"<p>相关链接：{planted['link']}</p>")
    if article.signature:
        parts.append(_signature(article))
    return "\n".join(parts)


def _table(rows: tuple[tuple[str, str], ...]) -> str:
    lines = (
        f"<tr><th>{text_as_markup(label)}</th><td>{text_as_markup(value)}</td></tr>" for label, value in rows
    )
    return f'<table class="facts">{"".join(lines)}</table>'


def _signature(article: Article) -> str:
    day = article.document.signed if article.document else article.day
    written = f"{day.year}年{day.month}月{day.day}日"
    return f'<p class="sign">{text_as_markup(article.signature)}</p>\n<p class="sign">{written}</p>'


def _attachments(site: SiteContent, section: Section, position: int) -> str:
    article = section.articles[position]
    links = planted_links(
        site, page=article.path, on=section.column.path, article=position + 1, shown_as="attachment"
    )
    if article.form:
        links += f'<a href="{href(site.plan, page=article.path, to=article.form)}">申请表（空白表及填写样例）.docx</a>'
    return f'<div class="attachments">附件：{links}</div>' if links else ""


def _around(site: SiteContent, section: Section, position: int) -> str:
    """The way to the neighbours in the column, and between a file and what explains it."""
    article = section.articles[position]
    lines = []
    if article.related:
        title, path = article.related
        is_file = section.column.column_class is ColumnClass.POLICY
        lines.append(("相关解读" if is_file else "相关文件", title, path))
    if position > 0:
        before = section.articles[position - 1]
        lines.append(("上一篇", before.title, before.path))
    if position + 1 < len(section.articles):
        after = section.articles[position + 1]
        lines.append(("下一篇", after.title, after.path))
    links = (
        f'{label}：<a href="{href(site.plan, page=article.path, to=path)}">{text_as_markup(title)}</a>'
        for label, title, path in lines
    )
    return "<br>".join(links)
