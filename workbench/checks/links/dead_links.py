"""The check `dead-links`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.link import LinkKind, LinkOutcome
from workbench.domain.observation import Observation
from workbench.views.link_target import LinkTarget

_THINGS = {
    LinkKind.IMAGE: "图片",
    LinkKind.ATTACHMENT: "附件",
    LinkKind.MEDIA: "音视频",
    LinkKind.FRAME: "内嵌页面",
    LinkKind.SCRIPT: "脚本",
    LinkKind.STYLE: "样式文件",
}


@check("dead-links", sees=LinkTarget, title="打不开的链接")
def dead_links(target: LinkTarget) -> Iterator[Observation]:
    """Links, pictures and attachments that lead nowhere.

    What: every distinct address a reader meets within the site, own or foreign, that is dead after retries and a second
    look: not found or gone, refused by the server, broken down, not connected, or redirected in circles. An address that
    stands on the home page is of aspect `home`, any other of aspect `other`; one that stands on both counts once, at home.

    Why: a dead link on the home page costs more than one elsewhere in both standards.

    Limits: what is blocked, limited, timed out, behind a login or a bad certificate, or only looks like an error page is
    listed and never proposed: of such links most open for a person.
    """
    link = target.link
    if link.outcome is not LinkOutcome.DEAD:
        return
    place = target.first_place
    text, page = (place.text, place.page) if place else ("", "")
    thing = _THINGS.get(link.kind, "链接")
    named = f"{thing}“{text}”" if text else thing
    where = "首页" if target.is_on_home else f"页面 {page} "
    proof = [
        ("地址", link.url),
        ("原因", link.reason),
        ("所在页面", page),
        ("链接文字", text),
        ("跳转到", link.final_url),
    ]
    yield Observation(
        check="dead-links",
        aspect="home" if target.is_on_home else "other",
        place=link.url,
        place_count=link.occurrence_count,
        page_count=link.page_count,
        excerpt=f"{where}的{named}打不开：{link.reason}",
        proof=tuple((label, value) for label, value in proof if value),
    )
