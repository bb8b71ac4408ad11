"""What a survey makes of what it opened: pages are told and their links gathered, files told, stylesheets followed."""

from collections.abc import Iterable, Iterator

from workbench.domain.link import LinkKind, LinkOutcome
from workbench.fetch.fetched import Fetched
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_harvest import signpost
from workbench.inspecting.link_probe import CSS, HTML
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.navigation_home import second_level
from workbench.inspecting.survey_beginning import SurveyDoor
from workbench.inspecting.survey_event import DocumentRead, LinkSettled, PageRead, SheetRead, SurveyEvent
from workbench.inspecting.survey_parts import SurveyParts
from workbench.inspecting.survey_questions import SurveyQuestions
from workbench.views.page_links import sheet_links
from workbench.views.page_view import PageView
from workbench.views.url_resolver import UrlResolver

OPENED = (LinkOutcome.OK, LinkOutcome.REDIRECT)


class SurveyReading:
    def __init__(self, parts: SurveyParts, questions: SurveyQuestions, door: SurveyDoor) -> None:
        self._parts = parts
        self._questions = questions
        self._door = door

    def view(self, fetched: Fetched) -> PageView | None:
        """The page in an answer; None where there is none in it."""
        is_html = fetched.media_type in HTML or (not fetched.media_type and b"<" in fetched.body[:1024])
        if not is_html or not fetched.body:
            return None
        content_type = fetched.headers.get("content-type", "")
        return PageView(
            fetched.body, url=fetched.final_url, content_type=content_type, as_of=self._parts.plan.as_of
        )

    def read_page(
        self, entry: LinkEntry, fetched: Fetched, verdict: LinkVerdict, page: PageView | None
    ) -> Iterator[SurveyEvent]:
        is_start, plan = entry is self._door.start, self._parts.plan
        is_readable = page is not None and verdict.outcome in OPENED
        self._parts.frontier.did_end(entry, was_read=is_readable)
        yield PageRead(url=entry.url, fetched=fetched, verdict=verdict, page=page, is_start=is_start)
        is_ours = is_start or plan.scope.is_own(fetched.final_url)
        if page is not None and is_readable and is_ours and plan.follows:
            yield from self._gather(entry, page)

    def read_file(self, entry: LinkEntry, fetched: Fetched) -> Iterator[SurveyEvent]:
        """What a stylesheet asks for in its turn, and what the files are that were asked for whole."""
        if entry.is_sheet and fetched.media_type == CSS:
            resolver = UrlResolver(fetched.final_url, charset="utf-8")
            css = fetched.body.decode("utf-8", "replace")
            links = sheet_links(css, resolver, tag="style")
            found = self._parts.harvest.gather_links(links, page=fetched.final_url, parent=entry)
            yield from self._tell_new(found)
            if self._parts.plan.reads_sheets:
                yield SheetRead(entry.url, css)
        elif entry.is_document and fetched.body:
            yield DocumentRead(self._parts.book.show(entry), fetched)

    def _gather(self, entry: LinkEntry, page: PageView) -> Iterator[SurveyEvent]:
        parts, door = self._parts, self._door
        if entry is door.front:
            parts.second_level = second_level(page, parts.plan.scope.is_own)
        is_home = entry is door.front or entry.url in parts.second_level
        yield from self._tell_new(parts.harvest.gather(page, parent=entry, is_home=is_home))
        behind = parts.book.find(signpost(page)) if entry is door.start else None
        if behind is not None and behind.outcome is None:
            # Behind a bare start page that only sends the reader on lies the front page.
            door.front = behind

    def _tell_new(self, entries: Iterable[LinkEntry]) -> Iterator[SurveyEvent]:
        for found in entries:
            if found.outcome is not None:
                self._parts.done += 1
                yield LinkSettled(self._parts.book.tell(found), is_new=True)
            elif found.kind is LinkKind.PAGE and self._parts.plan.scope.is_own(found.url):
                self._questions.ask_for_reference(found)
