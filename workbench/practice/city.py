"""Builds the practice city (练习城市): eight small made-up websites whose defects are known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from workbench.domain.subject import SubjectKind
from workbench.practice.planted_answers import error_page
from workbench.practice.platform_pages import load_platform, platform_pages
from workbench.practice.served_page import ServedPage
from workbench.practice.site_content import SiteContent, write_site
from workbench.practice.site_pages import site_pages
from workbench.practice.site_plan import SitePlan, load_plans
from workbench.practice.truth import REFUSED, Defect, Truth, load_truth


@dataclass(frozen=True, slots=True, kw_only=True)
class CityHost:
    """One server: its addresses with their answers, and the answer for every other address."""

    name: str
    pages: Mapping[str, ServedPage]
    missing: ServedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """`sites` are the subjects with pages (channels and modules too), `closed` the hosts that refuse connections."""

    as_of: date
    seed: int
    truth: Truth
    sites: tuple[SiteContent, ...]
    hosts: tuple[CityHost, ...]
    closed: tuple[str, ...]

    def site(self, code: str) -> SiteContent:
        return next(site for site in self.sites if site.plan.code == code)

    def place_of(self, defect: Defect) -> str:
        """Where the defect is to be found: an article's own address hangs on the monitoring day."""
        section = self.site(defect.subject).section_at(defect.place) if defect.article else None
        return section.articles[defect.article - 1].path if section is not None else defect.place


def build_city(as_of: date, *, seed: int = 1) -> City:
    """The city as it is on the monitoring day; the same day and seed give the same bytes."""
    truth = load_truth()
    plans = load_plans()
    sites = tuple(write_site(plan, truth=truth, as_of=as_of, seed=seed) for plan in plans)
    platform = load_platform()
    pages: dict[str, dict[str, ServedPage]] = {platform.host: platform_pages(platform)}
    for site in sites:
        inside = tuple(plan for plan in plans if plan.parent == site.plan.code)
        made = site_pages(site, inside=inside, friends=_friends(site.plan, plans), seed=seed)
        pages.setdefault(site.plan.host, {}).update(made)
    missing = error_page(404)
    return City(
        as_of=as_of,
        seed=seed,
        truth=truth,
        sites=sites,
        hosts=tuple(CityHost(name=host, pages=held, missing=missing) for host, held in pages.items()),
        closed=tuple(dict.fromkeys(_closed_hosts(truth))),
    )


def _friends(plan: SitePlan, plans: tuple[SitePlan, ...]) -> tuple[SitePlan, ...]:
    """The first portal leads to every site, every other site back to the first portal."""
    first = next(other for other in plans if other.kind is SubjectKind.PORTAL)
    if plan is not first:
        return (first,)
    return tuple(other for other in plans if other is not first and not other.parent)


def _closed_hosts(truth: Truth) -> Iterator[str]:
    for defect in truth.defects:
        if defect.link is not None and defect.link.status == REFUSED:
            yield urlsplit(defect.place).netloc
