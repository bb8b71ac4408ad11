"""Drives a survey over a fetcher: questions go out while answers come in, never more open than memory should hold."""

from collections.abc import Iterator

from workbench.fetch.fetcher import Fetcher
from workbench.inspecting.link_survey import LinkSurvey
from workbench.inspecting.survey_event import AnswerTaken, SurveyEvent

_MOST_OPEN = 2_000


def run_survey(survey: LinkSurvey, fetcher: Fetcher) -> Iterator[SurveyEvent]:
    """Every event of the survey; the fetcher stays open and is the caller's to close."""
    window = _Window(survey, fetcher)
    window.fill()
    for fetched in fetcher.completed():
        window.did_end(fetched.request.delay_s)
        yield from survey.receive(fetched)
        yield AnswerTaken()
        for host in survey.hosts_to_leave():
            fetcher.leave(host)
        window.fill()
    yield from survey.finish()


class _Window:
    """Delayed requests do not count: a thousand links waiting for their retry must not stop the others."""

    def __init__(self, survey: LinkSurvey, fetcher: Fetcher) -> None:
        self._survey = survey
        self._fetcher = fetcher
        self._open = 0

    def fill(self) -> None:
        while self._open < _MOST_OPEN:
            request = self._survey.take()
            if request is None:
                return
            self._open += not request.delay_s
            self._fetcher.submit(request)

    def did_end(self, delay_s: float) -> None:
        self._open -= not delay_s
