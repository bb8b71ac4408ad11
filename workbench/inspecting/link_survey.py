"""Surveys the links of a site from its start page outward. It asks nothing itself: answers in, questions and events out."""

from collections import deque
from collections.abc import Iterable, Iterator

from workbench.domain.link import LinkKind, LinkOutcome
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.attempt_record import attempt_of
from workbench.inspecting.browser_look import BrowserLook, as_answer, settled_verdict
from workbench.inspecting.crawl_brake import BRAKED, STOPPED, CrawlBrake, is_refusal
from workbench.inspecting.crawl_trap import ENDLESS, CrawlTrap
from workbench.inspecting.frontier import Frontier
from workbench.inspecting.head_trust import HeadTrust
from workbench.inspecting.host_pace import PaceChange
from workbench.inspecting.link_book import LinkBook
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_harvest import READABLE, LinkHarvest, signpost
from workbench.inspecting.link_probe import CSS, HTML, LinkProbe
from workbench.inspecting.link_verdict import LinkVerdict, judge
from workbench.inspecting.missing_references import MissingReferences
from workbench.inspecting.navigation_home import second_level
from workbench.inspecting.network_witness import TAGS_BELOW as WITNESS_TAGS
from workbench.inspecting.network_witness import NetworkWitness
from workbench.inspecting.robots_rules import KEPT_OUT, RobotsRules
from workbench.inspecting.robots_rules import TAGS_BELOW as ROBOTS_TAGS
from workbench.inspecting.survey_event import DocumentRead, LinkSettled, PageRead, SheetRead, SurveyEvent
from workbench.inspecting.survey_journal import DoubtNote, SurveyPiece
from workbench.inspecting.survey_plan import SurveyPlan
from workbench.views.page_links import sheet_links
from workbench.views.page_view import PageView
from workbench.views.url_resolver import UrlResolver

# Attachments of one site whose words are read.
MOST_DOCUMENTS = 60
_OPENED = (LinkOutcome.OK, LinkOutcome.REDIRECT)
_MOVED = (LinkOutcome.FOREIGN_REDIRECT, LinkOutcome.REDIRECTED_HOME)


class LinkSurvey:
    """Ask `take` for requests until there is none, give every answer to `receive`, and call `finish` in the end."""

    def __init__(
        self, plan: SurveyPlan, *, is_kept: bool = False, pieces: Iterable[SurveyPiece] = ()
    ) -> None:
        """A survey that `is_kept` gives `take_piece`; with the `pieces` of one before it goes on where that was."""
        self._plan = plan
        self._book = LinkBook(is_kept=is_kept)
        self._frontier = Frontier(self._book, max_depth=plan.max_depth, max_pages=plan.max_pages)
        most_documents = MOST_DOCUMENTS if plan.reads_attachments else 0
        self._trap = CrawlTrap(most_alike=plan.policy.most_alike)
        self._harvest = LinkHarvest(
            self._book, self._frontier, plan.scope, self._trap, most_documents=most_documents
        )
        self._probe = LinkProbe(plan.policy, HeadTrust(), BrowserLook(plan.policy))
        self._references = MissingReferences()
        self._brake = CrawlBrake(plan.policy)
        self._robots = RobotsRules(plan.policy)
        self._witness = NetworkWitness(plan.policy)
        self._released: deque[LinkEntry] = deque()
        self._requests: deque[FetchRequest] = deque()
        self._home = plan.start
        self._second_level: frozenset[str] = frozenset()
        self.done = 0
        self._start = self._begin(pieces)

    def _begin(self, pieces: Iterable[SurveyPiece]) -> LinkEntry:
        """The start page, asked for unless an earlier survey has settled it."""
        last: SurveyPiece | None = None
        gathered: list[str] = []
        for last in pieces:
            self._book.add_piece(last)
            gathered += [page.url for page in last.pages]
        start = self._book.find(self._plan.start)
        if last is None or start is None:
            self._front = self._enter_page(self._plan.start, depth=0)
            return self._front
        if start.outcome is None:
            self._front = self._ask_for_page(start)
            return self._front
        self._home, self._second_level = last.home, frozenset(last.second_level)
        self._brake.take_up(last.paces)
        self._probe.trust.take_up(last.heads)
        self._trap.take_up(last.traps)
        self._plan.scope.hosts.update(last.hosts)
        self._frontier.pages_read = last.pages_read
        self._front = self._book[last.front]
        self.done = sum(entry.outcome is not None for entry in self._book)
        open_seeds = [
            entry for entry in map(self._book.find, self._plan.seeds) if entry and not entry.outcome
        ]
        doubts = self._book.doubts
        self._harvest.take_up(gathered, but={*doubts, *(seed.number for seed in open_seeds)})
        for seed in open_seeds:
            self._frontier.add_seed(seed)
            if seed.number not in doubts:
                self._requests.append(self._probe.get(seed))
        self._requests.extend(self._ask_on(doubt) for doubt in doubts.values())
        for entry in self._book:
            if entry.kind is LinkKind.PAGE and self._plan.scope.is_own(entry.url):
                self._ask_for_reference(entry)
        return start

    def _ask_on(self, doubt: DoubtNote) -> FetchRequest:
        """The question that a doubted link was waiting for."""
        entry = self._book[doubt.number]
        is_page = entry.kind in READABLE and self._plan.scope.is_own(entry.url)
        if is_page and not entry.is_page:
            self._frontier.add_seed(entry)
        delay_s = 0.0 if doubt.is_second_look else self._plan.policy.retry_delay_s
        return self._probe.get(entry, delay_s=delay_s, is_second_look=doubt.is_second_look)

    def take_piece(self) -> SurveyPiece:
        """What has become known since the last call; to be asked for between answers."""
        piece = self._book.take_piece()
        piece.home, piece.front, piece.pages_read = self._home, self._front.number, self.pages_read
        piece.second_level = sorted(self._second_level)
        piece.hosts = sorted(self._plan.scope.hosts)
        piece.paces, piece.heads, piece.traps = (
            self._brake.paces(),
            self._probe.trust.known(),
            self._trap.counts(),
        )
        return piece

    @property
    def known(self) -> int:
        return len(self._book)

    @property
    def pages_read(self) -> int:
        return self._frontier.pages_read

    @property
    def documents_left(self) -> int:
        """Attachments of its own that were not read, for there were too many."""
        return self._harvest.documents_left

    @property
    def start_verdict(self) -> LinkVerdict | None:
        """How the start page ended; None while it is open."""
        outcome = self._start.outcome
        return None if outcome is None else LinkVerdict(outcome, self._start.reason)

    def take(self) -> FetchRequest | None:
        """The next question, if there is one to be asked now."""
        while self._requests:
            request = self._requests.popleft()
            if request.tag < 0 or not self._brake.is_on(request.url):
                return request
            entry = self._book[request.tag]
            self._probe.give_up(entry)
            self._leave_alone(entry, STOPPED)
        while (waiting := self._next_entry()) is not None:
            why_not = self._why_not(waiting)
            if why_not is not None:
                self._leave_alone(waiting, why_not)
                continue
            has_to_wait = self._robots.must_wait(waiting)
            first = self._robots.question() if has_to_wait else self._probe.first(waiting)
            if first is not None:
                return first
        return None

    def _why_not(self, entry: LinkEntry) -> LinkVerdict | None:
        """Why the link is not to be asked for at all."""
        if self._brake.is_on(entry.url):
            return STOPPED
        if self._robots.forbids(entry.url):
            return KEPT_OUT
        return ENDLESS if entry.is_page and self._trap.holds(entry) else None

    def receive(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        if fetched.request.tag < 0:
            yield from self._receive_aside(fetched)
        elif fetched.request.by_browser:
            yield from self._receive_browser(as_answer(fetched))
        elif fetched.request.method == "HEAD":
            yield from self._receive_head(fetched)
        else:
            yield from self._receive_get(fetched)

    def _receive_aside(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        """The answer to a question that is about no link."""
        if fetched.request.tag < ROBOTS_TAGS:
            self._released.extend(self._robots.receive(fetched))
        elif fetched.request.tag < WITNESS_TAGS:
            for failed, verdict in self._witness.receive(fetched):
                yield from self._settle(self._book[failed.request.tag], failed, verdict, None)
            self._requests.extend(self._witness.questions())
        else:
            for held in self._references.receive(fetched, self._view(fetched)):
                yield from self._receive_get(held)

    def may_ask(self, url: str) -> bool:
        """Whether there is no reason to leave the address alone."""
        return not (self._brake.is_on(url) or self._robots.forbids(url))

    def has_read(self, url: str) -> bool:
        """Whether it is a page of the survey's own that opened."""
        entry = self._book.find(url)
        return entry is not None and entry.is_page and entry.outcome in _OPENED

    def pace_changes(self) -> list[PaceChange]:
        """Hosts that are to be asked more slowly, or not at all any more; each change is told once."""
        changes, self._brake.changes = self._brake.changes, []
        return changes

    def finish(self) -> Iterator[SurveyEvent]:
        """The links of which more places have become known since they were told."""
        for entry in self._book:
            if entry.outcome is not None and self._book.has_untold_places(entry):
                is_new = not self._book.was_told(entry)
                yield LinkSettled(self._book.tell(entry), is_new)

    def _next_entry(self) -> LinkEntry | None:
        if self._released:
            return self._released.popleft()
        released = self._probe.trust.released
        return self._book[released.popleft()] if released else self._frontier.take()

    def _leave_alone(self, entry: LinkEntry, verdict: LinkVerdict) -> None:
        """Settled without a question; it is told in the end."""
        self._book.settle(entry, verdict)
        self.done += 1
        self._frontier.did_end(entry, was_read=False)

    def _enter_page(self, url: str, *, depth: int) -> LinkEntry:
        entry, is_new = self._book.enter(url, LinkKind.PAGE, depth=depth)
        return self._ask_for_page(entry) if is_new else entry

    def _ask_for_page(self, entry: LinkEntry) -> LinkEntry:
        self._frontier.add_seed(entry)
        self._requests.append(self._probe.get(entry))
        self._ask_for_reference(entry)
        return entry

    def _ask_for_reference(self, entry: LinkEntry) -> None:
        request = self._references.request_for(entry.url)
        if request is not None:
            self._requests.append(request)

    def _receive_head(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        entry = self._book[fetched.request.tag]
        verdict = judge(fetched, home=self._home)
        yield from self._note(entry, fetched, verdict)
        verdict, is_void = self._under_brake(fetched, verdict)
        following = None if is_void else self._probe.after_head(entry, fetched, verdict)
        if following is not None:
            self._requests.append(following)
        else:
            yield from self._settle(entry, fetched, verdict, None)

    def _receive_get(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        entry = self._book[fetched.request.tag]
        verdict = self._judge(entry, fetched)
        page = self._view(fetched) if verdict.outcome in _OPENED else None
        if page is not None:
            if entry.is_page and self._references.hold(fetched):
                return
            verdict = self._judge_words(entry, fetched, page, verdict)
        yield from self._note(entry, fetched, verdict)
        verdict, is_void = self._under_brake(fetched, verdict)
        following = None if is_void else self._probe.after_get(entry, fetched, verdict)
        if following is not None:
            self._book.doubt(entry, is_second_look=following.is_second_look)
            self._requests.append(following)
        else:
            yield from self._conclude(entry, fetched, verdict, page)

    def _receive_browser(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        """What the browser engine made of a link that was about to be called dead or blocked."""
        entry, held = self._book[fetched.request.tag], self._probe.browser.take(fetched.request.tag)
        seen = self._judge(entry, fetched)
        page = self._view(fetched) if seen.outcome in _OPENED else None
        if page is not None:
            seen = self._judge_words(entry, fetched, page, seen)
        verdict = settled_verdict(held, fetched, seen)
        entry.note_attempt(attempt_of(fetched, seen))
        if verdict is held.verdict:
            yield from self._conclude(entry, held.fetched, verdict, None)
        else:
            yield from self._conclude(entry, fetched, verdict, page)

    def _conclude(
        self, entry: LinkEntry, fetched: Fetched, verdict: LinkVerdict, page: PageView | None
    ) -> Iterator[SurveyEvent]:
        """The last answer is in; only a failure that may be our own network's still waits."""
        if self._witness.hold(fetched, verdict):
            self._requests.extend(self._witness.questions())
        else:
            yield from self._settle(entry, fetched, verdict, page)

    def _note(self, entry: LinkEntry, fetched: Fetched, verdict: LinkVerdict) -> Iterator[SurveyEvent]:
        """Keep a record of an attempt that failed, and void the latest answers of a host that has begun to turn us away."""
        if verdict.outcome not in _OPENED:
            entry.note_attempt(attempt_of(fetched, verdict))
        for number in self._brake.note(entry.number, fetched, verdict):
            void = self._book[number]
            if void.outcome is not None and void is not entry:
                self._book.settle(void, BRAKED)
                yield LinkSettled(self._book.tell(void), is_new=False)

    def _under_brake(self, fetched: Fetched, verdict: LinkVerdict) -> tuple[LinkVerdict, bool]:
        """A refusal by a host that turns us away says nothing about the link."""
        if not is_refusal(fetched) or not self._brake.is_void(fetched):
            return verdict, False
        self._probe.give_up(self._book[fetched.request.tag])
        return BRAKED, True

    def _judge(self, entry: LinkEntry, fetched: Fetched) -> LinkVerdict:
        verdict = judge(fetched, home=self._home)
        if entry is self._start and verdict.outcome in _MOVED:
            # Wherever the front door leads is the front page.
            return LinkVerdict(LinkOutcome.REDIRECT)
        return verdict

    def _judge_words(
        self, entry: LinkEntry, fetched: Fetched, page: PageView, verdict: LinkVerdict
    ) -> LinkVerdict:
        if entry is self._start or fetched.final_url == self._home:
            return verdict
        reason = self._references.why_missing(fetched, page)
        return LinkVerdict(LinkOutcome.SOFT_404, reason) if reason else verdict

    def _settle(
        self, entry: LinkEntry, fetched: Fetched, verdict: LinkVerdict, page: PageView | None
    ) -> Iterator[SurveyEvent]:
        self._book.settle(entry, verdict, status=fetched.status, final_url=fetched.final_url)
        self.done += 1
        if entry is self._start and page is not None:
            self._home = fetched.final_url
            self._plan.scope.did_arrive(fetched.final_url)
        if entry.is_page:
            yield from self._read(entry, fetched, verdict, page)
        elif verdict.outcome in _OPENED:
            yield from self._tell_file(entry, fetched)
        if entry is self._front:
            # Not before: what stands on the front page has to be known as such when it is told.
            for seed in self._plan.seeds:
                self._enter_page(seed, depth=1)
        if self._book.place_count(entry):
            yield LinkSettled(self._book.tell_shortly(entry), is_new=True)

    def _tell_file(self, entry: LinkEntry, fetched: Fetched) -> Iterator[SurveyEvent]:
        """What a stylesheet asks for in its turn, and what the files are that were asked for whole."""
        if entry.is_sheet and fetched.media_type == CSS:
            resolver = UrlResolver(fetched.final_url, charset="utf-8")
            css = fetched.body.decode("utf-8", "replace")
            links = sheet_links(css, resolver, tag="style")
            yield from self._tell_new(self._harvest.gather_links(links, page=fetched.final_url, parent=entry))
            if self._plan.reads_sheets:
                yield SheetRead(entry.url, css)
        elif entry.is_document and fetched.body:
            yield DocumentRead(self._book.show(entry), fetched)

    def _read(
        self, entry: LinkEntry, fetched: Fetched, verdict: LinkVerdict, page: PageView | None
    ) -> Iterator[SurveyEvent]:
        is_start = entry is self._start
        is_readable = page is not None and verdict.outcome in _OPENED
        self._frontier.did_end(entry, was_read=is_readable)
        yield PageRead(url=entry.url, fetched=fetched, verdict=verdict, page=page, is_start=is_start)
        is_ours = is_start or self._plan.scope.is_own(fetched.final_url)
        if page is not None and is_readable and is_ours and self._plan.follows:
            yield from self._gather(entry, page)

    def _gather(self, entry: LinkEntry, page: PageView) -> Iterator[SurveyEvent]:
        if entry is self._front:
            self._second_level = second_level(page, self._plan.scope.is_own)
        is_home = entry is self._front or entry.url in self._second_level
        yield from self._tell_new(self._harvest.gather(page, parent=entry, is_home=is_home))
        behind = self._book.find(signpost(page)) if entry is self._start else None
        if behind is not None and behind.outcome is None:
            # Behind a bare start page that only sends the reader on lies the front page.
            self._front = behind

    def _tell_new(self, entries: Iterable[LinkEntry]) -> Iterator[SurveyEvent]:
        for found in entries:
            if found.outcome is not None:
                self.done += 1
                yield LinkSettled(self._book.tell(found), is_new=True)
            elif found.kind is LinkKind.PAGE and self._plan.scope.is_own(found.url):
                self._ask_for_reference(found)

    def _view(self, fetched: Fetched) -> PageView | None:
        is_html = fetched.media_type in HTML or (not fetched.media_type and b"<" in fetched.body[:1024])
        if not is_html or not fetched.body:
            return None
        content_type = fetched.headers.get("content-type", "")
        return PageView(
            fetched.body, url=fetched.final_url, content_type=content_type, as_of=self._plan.as_of
        )
