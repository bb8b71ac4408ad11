"""The check `guide-elements`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.page_view import PageView
from workbench.views.service_guide import ELEMENTS, ServiceGuide, service_guide


@check("guide-elements", sees=PageView, title="办事指南要素")
def guide_elements(page: PageView) -> Iterator[Observation]:
    """Service guides that lack elements.

    What: on a page that is one guide, the eight classes 事项名称, 设定依据, 申请条件, 办理材料, 办理地点, 办理时间, 联系电话 and
    办理流程, known by the headings guides give them. Every missing class is told by itself; a heading that nothing follows
    is missing. The title of the page is a name.

    Why: each missing class costs points in the standard of 2015; guides that lack four and more can be a veto.

    Limits: headings in pictures and attachments are not seen. A page that names itself a guide and shows hardly any
    heading is for a person. What stands under a heading is not judged.
    """
    guide = service_guide(page)
    if guide is None:
        return
    if not guide.is_sure:
        yield Observation(
            check="guide-elements",
            aspect="missing",
            place=page.url,
            excerpt="页面自称办事指南，但没有认出要素标题，可能在图片或附件里，请打开页面核对八类要素。",
            is_unsure=True,
        )
    else:
        yield from _missing(page, guide)


def _missing(page: PageView, guide: ServiceGuide) -> Iterator[Observation]:
    for element in guide.missing:
        says = "只有标题、没有内容" if element in guide.empty else "没有这一要素"
        proof = [
            ("页面标题", page.title),
            ("缺少", f"{element}（{says}）"),
            ("已有要素", "、".join(guide.found) or "无"),
            ("缺少的要素数", f"{len(guide.missing)}类，共{len(ELEMENTS)}类"),
        ]
        yield Observation(
            check="guide-elements",
            aspect="missing",
            place=page.url,
            element=element,
            excerpt=f"办事指南“{page.title}”缺少{element}",
            proof=tuple((label, words) for label, words in proof if words),
        )
