from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.stopwatch import Stopwatch

POLICY = FetchPolicy(timeout_s=15, total_timeout_s=60, slow_bytes_per_s=100, slow_s=10)


def fault(error: FetchError | None) -> Fault | None:
    return error.fault if error else None


def test_silence_is_overdue_after_the_time_limit() -> None:
    watch = Stopwatch(100)
    assert watch.overdue(POLICY, 115) is None
    assert fault(watch.overdue(POLICY, 115.1)) is Fault.TIMEOUT


def test_a_drip_is_overdue_after_a_lap() -> None:
    watch = Stopwatch(0)
    watch.did_answer(14)
    watch.did_receive(999)
    assert watch.overdue(POLICY, 23) is None
    assert fault(watch.overdue(POLICY, 24)) is Fault.SLOW


def test_a_steady_transfer_may_last_until_the_total_limit() -> None:
    watch = Stopwatch(0)
    watch.did_answer(1)
    for now in (11, 21, 31, 41, 51, 60):
        watch.did_receive(1000)
        assert watch.overdue(POLICY, now) is None
    assert fault(watch.overdue(POLICY, 60.1)) is Fault.SLOW
