"""The transport of a home page is looked at beside the survey; what cannot be told is for a person."""

from dataclasses import replace

from lone_inspection import inspect_subject
from tests.unit.inspecting.test_subject_inspection import job, of_kind, site
from workbench.domain.check_outcome import CheckEnd
from workbench.inspecting.inspection_event import CheckEnded


def test_a_home_page_with_a_port_of_its_own_is_for_a_person() -> None:
    with site() as server:
        [ended] = of_kind(list(inspect_subject(job(server, only=("transport",)))), CheckEnded)
        assert (ended.outcome.state, "带端口" in ended.outcome.reason) == (CheckEnd.UNSURE, True)


def test_what_lies_inside_the_site_of_another_is_left_to_that() -> None:
    with site() as server:
        inside = job(server, only=("transport",))
        subject = replace(inside.subject, parent_code="2", home_url=server.url("/news/"))
        [ended] = of_kind(list(inspect_subject(replace(inside, subject=subject))), CheckEnded)
        assert ended.outcome.state is CheckEnd.FINE
