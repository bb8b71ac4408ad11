"""The record of one attempt at a link, as it is kept beside the verdict."""

from workbench.domain.link import LINK_OUTCOME_WORDS, Attempt
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.link_verdict import LinkVerdict


def attempt_of(fetched: Fetched, verdict: LinkVerdict) -> Attempt:
    return Attempt(
        at=fetched.at,
        how=_how(fetched.request),
        took_s=round(fetched.timings.total_s, 3),
        status=fetched.status,
        said=_said(fetched, verdict),
    )


def _how(request: FetchRequest) -> str:
    if request.by_browser:
        return "浏览器"
    return f"{request.method}（换一种方式）" if request.is_second_look else request.method


def _said(fetched: Fetched, verdict: LinkVerdict) -> str:
    if fetched.error is not None and fetched.fault in (Fault.BROWSER, Fault.NO_BROWSER):
        return fetched.error.detail
    return verdict.reason or LINK_OUTCOME_WORDS[verdict.outcome]
