"""Check the links of any website, without a workspace."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from workbench.domain.link import LinkOutcome, LinkResult
from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.fetch.address_guard import networks_around
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.open_fetcher import open_fetcher
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.link_survey import LinkSurvey
from workbench.inspecting.survey_event import LinkSettled
from workbench.inspecting.survey_loop import run_survey
from workbench.inspecting.survey_plan import SurveyPlan
from workbench.inspecting.survey_scope import scope_of_site


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCheckRequest:
    """`max_depth` 0 looks at the links of the start page alone; None is without limit."""

    url: str
    max_depth: int | None = None
    max_pages: int | None = None
    may_be_private: bool = False
    policy: FetchPolicy


@dataclass(frozen=True, slots=True)
class LinkCheckState:
    """How far a check is, for a progress line."""

    pages: int = 0
    done: int = 0
    known: int = 0
    dead: int = 0


@dataclass(frozen=True, slots=True)
class LinkCheckReport:
    """Each distinct address once, in the order of the addresses: two runs over the same site read alike.

    `is_whole` is False where the check was interrupted: then it is what was found so far.
    """

    pages: int
    links: tuple[LinkResult, ...]
    is_whole: bool = True

    @property
    def summary(self) -> dict[LinkOutcome, int]:
        """How many links came to each outcome, in the order of the outcomes; only those that occur."""
        counts = Counter(link.outcome for link in self.links)
        return {outcome: counts[outcome] for outcome in LinkOutcome if counts[outcome]}


def check_links(
    request: LinkCheckRequest, *, as_of: date, announce: Callable[[LinkCheckState], None]
) -> LinkCheckReport:
    """Every link within reach of the start page; an interrupt ends the check and leaves what was found.

    Raises:
        WrongUseError: the start is no web address, or an internal one that was not allowed.
        EnvironmentFaultError: the start page cannot be opened.
    """
    start = _start_address(request.url)
    policy = _within_reach(request, start)
    survey = LinkSurvey(
        SurveyPlan(
            start=start,
            scope=scope_of_site(start),
            as_of=as_of,
            policy=policy,
            max_depth=request.max_depth,
            max_pages=request.max_pages,
        )
    )
    links, is_whole = _run(survey, policy, announce)
    if not survey.pages_read and is_whole:
        raise EnvironmentFaultError(f"起始页打不开：{_why_closed(survey)}。请检查网址和网络后重试。")
    return LinkCheckReport(survey.pages_read, tuple(links[url] for url in sorted(links)), is_whole)


def _run(
    survey: LinkSurvey, policy: FetchPolicy, announce: Callable[[LinkCheckState], None]
) -> tuple[dict[str, LinkResult], bool]:
    links: dict[str, LinkResult] = {}
    dead = 0
    is_whole = True
    fetcher = open_fetcher(policy)
    try:
        for event in run_survey(survey, fetcher):
            if isinstance(event, LinkSettled):
                links[event.link.url] = event.link
                dead += event.is_new and event.link.outcome is LinkOutcome.DEAD
                announce(LinkCheckState(survey.pages_read, survey.done, survey.known, dead))
    except KeyboardInterrupt:
        is_whole = False
    finally:
        fetcher.close()
    return links, is_whole


def _start_address(text: str) -> str:
    start = as_asked(text)
    parts = urlsplit(start)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WrongUseError(f"“{text}”不是网址，请写成 http://www.example.gov.cn/ 的样子。")
    return start


def _within_reach(request: LinkCheckRequest, start: str) -> FetchPolicy:
    """The policy, opened for internal addresses of the start page's own sort if that was asked for."""
    policy = request.policy
    networks = networks_around(urlsplit(start).hostname or "")
    if not networks:
        return policy
    if not request.may_be_private:
        raise WrongUseError(f"{start} 是内网或本机地址，默认不访问；确实要检查，请加上 --allow-private。")
    return policy.allowing(networks)


def _why_closed(survey: LinkSurvey) -> str:
    verdict = survey.start_verdict
    return (verdict.reason if verdict else "") or "应答的不是网页"
