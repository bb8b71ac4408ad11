from multiprocessing import get_context

from workbench.fetch.host_queues import HostQueues
from workbench.fetch.host_slots import SharedSlots


def queues(slots: SharedSlots, *, rate: float = 0.0) -> HostQueues[str]:
    return HostQueues(per_host=2, total=100, rate_per_host=rate, jitter=lambda: 0.5, slots=slots)


def test_the_limit_of_a_host_holds_over_all_who_share_the_slots() -> None:
    slots = SharedSlots(get_context("spawn"))
    one, other = queues(slots), queues(slots)
    for item in "abc":
        one.put("host", item)
        other.put("host", item)
    assert [one.take(1), other.take(1), one.take(1), other.take(1)] == ["a", "a", None, None]
    one.release("host")
    due = other.next_due()
    assert due is not None
    assert 1 < due < 1.1
    assert [other.take(due), one.take(due)] == ["b", None]


def test_a_host_that_rests_rests_for_all() -> None:
    slots = SharedSlots(get_context("spawn"))
    one, other = queues(slots), queues(slots)
    one.rest("host", until=10)
    other.put("host", "a")
    assert (other.take(5), other.next_due(), other.take(10)) == (None, 10, "a")


def test_the_rate_of_a_host_holds_for_all_together() -> None:
    slots = SharedSlots(get_context("spawn"))
    one, other = queues(slots, rate=2), queues(slots, rate=2)
    one.put("host", "a")
    other.put("host", "b")
    assert [one.take(1), other.take(1), other.next_due(), other.take(1.5)] == ["a", None, 1.5, "b"]
