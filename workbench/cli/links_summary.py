"""The result of a link check as people read it: what matters first, grouped by outcome."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from workbench.domain.link import LINK_OUTCOME_WORDS, LinkOutcome, LinkResult
from workbench.inspecting.crawl_trap import ENDLESS, stem_of
from workbench.operations.check_links import LinkCheckReport
from workbench.views.personal_numbers import mask_personal

# Listed one by one, in this order; the rest is only counted.
_LISTED = (
    LinkOutcome.DEAD,
    LinkOutcome.SOFT_404,
    LinkOutcome.REDIRECTED_HOME,
    LinkOutcome.FOREIGN_REDIRECT,
    LinkOutcome.BLOCKED,
    LinkOutcome.LIMITED,
    LinkOutcome.TIMED_OUT,
    LinkOutcome.CERTIFICATE,
    LinkOutcome.NEEDS_LOGIN,
    LinkOutcome.INTERNAL_ADDRESS,
    LinkOutcome.UNSAFE_SCHEME,
)
_PLACES_SHOWN = 3
_KINDS_SHOWN = 10


def summary_lines(report: LinkCheckReport) -> Iterator[str]:
    for outcome in _LISTED:
        links = [link for link in report.links if link.outcome is outcome]
        if links:
            yield f"{LINK_OUTCOME_WORDS[outcome]}（{len(links)}）"
            for link in links:
                yield from _lines_of(link)
            yield ""
    yield from _bounded(report)
    yield from _spread(report)
    counts = " · ".join(f"{LINK_OUTCOME_WORDS[outcome]} {count}" for outcome, count in report.summary.items())
    yield f"共读 {report.pages} 个页面，{len(report.links)} 个链接：{counts or '没有链接'}"


def _bounded(report: LinkCheckReport) -> Iterator[str]:
    """What was not followed to its end, with where to look: a bound nobody hears of would pass for completeness."""
    held = [link for link in report.links if link.reason == ENDLESS.reason]
    if not held:
        return
    kinds = Counter(stem_of(link.url) for link in held)
    yield f"没有追踪到底：{len(held)} 个链接像是没有尽头的日历或查询页面，放宽请用 --most-alike"
    for kind, count in kinds.most_common(_KINDS_SHOWN):
        yield f"  {kind}…  {count} 个"
    more = len(kinds) - _KINDS_SHOWN
    if more > 0:
        yield f"  另有 {more} 类"
    yield ""


def _spread(report: LinkCheckReport) -> Iterator[str]:
    """How far each outcome is spread: many links on one host tell of the host."""
    for outcome, count in report.summary.items():
        links = [link for link in report.links if link.outcome is outcome]
        hosts = {urlsplit(link.url).netloc for link in links}
        pages = {place.page for link in links for place in link.occurrences}
        yield (
            f"{LINK_OUTCOME_WORDS[outcome]}：{count} 个链接，{len(hosts)} 台主机，出现在 {len(pages)} 个页面"
        )


def _lines_of(link: LinkResult) -> Iterator[str]:
    yield f"  {link.url}" + (f"  {link.reason}" if link.reason else "")
    if link.final_url:
        yield f"      → {link.final_url}"
    for place in link.occurrences[:_PLACES_SHOWN]:
        text = mask_personal(place.text, as_of=date.max)
        yield f"      在 {place.page}" + (f" “{text}”" if text else "")
    more = link.occurrence_count - min(len(link.occurrences), _PLACES_SHOWN)
    if more > 0:
        yield f"      还有 {more} 处"
