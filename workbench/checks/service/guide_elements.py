"""The check `guide-elements`."""

from collections.abc import Iterator, Sequence

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.page_facts import PageFacts
from workbench.views.service_guide import ELEMENTS, ServiceGuide
from workbench.views.site_view import SiteView

# What the standard of 2019 calls a guide that is of no use, and how many items are few.
_POOR, _FEW_ITEMS = 4, 5
_MOST_TOLD = 20
_Guide = tuple[PageFacts, ServiceGuide]


@check("guide-elements", sees=SiteView, title="办事指南要素")
def guide_elements(site: SiteView) -> Iterator[Observation]:
    """Service guides that lack elements.

    What: on every page that is one guide, the eight classes 事项名称, 设定依据, 申请条件, 办理材料, 办理地点, 办理时间, 联系电话
    and 办理流程, known by the headings guides give them; a heading that nothing follows is missing, the title of the page is a
    name. Each class is told once for the site, with how many guides lack it (`missing`); every guide that lacks four and
    more is told by itself (`poor`); and that there are fewer than five guides and all are such (`few`).

    Why: each missing class costs points once, in however many guides, in the standard of 2015; five guides without four
    classes, or fewer guides that all are such, are a veto in that of 2019.

    Limits: headings in pictures and attachments are not seen. A page that names itself a guide and shows hardly any
    heading is for a person. What stands under a heading is not judged. Guides on another host are not counted.
    """
    held = sorted(((p, p.guide) for p in site.pages if p.guide is not None), key=lambda each: each[0].url)
    yield from (_unsure(page) for page, guide in held if not guide.is_sure)
    sure = [(page, guide) for page, guide in held if guide.is_sure]
    for element in ELEMENTS:
        lacking = [each for each in sure if element in each[1].missing]
        if lacking:
            yield _missing(site, element, lacking, looked_at=len(sure))
    poor = [each for each in sure if len(each[1].missing) >= _POOR]
    yield from (_poor(page, guide) for page, guide in poor)
    if poor and len(poor) == len(held) < _FEW_ITEMS:
        yield _few(site, poor)


def _missing(site: SiteView, element: str, lacking: Sequence[_Guide], *, looked_at: int) -> Observation:
    page, guide = lacking[0]
    says = "只有标题、没有内容" if element in guide.empty else "没有这一要素"
    words = f"办事指南“{page.title}”缺少{element}"
    if len(lacking) > 1:
        words = f"{len(lacking)}个办事指南缺少{element}，如“{page.title}”"
    return Observation(
        check="guide-elements",
        aspect="missing",
        place=site.home_url,
        element=element,
        count=len(lacking),
        excerpt=words,
        proof=(
            ("缺少", f"{element}（{says}）"),
            ("看了", f"{looked_at}个办事指南"),
            *(("办事指南", f"{each.title}　{each.url}") for each, _ in lacking[:_MOST_TOLD]),
        ),
    )


def _poor(page: PageFacts, guide: ServiceGuide) -> Observation:
    return Observation(
        check="guide-elements",
        aspect="poor",
        place=page.url,
        excerpt=f"办事指南“{page.title}”缺少{len(guide.missing)}类要素：{'、'.join(guide.missing)}",
        proof=(("页面标题", page.title), ("已有要素", "、".join(guide.found) or "无")),
    )


def _few(site: SiteView, poor: Sequence[_Guide]) -> Observation:
    return Observation(
        check="guide-elements",
        aspect="few",
        place=site.home_url,
        excerpt=f"只找到{len(poor)}个办事指南，每个都缺少{_POOR}类及以上要素",
        proof=tuple(("办事指南", f"{page.title}　{page.url}") for page, _ in poor),
    )


def _unsure(page: PageFacts) -> Observation:
    return Observation(
        check="guide-elements",
        aspect="missing",
        place=page.url,
        excerpt=f"“{page.title}”自称办事指南，但没有认出要素标题，可能在图片或附件里，请打开页面核对八类要素。",
        is_unsure=True,
    )
