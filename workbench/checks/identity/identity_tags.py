"""The check `identity-tags`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.page_facts import PageFacts
from workbench.views.page_identity import ARTICLE_TAGS, COLUMN_TAGS, SITE_TAGS
from workbench.views.page_kind import PageKind
from workbench.views.public_host import public_host, same_host
from workbench.views.site_code import is_site_code, same_code
from workbench.views.site_view import SiteView

_WORDS = {"site": "页面", "column": "栏目页", "article": "内容页"}
_ASPECTS = {"site": SITE_TAGS, "column": COLUMN_TAGS, "article": ARTICLE_TAGS}
_NO_PAGES = (PageKind.ERROR, PageKind.REDIRECT, PageKind.SCRIPT)
_SHOWN_PAGES = 10


@check("identity-tags", sees=SiteView, title="网页标签")
def identity_tags(site: SiteView) -> Iterator[Observation]:
    """The meta tags that every page of a government website must carry.

    What: SiteName, SiteDomain and SiteIDCode on every page read; ColumnName and ColumnType on column pages too;
    ArticleTitle, PubDate and ContentSource on articles too. A missing or empty tag is told once for the site, with the
    pages that lack it. Contents that cannot be (a code of another length, an address for a domain, no date) and those
    that disagree with the register (code, domain) are told likewise.

    Why: search engines and the national inspection know pages by these tags; the standard of 2019 charges sampled pages.

    Limits: articles without column tags are common: a person decides. A page counts as an article where it says when it
    was published, as a column where it lists articles or stands in the register. Shells that scripts fill, error pages
    and redirects are not judged. Domains are not compared on internal addresses.
    """
    pages = [page for page in site.pages if page.kind not in _NO_PAGES]
    for aspect, names in _ASPECTS.items():
        judged = [page for page in pages if _needs(page, aspect)]
        for name in names:
            lacking = [page for page in judged if not page.identity[name]]
            if lacking:
                yield _told(
                    aspect, name, lacking, f"缺少标签{name}：{len(lacking)}个{_WORDS[aspect]}", len(judged)
                )
    yield from _wrong(site, pages)
    without = [
        page for page in pages if page.is_article and page.identity.missing(COLUMN_TAGS) == COLUMN_TAGS
    ]
    if without:
        words = f"{len(without)}个内容页没有ColumnName、ColumnType，是否必须请人工判断。"
        yield _told("article", COLUMN_TAGS[0], without, words, len(pages), is_unsure=True)


def _needs(page: PageFacts, aspect: str) -> bool:
    if aspect == "site":
        return True
    return page.is_list if aspect == "column" else page.is_article


def _wrong(site: SiteView, pages: Sequence[PageFacts]) -> Iterator[Observation]:
    """One observation for each wrong content of a tag."""
    found: dict[tuple[str, str], list[PageFacts]] = defaultdict(list)
    for page in pages:
        for fault in (*page.identity.faults, *_disagreeing(site, page)):
            found[fault].append(page)
    for (name, why), where in found.items():
        aspect = next(aspect for aspect, names in _ASPECTS.items() if name in names)
        words = f"标签{name}{why}：{len(where)}个页面"
        yield _told(aspect, f"{name}：{why}", where, words, len(pages))


def _disagreeing(site: SiteView, page: PageFacts) -> Iterator[tuple[str, str]]:
    code, domain = page.identity["SiteIDCode"], page.identity["SiteDomain"]
    if site.code and is_site_code(code) and not same_code(code, site.code):
        yield "SiteIDCode", f"“{code}”与台账的{site.code}不一致"
    registered = public_host(site.subject.home_url)
    if registered and domain and "/" not in domain and not same_host(domain, registered):
        yield "SiteDomain", f"“{domain}”与台账网址的域名{registered}不一致"


def _told(
    aspect: str,
    element: str,
    pages: Sequence[PageFacts],
    excerpt: str,
    judged: int,
    *,
    is_unsure: bool = False,
) -> Observation:
    """The place is the same in every run over the same pages: the shortest address."""
    shown = sorted((page.url for page in pages), key=lambda url: (len(url), url))
    proof = [("看过的同类页面", f"{judged}个"), *(("页面", url) for url in shown[:_SHOWN_PAGES])]
    return Observation(
        check="identity-tags",
        aspect=aspect,
        place=shown[0],
        element=element,
        excerpt=excerpt,
        proof=tuple(proof),
        is_unsure=is_unsure,
    )
