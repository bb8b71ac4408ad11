"""A stylesheet of the site's own that hides foreign links, through a real server."""

from lone_inspection import inspect_subject
from tests.unit.inspecting.test_subject_inspection import job, of_kind
from trap_server import Answer, TrapServer, page
from workbench.inspecting.inspection_event import ProposalFound

BOX = '<div class="fx"><a href="http://www.some-shop.example/">二手家具</a></div>'
HEAD = '<title>某局</title><link rel="stylesheet" href="/a.css">'


def sheet(css: str) -> Answer:
    return lambda request: request.send_bytes(css.encode(), kind="text/css")


def test_links_hidden_by_a_stylesheet_are_found_on_every_page_at_once() -> None:
    routes: dict[str, Answer] = {
        "/": page(f'{HEAD}<a href="/1.html">要闻</a>{BOX}'),
        "/1.html": page(f"{HEAD}<p>要闻</p>{BOX}"),
        "/a.css": sheet('@import "b.css"; p{color:#333}'),
        "/b.css": sheet(".fx{position:absolute;left:-9999px}"),
    }
    with TrapServer(routes) as server:
        events = list(inspect_subject(job(server, only=("hidden-links",))))
        [found] = [event.finding for event in of_kind(events, ProposalFound)]
        assert (found.aspect, found.place, "2个页面" in found.excerpt) == ("hidden", server.home, True)
        assert ("页面", server.url("/1.html")) in found.proof
