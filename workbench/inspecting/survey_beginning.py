"""How a survey begins: at its start page, or where the pieces of one that was broken off leave it."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.link import LinkKind
from workbench.fetch.fetch_request import FetchRequest
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_harvest import READABLE
from workbench.inspecting.survey_journal import DoubtNote, SurveyPiece
from workbench.inspecting.survey_parts import SurveyParts
from workbench.inspecting.survey_questions import SurveyQuestions


@dataclass(slots=True, eq=False)
class SurveyDoor:
    """`start` is what the survey was given, `front` the page that counts as home: the same, unless a bare start page only
    sends the reader on.
    """

    start: LinkEntry
    front: LinkEntry


def begin_survey(parts: SurveyParts, questions: SurveyQuestions, pieces: Iterable[SurveyPiece]) -> SurveyDoor:
    """The start page, asked for unless an earlier survey has settled it."""
    last: SurveyPiece | None = None
    gathered: list[str] = []
    for last in pieces:
        parts.book.add_piece(last)
        gathered += [page.url for page in last.pages]
    start = parts.book.find(parts.plan.start)
    if last is None or start is None:
        entered = questions.enter_page(parts.plan.start, depth=0)
        return SurveyDoor(entered, entered)
    if start.outcome is None:
        asked = questions.ask_for_page(start)
        return SurveyDoor(asked, asked)
    _take_up(parts, last)
    _go_on(parts, questions, gathered)
    return SurveyDoor(start, parts.book[last.front])


def take_piece(parts: SurveyParts, door: SurveyDoor) -> SurveyPiece:
    """What has become known since the last call; to be asked for between answers."""
    piece = parts.book.take_piece()
    piece.home, piece.front, piece.pages_read = parts.home, door.front.number, parts.frontier.pages_read
    piece.second_level = sorted(parts.second_level)
    piece.hosts = sorted(parts.plan.scope.hosts)
    piece.paces, piece.heads, piece.traps = (
        parts.brake.paces(),
        parts.probe.trust.known(),
        parts.trap.counts(),
    )
    return piece


def _take_up(parts: SurveyParts, last: SurveyPiece) -> None:
    """What was known of the site and its hosts."""
    parts.home, parts.second_level = last.home, frozenset(last.second_level)
    parts.brake.take_up(last.paces)
    parts.probe.trust.take_up(last.heads)
    parts.trap.take_up(last.traps)
    parts.plan.scope.hosts.update(last.hosts)
    parts.frontier.pages_read = last.pages_read
    parts.done = sum(entry.outcome is not None for entry in parts.book)


def _go_on(parts: SurveyParts, questions: SurveyQuestions, gathered: list[str]) -> None:
    """Ask what was waiting for an answer."""
    open_seeds = [entry for entry in map(parts.book.find, parts.plan.seeds) if entry and not entry.outcome]
    doubts = parts.book.doubts
    parts.harvest.take_up(gathered, but={*doubts, *(seed.number for seed in open_seeds)})
    for seed in open_seeds:
        parts.frontier.add_seed(seed)
        if seed.number not in doubts:
            questions.add([parts.probe.get(seed)])
    questions.add(_ask_on(parts, doubt) for doubt in doubts.values())
    for entry in parts.book:
        if entry.kind is LinkKind.PAGE and parts.plan.scope.is_own(entry.url):
            questions.ask_for_reference(entry)


def _ask_on(parts: SurveyParts, doubt: DoubtNote) -> FetchRequest:
    """The question that a doubted link was waiting for."""
    entry = parts.book[doubt.number]
    is_page = entry.kind in READABLE and parts.plan.scope.is_own(entry.url)
    if is_page and not entry.is_page:
        parts.frontier.add_seed(entry)
    delay_s = 0.0 if doubt.is_second_look else parts.plan.policy.retry_delay_s
    return parts.probe.get(entry, delay_s=delay_s, is_second_look=doubt.is_second_look)
