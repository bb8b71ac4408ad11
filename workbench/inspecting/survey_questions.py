"""What a survey asks next: questions that follow from answers before links that nobody has asked for yet, second looks last.

The later a link is looked at again, the more its death is worth; and the other engine is not at work beside the first.
"""

from collections import deque
from collections.abc import Iterable

from workbench.domain.link import LinkKind
from workbench.fetch.fetch_request import FetchRequest
from workbench.inspecting.crawl_brake import STOPPED
from workbench.inspecting.crawl_trap import ENDLESS
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.robots_rules import KEPT_OUT
from workbench.inspecting.survey_parts import SurveyParts


class SurveyQuestions:
    def __init__(self, parts: SurveyParts) -> None:
        self._parts = parts
        self._released: deque[LinkEntry] = deque()
        self._requests: deque[FetchRequest] = deque()
        self._second_looks: deque[FetchRequest] = deque()

    def take(self) -> FetchRequest | None:
        """The next question, if there is one to be asked now."""
        return self._next_of(self._requests) or self._next_first() or self._next_of(self._second_looks)

    def _next_of(self, requests: deque[FetchRequest]) -> FetchRequest | None:
        parts = self._parts
        while requests:
            request = requests.popleft()
            if request.tag < 0 or not parts.brake.is_on(request.url):
                return request
            entry = parts.book[request.tag]
            parts.probe.give_up(entry)
            self._leave_alone(entry, STOPPED)
        return None

    def _next_first(self) -> FetchRequest | None:
        """The first question about a link."""
        parts = self._parts
        while (waiting := self._next_entry()) is not None:
            why_not = self._why_not(waiting)
            if why_not is not None:
                self._leave_alone(waiting, why_not)
                continue
            has_to_wait = parts.robots.must_wait(waiting)
            first = parts.robots.question() if has_to_wait else parts.probe.first(waiting)
            if first is not None:
                return first
        return None

    def add(self, requests: Iterable[FetchRequest]) -> None:
        for request in requests:
            (self._second_looks if request.is_second_look else self._requests).append(request)

    def release(self, entries: Iterable[LinkEntry]) -> None:
        """Links that waited for something that is known now."""
        self._released.extend(entries)

    def enter_page(self, url: str, *, depth: int) -> LinkEntry:
        """A page that is read in any case, linked or not."""
        entry, is_new = self._parts.book.enter(url, LinkKind.PAGE, depth=depth)
        return self.ask_for_page(entry) if is_new else entry

    def ask_for_page(self, entry: LinkEntry) -> LinkEntry:
        self._parts.frontier.add_seed(entry)
        self._requests.append(self._parts.probe.get(entry))
        self.ask_for_reference(entry)
        return entry

    def ask_for_reference(self, entry: LinkEntry) -> None:
        """What the host shows for an address that it cannot have, once per host and ending."""
        request = self._parts.references.request_for(entry.url)
        if request is not None:
            self._requests.append(request)

    def _why_not(self, entry: LinkEntry) -> LinkVerdict | None:
        """Why the link is not to be asked for at all."""
        if self._parts.brake.is_on(entry.url):
            return STOPPED
        if self._parts.robots.forbids(entry.url):
            return KEPT_OUT
        return ENDLESS if entry.is_page and self._parts.trap.holds(entry) else None

    def _next_entry(self) -> LinkEntry | None:
        if self._released:
            return self._released.popleft()
        released = self._parts.probe.trust.released
        return self._parts.book[released.popleft()] if released else self._parts.frontier.take()

    def _leave_alone(self, entry: LinkEntry, verdict: LinkVerdict) -> None:
        """Settled without a question; it is told in the end."""
        self._parts.book.settle(entry, verdict)
        self._parts.done += 1
        self._parts.frontier.did_end(entry, was_read=False)
