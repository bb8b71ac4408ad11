"""Drives surveys: questions go out while answers come in, never more open than memory should hold."""

from collections.abc import Iterator
from typing import Protocol

from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.fetch.fetcher import Fetcher
from workbench.inspecting.host_pace import Pace, PaceChange
from workbench.inspecting.link_survey import LinkSurvey
from workbench.inspecting.survey_event import SurveyEvent

_MOST_OPEN = 2_000


class Asked(Protocol):
    """Where questions go: a fetcher, or one line into a loop that many surveys share."""

    def submit(self, request: FetchRequest) -> None: ...

    def leave(self, host: str) -> None: ...

    def slow_down(self, host: str, *, rest_s: float, gap_s: float) -> None: ...


def run_survey(survey: LinkSurvey, fetcher: Fetcher) -> Iterator[SurveyEvent]:
    """Every event of the survey; the fetcher stays open and is the caller's to close."""
    drive = SurveyDrive(survey, fetcher)
    drive.ask()
    for fetched in fetcher.completed():
        yield from drive.take(fetched)
    yield from survey.finish()


class SurveyDrive:
    """One survey and where it asks. Delayed questions do not count as open: a thousand links waiting for their retry must not
    stop the others.
    """

    def __init__(self, survey: LinkSurvey, asked: Asked, *, most_open: int = _MOST_OPEN) -> None:
        self._survey = survey
        self._asked = asked
        self._most_open = most_open
        self._open = 0
        self._under_way = 0

    @property
    def is_over(self) -> bool:
        """Nothing has been asked that is not answered: the survey will learn no more."""
        return not self._under_way

    def ask(self) -> None:
        """Put the questions there are room for, at the pace that each host allows by now."""
        for change in self._survey.pace_changes():
            self._change_pace(change)
        while self._open < self._most_open:
            request = self._survey.take()
            if request is None:
                return
            self._open += not request.delay_s
            self._under_way += 1
            self._asked.submit(request)

    def _change_pace(self, change: PaceChange) -> None:
        if change.pace is Pace.STOPPED:
            self._asked.leave(change.host)
        else:
            self._asked.slow_down(change.host, rest_s=change.rest_s, gap_s=change.gap_s)

    def take(self, fetched: Fetched) -> Iterator[SurveyEvent]:
        """What an answer tells; the next questions are out when it has been told."""
        self._open -= not fetched.request.delay_s
        self._under_way -= 1
        yield from self._survey.receive(fetched)
        self.ask()
