"""The record of one attempt at a link, as it is kept beside the verdict."""

from workbench.domain.link import LINK_OUTCOME_WORDS, Attempt
from workbench.fetch.fetched import Fetched
from workbench.inspecting.link_verdict import LinkVerdict


def attempt_of(fetched: Fetched, verdict: LinkVerdict) -> Attempt:
    request = fetched.request
    return Attempt(
        at=fetched.at,
        how=f"{request.method}（换一种方式）" if request.is_second_look else request.method,
        took_s=round(fetched.timings.total_s, 3),
        status=fetched.status,
        said=verdict.reason or LINK_OUTCOME_WORDS[verdict.outcome],
    )
