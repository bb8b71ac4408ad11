"""A survey that was broken off after any answer goes on from its pieces to the same end."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from trap_server import Answer, TrapServer, page, redirect, status
from workbench.domain.link import LinkResult
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.open_fetcher import open_fetcher
from workbench.inspecting.inspection_state import InspectionState, decode_pieces, encode_state
from workbench.inspecting.link_survey import LinkSurvey
from workbench.inspecting.survey_event import LinkSettled
from workbench.inspecting.survey_journal import SurveyPiece
from workbench.inspecting.survey_loop import SurveyDrive
from workbench.inspecting.survey_plan import SurveyPlan
from workbench.inspecting.survey_scope import scope_of_site

POLICY = FetchPolicy(allowed_networks=("127.0.0.0/8",), per_host=1, retries=1, retry_delay_s=0.0)


def anchors(*targets: str) -> str:
    return "".join(f'<a href="{target}">to {target}</a>' for target in targets)


SITE: dict[str, Answer] = {
    "/": page("<title>home</title>" + anchors("/a", "/b", "/gone", "mailto:a@b.cn", "/moved")),
    "/a": page("<title>a</title>" + anchors("/b", "/gone", "/c.pdf") + '<img src="/x.png">'),
    "/b": page("<title>b</title>" + anchors("/a", "/late", "/gone")),
    "/late": status(500),
    "/moved": redirect("/b"),
    "/seed": page("<title>seed</title>" + anchors("/b")),
    "/c.pdf": page("pdf"),
    "/x.png": page("png"),
}


def plan_of(server: TrapServer) -> SurveyPlan:
    scope = scope_of_site(server.home)
    seeds = (server.url("/seed"),)
    return SurveyPlan(start=server.home, scope=scope, as_of=date(2026, 11, 20), policy=POLICY, seeds=seeds)


def kept_and_read(pieces: Iterable[SurveyPiece]) -> list[SurveyPiece]:
    bodies = [encode_state(InspectionState(piece=piece, tallies=[], last_at=None)) for piece in pieces]
    return list(decode_pieces(bodies, states=[]))


def run(plan: SurveyPlan, pieces: list[SurveyPiece], *, answers: int | None = None) -> dict[str, LinkResult]:
    """Links told; `pieces` gains what this survey came to know. It is broken off after so many answers."""
    survey = LinkSurvey(plan, is_kept=True, pieces=kept_and_read(pieces))
    fetcher = open_fetcher(POLICY)
    links: dict[str, LinkResult] = {}
    try:
        drive = SurveyDrive(survey, fetcher)
        drive.ask()
        for taken, fetched in enumerate(fetcher.completed(), start=1):
            events = drive.take(fetched)
            links |= {event.link.url: event.link for event in events if isinstance(event, LinkSettled)}
            pieces.append(survey.take_piece())
            if taken == answers:
                return links
        links |= {event.link.url: event.link for event in survey.finish() if isinstance(event, LinkSettled)}
    finally:
        fetcher.close()
    assert survey.done == survey.known
    return links


def compared(links: dict[str, LinkResult]) -> dict[str, LinkResult]:
    """Times and the order in which places were found differ from run to run."""
    return {
        url: replace(link, attempts=(), occurrences=tuple(sorted(link.occurrences, key=str)))
        for url, link in links.items()
    }


@pytest.mark.parametrize("answers", range(1, 24, 2))
def test_broken_off_after_any_answer_it_ends_the_same(answers: int) -> None:
    with TrapServer(SITE) as server:
        whole = run(plan_of(server), [])
        pieces: list[SurveyPiece] = []
        links = run(plan_of(server), pieces, answers=answers)
        links |= run(plan_of(server), pieces)
        assert compared(links) == compared(whole)


def test_broken_off_after_every_answer_it_ends_and_asks_for_nothing_settled() -> None:
    with TrapServer(SITE) as server:
        whole = run(plan_of(server), [])
        server.asked.clear()
        pieces: list[SurveyPiece] = []
        links: dict[str, LinkResult] = {}
        for _ in range(30):
            links |= run(plan_of(server), pieces, answers=3)
        links |= run(plan_of(server), pieces)
        assert compared(links) == compared(whole)
        assert server.asked["GET", "/a"] <= 3
