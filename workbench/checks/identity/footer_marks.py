"""The check `footer-marks`."""

import re
from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.footer_facts import FooterFacts
from workbench.views.page_facts import PageFacts
from workbench.views.page_kind import PageKind
from workbench.views.site_code import is_site_code, same_code
from workbench.views.site_view import SiteView

# Aspect, the fact of the foot, and what people call it.
_MARKS = (
    ("mark", "mark", "党政机关网站标识"),
    ("site-code", "site_code", "网站标识码"),
    ("icp", "icp", "ICP备案号"),
    ("police", "police", "公安机关备案号"),
    ("organiser", "organiser", "主办单位"),
    ("contact", "contact", "联系方式"),
    ("error-report", "error_report", "“我为政府网站找错”入口"),
)
_FILING = re.compile(r"\d{6,}")


@check("footer-marks", sees=SiteView, title="页脚标识")
def footer_marks(site: SiteView) -> Iterator[Observation]:
    """What the foot of the home page must show, and whether it agrees with the register.

    What: the mark of party and government organs (by its link or script, never by a picture alone), the site code, the ICP
    and police filing numbers, who runs the site, how to reach them, and the entry for reporting errors. The site code of
    the foot and the one in the entry must be the code of the register, where the register has one, else that of the page's
    own SiteIDCode tag; filing numbers must be those of the register.

    Why: the rules of design for government websites ask for each of them; the standard of 2019 charges the missing ones.

    Limits: the home page stands for all pages. Where a script or an embedded page brings the foot in, what is not seen may
    still be shown: a person must look at the rendered page. A copyright line alone does not say who runs the site.
    """
    home = site.home
    if home is None or home.kind is PageKind.ERROR:
        return
    for aspect, name, words in _MARKS:
        if not getattr(home.footer, name):
            yield _missing(home, aspect, words)
    yield from _wrong_codes(site, home)
    yield from _wrong_filings(site, home)


def _missing(home: PageFacts, aspect: str, words: str) -> Observation:
    footer = home.footer
    later = footer.brought_in_by or (
        "首页内容" if home.kind in (PageKind.SCRIPT, PageKind.REDIRECT) and footer.is_empty else ""
    )
    if later:
        excerpt = f"首页页脚未检出{words}，页脚由脚本加载，需渲染核实。"
    elif aspect == "organiser" and footer.copyright:
        excerpt = f"首页页脚未写明主办单位，只有“版权所有 {footer.copyright}”，请人工核实。"
    else:
        excerpt = f"首页页脚未检出{words}"
    proof = [("首页", home.url), ("页面标题", home.title), ("加载自", later), *_seen(footer)]
    is_unsure = bool(later) or (aspect == "organiser" and bool(footer.copyright))
    return _observation(home, aspect, excerpt, proof, is_unsure=is_unsure)


def _seen(footer: FooterFacts) -> list[tuple[str, str]]:
    return [(f"页脚的{words}", getattr(footer, name)) for _, name, words in _MARKS]


def _wrong_codes(site: SiteView, home: PageFacts) -> Iterator[Observation]:
    footer, tag = home.footer, home.identity["SiteIDCode"]
    wanted, source = (
        (site.code, "台账") if site.code else (tag if is_site_code(tag) else "", "网页标签SiteIDCode")
    )
    for aspect, code, words in (
        ("site-code", footer.site_code, "页脚网站标识码"),
        ("error-report", footer.error_report_code, "找错入口里的标识码"),
    ):
        if code and not is_site_code(code):
            excerpt = f"{words}“{code}”不是10位网站标识码"
        elif code and wanted and not same_code(code, wanted):
            excerpt = f"{words}{code}与{source}的{wanted}不一致"
        else:
            continue
        proof = [(words, code), (source, wanted), ("找错入口", footer.error_report), ("首页", home.url)]
        yield _observation(home, aspect, excerpt, proof, element="不一致")


def _wrong_filings(site: SiteView, home: PageFacts) -> Iterator[Observation]:
    subject, footer = site.subject, home.footer
    for aspect, shown, registered, words in (
        ("icp", footer.icp, subject.icp, "ICP备案号"),
        ("police", footer.police, subject.police_record, "公安机关备案号"),
    ):
        one, other = _FILING.search(shown), _FILING.search(registered)
        if one is None or other is None or one[0] == other[0]:
            continue
        excerpt = f"页脚{words}{shown}与台账的{registered}不一致"
        proof = [("页脚", shown), ("台账", registered), ("首页", home.url)]
        yield _observation(home, aspect, excerpt, proof, element="不一致")


def _observation(
    home: PageFacts,
    aspect: str,
    excerpt: str,
    proof: list[tuple[str, str]],
    *,
    element: str = "",
    is_unsure: bool = False,
) -> Observation:
    return Observation(
        check="footer-marks",
        aspect=aspect,
        place=home.url,
        excerpt=excerpt,
        element=element,
        proof=tuple((label, words) for label, words in proof if words),
        is_unsure=is_unsure,
    )
