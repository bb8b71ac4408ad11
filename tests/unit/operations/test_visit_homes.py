"""Visits of a campaign's home pages over real servers: every one in the log at once, and judged by the check."""

import socket
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from trap_server import TrapServer, page, status
from workbench.domain.check_outcome import CheckEnd
from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.errors import WrongUseError
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.operations.visit_homes import VisitRequest, visit_homes
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace

OPTIONS = Options(retry_delay_s=0, retries=0)


@pytest.fixture
def server() -> Iterator[TrapServer]:
    with TrapServer({"/": page("<title>霁川</title>"), "/closed/": status(500)}) as server:
        yield server


@pytest.fixture
def campaign(small: SmallCampaign, server: TrapServer) -> SmallCampaign:
    """The portal opens, the bureau does not."""
    portal = replace(small.portal, home_url=server.home)
    bureau = replace(small.bureau, home_url=server.url("/closed/"))
    small.workspace.save(portal, bureau, inspector=LEAD)
    return SmallCampaign(small.workspace, portal, bureau, small.account)


def states(workspace: Workspace, campaign: SmallCampaign) -> tuple[list[VisitState], list[VisitState]]:
    portal, bureau = (
        [visit.state for visit in workspace.home_visits(subject.id)]
        for subject in (campaign.portal, campaign.bureau)
    )
    return portal, bureau


def test_every_round_visits_every_home_page(campaign: SmallCampaign, server: TrapServer) -> None:
    events: list[Mapping[str, object]] = []
    summary = visit_homes(campaign.workspace, VisitRequest(times=3), options=OPTIONS, announce=events.append)
    assert summary.is_finished
    assert states(campaign.workspace, campaign) == ([VisitState.OK] * 3, [VisitState.FAILED] * 3)
    assert server.asked["GET", "/"] == 3
    told = [(event["subject"], event["round"]) for event in events if event["event"] == "visited"]
    assert len(told) == 6
    assert [(subject.code, share.opened, share.failed) for subject, share in summary.shares] == [
        (campaign.portal.code, 3, 0),
        (campaign.bureau.code, 0, 3),
    ]
    first, *_ = campaign.workspace.home_visits(campaign.bureau.id)
    assert (first.status, first.url, first.device) == (
        500,
        campaign.bureau.home_url,
        campaign.workspace.device,
    )


def test_a_visit_is_in_the_file_when_it_is_told(campaign: SmallCampaign) -> None:
    held: list[int] = []

    def announce(event: Mapping[str, object]) -> None:
        if event["event"] == "visited":
            with Workspace.open(campaign.workspace.path, device="pc-other") as reader:
                held.append(sum(map(len, states(reader, campaign))))

    visit_homes(campaign.workspace, VisitRequest(times=2), options=OPTIONS, announce=announce)
    assert held == [1, 2, 3, 4]


def test_stopped_it_keeps_what_it_has_and_asks_no_more(campaign: SmallCampaign, server: TrapServer) -> None:
    stops: list[bool] = []
    request = VisitRequest(times=1000, every_s=3600, subjects=(campaign.portal.code,))
    summary = visit_homes(
        campaign.workspace,
        request,
        options=OPTIONS,
        announce=lambda event: stops.append(True) if event["event"] == "visited" else None,
        should_stop=lambda: bool(stops),
    )
    assert not summary.is_finished
    assert states(campaign.workspace, campaign) == ([VisitState.OK], [])
    assert server.asked["GET", "/"] == 1


def test_when_our_own_network_is_down_the_failed_visits_are_void(campaign: SmallCampaign) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        silent = f"http://127.0.0.1:{free.getsockname()[1]}/"
    options = replace(OPTIONS, witnesses=(silent,))
    visit_homes(campaign.workspace, VisitRequest(), options=options, announce=lambda _: None)
    assert states(campaign.workspace, campaign) == ([VisitState.OK], [VisitState.VOID])


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (VisitRequest(times=0), "访问次数"),
        (VisitRequest(times=10_000), "访问次数"),
        (VisitRequest(every_s=-1), "间隔"),
        (VisitRequest(every_s=float("nan")), "间隔"),
        (VisitRequest(subjects=("JC-XM-01",)), "人工查看"),
        (VisitRequest(subjects=("9901000009",)), "没有编号"),
    ],
)
def test_what_cannot_be_visited_is_refused(
    campaign: SmallCampaign, request_: VisitRequest, sentence: str
) -> None:
    with pytest.raises(WrongUseError, match=sentence):
        visit_homes(campaign.workspace, request_, options=OPTIONS, announce=lambda _: None)


def week_of(campaign: SmallCampaign, *, failed: int) -> list[HomeVisit]:
    first = datetime(2026, 11, 2, tzinfo=UTC)
    times = [first + timedelta(days=day, minutes=30 * number) for day in range(7) for number in range(20)]
    return [
        HomeVisit(
            subject_id=campaign.portal.id,
            url=campaign.portal.home_url,
            at=at,
            state=VisitState.FAILED if number < failed else VisitState.OK,
            reason="限时内没有应答" if number < failed else "",
        )
        for number, at in enumerate(times)
    ]


@pytest.mark.parametrize(("failed", "rule", "count"), [(7, "V1", 1), (6, "U1", 4), (1, None, 0)])
def test_the_check_judges_the_log(campaign: SmallCampaign, failed: int, rule: str | None, count: int) -> None:
    workspace = campaign.workspace
    workspace.save_home_visits(*week_of(campaign, failed=failed))
    request = CheckRequest(only=("site-reachability",), jobs=1)
    summary = run_checks(workspace, request, options=OPTIONS, announce=lambda _: None)
    assert summary.is_finished
    assert [(f.rule, f.count) for f in workspace.findings(campaign.portal.id)] == (
        [(rule, count)] if rule else []
    )
    (portal,) = workspace.outcomes(campaign.portal.id)
    (bureau,) = workspace.outcomes(campaign.bureau.id)
    assert portal.state is (CheckEnd.FOUND if rule else CheckEnd.FINE)
    assert bureau.state is CheckEnd.UNSURE
    assert "访问次数不足，不能下结论" in bureau.reason
