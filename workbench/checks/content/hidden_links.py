"""The check `hidden-links`."""

from collections.abc import Iterator, Sequence

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.link_hiding import HiddenLink, hidden_links
from workbench.views.page_view import PageView

_MOST_TOLD = 20


@check("hidden-links", sees=PageView, title="暗链", is_of_words=True)
def hidden_links_on_page(page: PageView) -> Iterator[Observation]:
    """Links that a reader cannot see, and advertisements written into a page by intruders.

    What: links and embedded pages that lead outside and are hidden: moved off the screen, of no size, in the colour of
    the ground, in a tiny marquee, by a style or a script of the page. Aspect `injected` where the words or the host speak
    of gambling, pornography or forgery, in the head of the page too; else `hidden`.

    Why: hidden links are what an intrusion leaves behind; linking to such content is a veto.

    Limits: styles of separate files are not read. What is merely not displayed may be a menu: a person must look, unless
    five foreign domains and more are hidden on one page. Links within the site and to government hosts do not count.
    """
    links = hidden_links(page)
    injected = [link for link in links if link.sign]
    hidden = [link for link in links if not link.sign and not link.is_doubtful]
    doubtful = [link for link in links if not link.sign and link.is_doubtful]
    if injected:
        yield _found(page, "injected", injected, f"页面被写入疑似赌博、色情等内容“{injected[0].sign}”")
    if hidden:
        yield _found(page, "hidden", hidden, "页面有看不见的外部链接（疑似暗链）")
    if doubtful:
        yield Observation(
            check="hidden-links",
            aspect="hidden",
            place=page.url,
            excerpt=f"页面有{len(doubtful)}个不显示的外部链接，如 {doubtful[0].url}，可能是菜单，也可能是暗链，请查看网页源代码。",
            is_unsure=True,
        )


def _found(page: PageView, aspect: str, links: Sequence[HiddenLink], words: str) -> Observation:
    first = links[0]
    named = f"“{first.text}”" if first.text else ""
    return Observation(
        check="hidden-links",
        aspect=aspect,
        place=page.url,
        count=len(links),
        excerpt=f"{words}{len(links)}处：{first.how}，{named}{first.url}",
        proof=tuple(
            (link.how, f"{link.text}　{link.url}" if link.text else link.url) for link in links[:_MOST_TOLD]
        ),
    )
