"""Surveys the links of a site from its start page outward. It asks nothing itself: answers in, questions and events out."""

from collections.abc import Iterable, Iterator

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.attempt_record import attempt_of
from workbench.inspecting.browser_look import as_answer, settled_verdict
from workbench.inspecting.crawl_brake import BRAKED, is_refusal
from workbench.inspecting.host_pace import PaceChange
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_verdict import LinkVerdict, judge
from workbench.inspecting.network_witness import TAGS_BELOW as WITNESS_TAGS
from workbench.inspecting.robots_rules import TAGS_BELOW as ROBOTS_TAGS
from workbench.inspecting.survey_beginning import begin_survey, take_piece
from workbench.inspecting.survey_event import LinkSettled, SurveyEvent
from workbench.inspecting.survey_journal import SurveyPiece
from workbench.inspecting.survey_parts import SurveyParts
from workbench.inspecting.survey_plan import SurveyPlan
from workbench.inspecting.survey_questions import SurveyQuestions
from workbench.inspecting.survey_reading import OPENED, SurveyReading
from workbench.views.page_view import PageView

_MOVED = (LinkOutcome.FOREIGN_REDIRECT, LinkOutcome.REDIRECTED_HOME)


class LinkSurvey:
    """Ask `take` for requests until there is none, give every answer to `receive`, and call `finish` in the end."""

    def __init__(
        self, plan: SurveyPlan, *, is_kept: bool = False, pieces: Iterable[SurveyPiece] = ()
    ) -> None:
        """A survey that `is_kept` gives `take_piece`; with the `pieces` of one before it goes on where that was."""
        self._parts = SurveyParts.made_for(plan, is_kept=is_kept)
        self._book = self._parts.book
        self._probe = self._parts.probe
        self._references = self._parts.references
        self._brake = self._parts.brake
        self._witness = self._parts.witness
        self._questions = SurveyQuestions(self._parts)
        self._door = begin_survey(self._parts, self._questions, pieces)
        self._reading = SurveyReading(self._parts, self._questions, self._door)

    def take_piece(self) -> SurveyPiece:
        """What has become known since the last call; to be asked for between answers."""
        return take_piece(self._parts, self._door)

    @property
    def known(self) -> int:
        return len(self._book)

    @property
    def done(self) -> int:
        return self._parts.done

    @property
    def pages_read(self) -> int:
        return self._parts.frontier.pages_read

    @property
    def documents_left(self) -> int:
        """Attachments of its own that were not read, for there were too many."""
        return self._parts.harvest.documents_left

    @property
    def start_verdict(self) -> LinkVerdict | None:
        """How the start page ended; None while it is open."""
        start = self._door.start
        return None if start.outcome is None else LinkVerdict(start.outcome, start.reason)

    def take(self) -> FetchRequest | None:
        """The next question, if there is one to be asked now."""
        return self._questions.take()

    def receive(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        if fetched.request.tag < 0:
            yield from self._receive_aside(fetched)
        elif fetched.request.by_browser:
            yield from self._receive_browser(as_answer(fetched))
        elif fetched.request.method == "HEAD":
            yield from self._receive_head(fetched)
        else:
            yield from self._receive_get(fetched)

    def may_ask(self, url: str) -> bool:
        """Whether there is no reason to leave the address alone."""
        return not (self._brake.is_on(url) or self._parts.robots.forbids(url))

    def has_read(self, url: str) -> bool:
        """Whether it is a page of the survey's own that opened."""
        entry = self._book.find(url)
        return entry is not None and entry.is_page and entry.outcome in OPENED

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

    def _receive_aside(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        """The answer to a question that is about no link."""
        if fetched.request.tag < ROBOTS_TAGS:
            self._questions.release(self._parts.robots.receive(fetched))
        elif fetched.request.tag < WITNESS_TAGS:
            for failed, verdict in self._witness.receive(fetched):
                yield from self._settle(self._book[failed.request.tag], failed, verdict, None)
            self._questions.add(self._witness.questions())
        else:
            for held in self._references.receive(fetched, self._reading.view(fetched)):
                yield from self._receive_get(held)

    def _receive_head(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        entry = self._book[fetched.request.tag]
        verdict = judge(fetched, home=self._parts.home)
        yield from self._note(entry, fetched, verdict)
        verdict, is_void = self._under_brake(fetched, verdict)
        following = None if is_void else self._probe.after_head(entry, fetched, verdict)
        if following is not None:
            self._questions.add([following])
        else:
            yield from self._settle(entry, fetched, verdict, None)

    def _receive_get(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        entry = self._book[fetched.request.tag]
        verdict = self._judge(entry, fetched)
        page = self._reading.view(fetched) if verdict.outcome in OPENED else None
        if page is not None:
            if entry.is_page and self._references.hold(fetched):
                return
            verdict = self._judge_words(entry, fetched, page, verdict)
        yield from self._note(entry, fetched, verdict)
        verdict, is_void = self._under_brake(fetched, verdict)
        following = None if is_void else self._probe.after_get(entry, fetched, verdict)
        if following is not None:
            self._book.doubt(entry, is_second_look=following.is_second_look)
            self._questions.add([following])
        else:
            yield from self._conclude(entry, fetched, verdict, page)

    def _receive_browser(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        """What the browser engine made of a link that was about to be called dead or blocked."""
        entry, held = self._book[fetched.request.tag], self._probe.browser.take(fetched.request.tag)
        seen = self._judge(entry, fetched)
        page = self._reading.view(fetched) if seen.outcome in OPENED else None
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
            self._questions.add(self._witness.questions())
        else:
            yield from self._settle(entry, fetched, verdict, page)

    def _note(self, entry: LinkEntry, fetched: Fetched, verdict: LinkVerdict) -> Iterator[SurveyEvent]:
        """Keep a record of an attempt that failed, and void the latest answers of a host that has begun to turn us away."""
        if verdict.outcome not in OPENED:
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
        verdict = judge(fetched, home=self._parts.home)
        if entry is self._door.start and verdict.outcome in _MOVED:
            # Wherever the front door leads is the front page.
            return LinkVerdict(LinkOutcome.REDIRECT)
        return verdict

    def _judge_words(
        self, entry: LinkEntry, fetched: Fetched, page: PageView, verdict: LinkVerdict
    ) -> LinkVerdict:
        if entry is self._door.start or fetched.final_url == self._parts.home:
            return verdict
        is_judged = fetched.hops and self._book.outcome_of(fetched.final_url) is LinkOutcome.OK
        if is_judged and not self._references.ends_alike(fetched):
            # Under its own address, and missing pages are not sent there.
            return verdict
        reason = self._references.why_missing(fetched, page)
        return LinkVerdict(LinkOutcome.SOFT_404, reason) if reason else verdict

    def _settle(
        self, entry: LinkEntry, fetched: Fetched, verdict: LinkVerdict, page: PageView | None
    ) -> Iterator[SurveyEvent]:
        parts = self._parts
        self._book.settle(entry, verdict, status=fetched.status, final_url=fetched.final_url)
        parts.done += 1
        if page is not None and (entry is self._door.start or entry is self._door.front):
            parts.home = fetched.final_url
            parts.plan.scope.did_arrive(fetched.final_url)
        if entry.is_page:
            yield from self._reading.read_page(entry, fetched, verdict, page)
        elif verdict.outcome in OPENED:
            yield from self._reading.read_file(entry, fetched)
        if entry is self._door.front:
            # Not before: what stands on the front page has to be known as such when it is told.
            for seed in parts.plan.seeds:
                self._questions.enter_page(seed, depth=1)
        if self._book.place_count(entry):
            yield LinkSettled(self._book.tell_shortly(entry), is_new=True)
