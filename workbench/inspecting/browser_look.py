"""The last step before a link is called dead or blocked: it is opened once more in the browser engine, where there is one."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched, Hop
from workbench.inspecting.link_verdict import LinkVerdict

_SUSPECT = (LinkOutcome.DEAD, LinkOutcome.BLOCKED)
_OPENED = (LinkOutcome.OK, LinkOutcome.REDIRECT)
# What the browser sees of a link of which we only knew that we are kept out.
_SEEN_INSIDE = (*_OPENED, LinkOutcome.SOFT_404, LinkOutcome.REDIRECTED_HOME, LinkOutcome.FOREIGN_REDIRECT)
CLEARED = "程序打不开，浏览器能打开"


@dataclass(frozen=True, slots=True)
class HeldVerdict:
    """What the answer before came to; it stands unless the browser opens the link."""

    fetched: Fetched
    verdict: LinkVerdict


class BrowserLook:
    """Holds a verdict while the browser looks; no more links of a survey than the policy says are opened that way."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._left = policy.max_reopened if policy.browser else 0
        self._held: dict[int, HeldVerdict] = {}

    def question(self, fetched: Fetched, verdict: LinkVerdict) -> FetchRequest | None:
        """The link as the browser is to open it; None where the verdict stands."""
        is_suspect = verdict.outcome in _SUSPECT and fetched.fault is not Fault.BAD_URL
        if not is_suspect or not self._left:
            return None
        self._left -= 1
        request = fetched.request
        self._held[request.tag] = HeldVerdict(replace(fetched, body=b""), verdict)
        return FetchRequest(url=request.url, tag=request.tag, is_second_look=True, by_browser=True)

    def take(self, number: int) -> HeldVerdict:
        return self._held.pop(number)


def as_answer(fetched: Fetched) -> Fetched:
    """What the browser came to as an answer is told: going elsewhere is a redirect, by whatever means."""
    if fetched.status is None or fetched.final_url == fetched.request.url:
        return fetched
    return replace(fetched, hops=(Hop(fetched.request.url, fetched.status, fetched.final_url),))


def settled_verdict(held: HeldVerdict, fetched: Fetched, seen: LinkVerdict) -> LinkVerdict:
    """The verdict after the browser's look, which can only clear.

    An error page that sends its reader on to another one is still an error page: dead links are cleared at their own address
    alone.
    """
    if held.verdict.outcome is LinkOutcome.BLOCKED:
        if seen.outcome not in _SEEN_INSIDE:
            return held.verdict
        return LinkVerdict(seen.outcome, CLEARED) if seen.outcome in _OPENED else seen
    own = {_place(fetched.request.url), _place(held.fetched.final_url)}
    if seen.outcome not in _OPENED or _place(fetched.final_url) not in own:
        return held.verdict
    return LinkVerdict(seen.outcome, CLEARED)


def _place(url: str) -> tuple[str, str]:
    """Host and path: firewalls add a query of their own, and some send on to https."""
    parts = urlsplit(url)
    return (parts.hostname or "", parts.path or "/")
