"""The check `hidden-links`."""

from collections.abc import Iterator, Sequence

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.link_hiding import HiddenLink, hidden_links
from workbench.views.page_view import PageView
from workbench.views.styled_site import StyledSite

_MOST_TOLD = 20


@check("hidden-links", sees=PageView, also=(StyledSite,), title="暗链", is_of_words=True)
def hidden_links_on_page(view: PageView | StyledSite) -> Iterator[Observation]:
    """Links that a reader cannot see, and advertisements written into a page by intruders.

    What: links and embedded pages that lead outside and are hidden: moved off the screen, of no size, in the colour of
    the ground, in a tiny marquee, by a style or a script of the page or by a stylesheet on the site's own host. Aspect
    `injected` where the words or the host speak of gambling, pornography or forgery, in the head of the page too; else
    `hidden`.

    Why: hidden links are what an intrusion leaves behind; linking to such content is a veto.

    Limits: of styles only those for a class or an id by itself are understood, and stylesheets of other hosts are not
    read. What is merely not displayed may be a menu: a person must look, unless five foreign domains and more are hidden on
    one page. Links within the site and to government hosts do not count.
    """
    if isinstance(view, PageView):
        yield from _judged(hidden_links(view), (view.url,))
    else:
        for hidden in view.hidden:
            yield from _judged(hidden.links, hidden.pages)


def _judged(links: Sequence[HiddenLink], pages: Sequence[str]) -> Iterator[Observation]:
    injected = [link for link in links if link.sign]
    hidden = [link for link in links if not link.sign and not link.is_doubtful]
    doubtful = [link for link in links if not link.sign and link.is_doubtful]
    if injected:
        words = f"页面被写入疑似赌博、色情等内容“{injected[0].sign}”"
        yield _found(pages, "injected", injected, words)
    if hidden:
        yield _found(pages, "hidden", hidden, "页面有看不见的外部链接（疑似暗链）")
    if doubtful:
        yield Observation(
            check="hidden-links",
            aspect="hidden",
            place=pages[0],
            excerpt=f"页面有{len(doubtful)}个不显示的外部链接，如 {doubtful[0].url}，可能是菜单，也可能是暗链，请查看网页源代码。",
            is_unsure=True,
        )


def _found(pages: Sequence[str], aspect: str, links: Sequence[HiddenLink], words: str) -> Observation:
    first = links[0]
    named = f"“{first.text}”" if first.text else ""
    told = [(link.how, f"{link.text}　{link.url}" if link.text else link.url) for link in links]
    more = f"（同样的内容共在{len(pages)}个页面）" if len(pages) > 1 else ""
    others = [("页面", page) for page in pages] if more else []
    return Observation(
        check="hidden-links",
        aspect=aspect,
        place=pages[0],
        count=len(links),
        excerpt=f"{words}{len(links)}处：{first.how}，{named}{first.url}{more}",
        proof=(*told[:_MOST_TOLD], *others[:_MOST_TOLD]),
    )
