from datetime import UTC, datetime, timedelta

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.crawl_brake import CrawlBrake
from workbench.inspecting.host_pace import Pace
from workbench.inspecting.link_verdict import LinkVerdict

OK, AWAY = LinkVerdict(LinkOutcome.OK), LinkVerdict(LinkOutcome.BLOCKED)
HOST = "http://www.a.gov.cn"


BEGIN = datetime(2026, 11, 20, tzinfo=UTC)


def answers(
    brake: CrawlBrake,
    verdict: LinkVerdict,
    count: int,
    *,
    first: int = 0,
    host: str = HOST,
    after_s: float = 0.0,
) -> list[int]:
    void: list[int] = []
    for number in range(first, first + count):
        url = f"{host}/{number}"
        at = BEGIN + timedelta(seconds=after_s)
        fetched = Fetched(request=FetchRequest(url=url), at=at, final_url=url, status=200)
        void += brake.note(number, fetched, verdict)
    return void


def paces(brake: CrawlBrake) -> list[Pace]:
    return [change.pace for change in brake.changes]


def tripped() -> CrawlBrake:
    """Slow after 64 answers, resting for 30 seconds."""
    brake = CrawlBrake(FetchPolicy())
    assert answers(brake, OK, 40) == []
    assert answers(brake, AWAY, 23, first=40) == []
    assert answers(brake, AWAY, 1, first=63) == list(range(40, 64))
    return brake


def test_a_host_that_turns_us_away_of_a_sudden_rests_and_is_then_asked_slowly() -> None:
    brake = tripped()
    assert not brake.is_on(f"{HOST}/x")
    (change,) = brake.changes
    assert (change.pace, change.rest_s, change.gap_s) == (Pace.SLOW, 30.0, 2.0)
    # What was under way counts for nothing, and what follows the rest counts anew.
    assert answers(brake, AWAY, 20, first=64, after_s=5) == []
    assert answers(brake, AWAY, 7, first=84, after_s=40) == []
    assert paces(brake) == [Pace.SLOW]


def test_one_that_goes_on_turning_us_away_is_left_alone() -> None:
    brake = tripped()
    assert answers(brake, AWAY, 8, first=64, after_s=40) == list(range(64, 72))
    assert brake.is_on(f"{HOST}/x")
    assert not brake.is_on("http://www.b.gov.cn/")
    assert paces(brake) == [Pace.SLOW, Pace.STOPPED]


def test_one_that_calms_down_is_asked_one_at_a_time_and_left_when_it_begins_again() -> None:
    brake = tripped()
    answers(brake, OK, 20, first=64, after_s=40)
    assert paces(brake) == [Pace.SLOW, Pace.CALM]
    answers(brake, OK, 30, first=84, after_s=50)
    answers(brake, AWAY, 8, first=114, after_s=60)
    assert paces(brake) == [Pace.SLOW, Pace.CALM, Pace.STOPPED]


def test_a_survey_that_goes_on_knows_the_pace_of_every_host() -> None:
    brake = tripped()
    answers(brake, AWAY, 30, first=64, host="http://www.b.gov.cn")
    later = CrawlBrake(FetchPolicy())
    later.take_up(brake.paces())
    assert paces(later) == [Pace.SLOW]
    assert answers(later, AWAY, 8, after_s=1) == list(range(8))
    last = CrawlBrake(FetchPolicy())
    last.take_up(later.paces())
    assert last.is_on(f"{HOST}/x")


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
        answers(brake, AWAY, 8, first=80, host=here, after_s=60)
        assert brake.is_on(here + "/x") is is_on
