"""A whole inspection keeps the pages that matter, and goes on keeping them after a kill without judging twice."""

from lone_inspection import inspect_subject
from tests.unit.inspecting.test_subject_inspection import column, job, of_kind
from trap_server import TrapServer, page
from workbench.domain.check_outcome import CheckEnd
from workbench.inspecting.inspection_event import AssetCaptured, CheckEnded, PageCaptured, ProposalFound
from workbench.inspecting.subject_inspection import SubjectInspection

PAGES = {
    "/": page(
        "<title>某局</title><link rel=stylesheet href=/a.css><a href=/news/>要闻</a><a href=/far.html>远</a>"
    ),
    "/news/": page("<title>要闻</title><img src=/n.png><a href=/news/1.html>会议召开</a>"),
    "/news/1.html": page("<title>会议召开</title><img src=/one.png><a href=/lost>附表</a>"),
    "/far.html": page("<title>远</title><img src=/far.png>"),
    "/a.css": lambda request: request.send_bytes(b"p{}", kind="text/css"),
} | {
    f"/{name}.png": lambda request: request.send_bytes(b"p", kind="image/png") for name in ("n", "one", "far")
}


def test_home_columns_and_pages_of_findings_are_kept_with_their_parts() -> None:
    with TrapServer(dict(PAGES)) as server:
        events = list(inspect_subject(job(server, columns=(column(server, "/news/"),))))
        pages = [event.capture.url for event in of_kind(events, PageCaptured)]
        assert pages == [server.home, server.url("/news/"), server.url("/news/1.html")]
        parts = {event.capture.url: event.pages for event in of_kind(events, AssetCaptured)}
        assert parts == {
            server.url("/a.css"): (server.home,),
            server.url("/n.png"): (server.url("/news/"),),
            server.url("/one.png"): (server.url("/news/1.html"),),
        }
        assert ("GET", "/lost") in server.asked
        assert events.index(of_kind(events, CheckEnded)[-1]) < events.index(of_kind(events, AssetCaptured)[0])


def test_a_kill_while_pages_are_kept_costs_no_second_judgement() -> None:
    with TrapServer(dict(PAGES)) as server:
        states: list[bytes] = []
        whole = job(server)

        def rest(inspection: SubjectInspection) -> None:
            states.append(inspection.take_state())

        first = list(inspect_subject(whole, rest=rest))
        [ended] = of_kind(first, CheckEnded)
        assert ended.outcome.state is CheckEnd.FOUND
        for count in range(len(states) + 1):
            server.asked.clear()
            again = list(inspect_subject(whole, kept=states[:count]))
            assert [event.outcome.state for event in of_kind(again, CheckEnded)] in ([], [CheckEnd.FOUND])
        assert not of_kind(again, ProposalFound)
        assert not of_kind(again, AssetCaptured)
        assert not server.asked.total()
