from datetime import UTC, datetime

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.crawl_brake import CrawlBrake
from workbench.inspecting.link_verdict import LinkVerdict

OK, AWAY = LinkVerdict(LinkOutcome.OK), LinkVerdict(LinkOutcome.BLOCKED)
HOST = "http://www.a.gov.cn"


def answers(
    brake: CrawlBrake, verdict: LinkVerdict, count: int, *, first: int = 0, host: str = HOST
) -> list[int]:
    void: list[int] = []
    for number in range(first, first + count):
        url = f"{host}/{number}"
        fetched = Fetched(request=FetchRequest(url=url), at=datetime.now(UTC), final_url=url, status=200)
        void += brake.note(number, fetched, verdict)
    return void


def test_a_host_that_turns_us_away_of_a_sudden_is_left_and_its_refusals_are_void() -> None:
    brake = CrawlBrake(FetchPolicy())
    assert answers(brake, OK, 40) == []
    assert answers(brake, AWAY, 23, first=40) == []
    assert not brake.is_on(f"{HOST}/x")
    assert answers(brake, AWAY, 1, first=63) == list(range(40, 64))
    assert brake.is_on(f"{HOST}/x")
    assert not brake.is_on("http://www.b.gov.cn/")


def test_a_host_that_never_let_us_in_just_does_so() -> None:
    brake = CrawlBrake(FetchPolicy())
    assert answers(brake, AWAY, 100) == []


def test_this_pc_is_spared_unless_asked_for_and_the_brake_can_be_taken_off() -> None:
    here = "http://127.0.0.1:8000"
    for policy, is_on in (
        (FetchPolicy(), False),
        (FetchPolicy(brakes_loopback=True), True),
        (FetchPolicy(brakes=False, brakes_loopback=True), False),
    ):
        brake = CrawlBrake(policy)
        answers(brake, OK, 40, host=here)
        answers(brake, AWAY, 40, first=40, host=here)
        assert brake.is_on(here + "/x") is is_on
