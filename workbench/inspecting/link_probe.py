"""How one link is asked, step by step: HEAD where it is safe, GET, spaced retries, and a second look before it is called dead."""

from dataclasses import dataclass

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.browser_look import BrowserLook
from workbench.inspecting.head_trust import HeadTrust
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.retry_after import retry_after_s

HTML = ("text/html", "application/xhtml+xml")
CSS = "text/css"
# Enough of a page to know an error page or a firewall's test; what is longer is a page.
_GLIMPSE_BYTES = 65_536
# What a server says of a file that lies there; what is made on the spot, or says yes to every HEAD, has none of it.
_OF_A_FILE = frozenset({"etag", "last-modified"})
_OPENED = (LinkOutcome.OK, LinkOutcome.REDIRECT)
_NEVER_ASKED = (LinkOutcome.INTERNAL_ADDRESS, LinkOutcome.UNSAFE_SCHEME)
_WORTH_RETRYING = frozenset(
    {LinkOutcome.DEAD, LinkOutcome.TIMED_OUT, LinkOutcome.LIMITED, LinkOutcome.NOT_CHECKED}
)


@dataclass(frozen=True, slots=True)
class LinkProbe:
    """Pure but for what it learns of HEAD: it turns the latest answer into the next question, or into none."""

    policy: FetchPolicy
    trust: HeadTrust
    browser: BrowserLook

    def first(self, entry: LinkEntry) -> FetchRequest | None:
        """The first question; None where it has to wait, and `trust` will release the entry."""
        is_read = entry.is_page or entry.is_sheet or entry.is_document
        if is_read or not self.trust.may_ask(entry.url, entry.kind):
            return self.get(entry)
        if self.trust.must_wait(entry.url, entry.kind, entry.number):
            return None
        return FetchRequest(url=entry.url, method="HEAD", tag=entry.number)

    def after_head(self, entry: LinkEntry, fetched: Fetched, verdict: LinkVerdict) -> FetchRequest | None:
        """GET at once where HEAD was refused, looks odd, or has not yet been proved for this host and kind."""
        if verdict.outcome in _NEVER_ASKED:
            self.trust.did_compare(entry.url, entry.kind, head_ok=False, get_ok=False)
            return None
        is_odd = fetched.media_type in HTML or fetched.headers.get("content-length") == "0"
        is_file = not _OF_A_FILE.isdisjoint(fetched.headers)
        is_proven = self.trust.is_proven(entry.url, entry.kind)
        if verdict.outcome in _OPENED and is_file and not is_odd and is_proven:
            return None
        # What proves nothing at first is not asked for any further link of the host.
        entry.head_outcome = verdict.outcome if is_file or is_proven else LinkOutcome.NOT_CHECKED
        return self.get(entry)

    def after_get(self, entry: LinkEntry, fetched: Fetched, verdict: LinkVerdict) -> FetchRequest | None:
        """A retry later in the run, a second look by the other engine, a last one by the browser; None where the verdict stands."""
        if entry.head_outcome is not None:
            self._compare(entry, verdict)
        if fetched.request.is_second_look:
            return self.browser.question(fetched, verdict)
        if verdict.outcome in _WORTH_RETRYING and entry.tries < self.policy.retries:
            delay_s = max(self.policy.retry_delay_s, retry_after_s(fetched))
            if delay_s <= max(self.policy.max_retry_after_s, self.policy.retry_delay_s):
                entry.tries += 1
                return self.get(entry, delay_s=delay_s)
        if verdict.outcome is LinkOutcome.DEAD:
            return self.get(entry, is_second_look=True)
        return self.browser.question(fetched, verdict)

    def give_up(self, entry: LinkEntry) -> None:
        """The link will not be asked for again: those that wait for what HEAD says of it need not wait any longer."""
        self.trust.did_compare(entry.url, entry.kind, head_ok=False, get_ok=False)

    def get(self, entry: LinkEntry, *, delay_s: float = 0.0, is_second_look: bool = False) -> FetchRequest:
        return FetchRequest(
            url=entry.url,
            tag=entry.number,
            max_bytes=0 if entry.is_page or entry.is_sheet or entry.is_document else _GLIMPSE_BYTES,
            body_types=() if entry.is_document else (*HTML, CSS) if entry.is_sheet else HTML,
            delay_s=delay_s,
            is_second_look=is_second_look,
        )

    def _compare(self, entry: LinkEntry, verdict: LinkVerdict) -> None:
        head_ok, get_ok = entry.head_outcome in _OPENED, verdict.outcome in _OPENED
        self.trust.did_compare(entry.url, entry.kind, head_ok=head_ok, get_ok=get_ok)
        entry.head_outcome = None
