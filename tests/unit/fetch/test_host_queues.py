from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workbench.fetch.host_queues import HostQueues


def queues(*, per_host: int = 2, total: int = 100, rate: float = 0.0) -> HostQueues[str]:
    return HostQueues(per_host=per_host, total=total, rate_per_host=rate, jitter=lambda: 0.5)


def test_a_host_gives_no_more_than_its_limit_until_one_is_released() -> None:
    held = queues(per_host=2)
    for item in "abc":
        held.put("host", item)
    assert [held.take(0), held.take(0), held.take(0)] == ["a", "b", None]
    held.release("host")
    assert held.take(0) == "c"


def test_hosts_take_turns() -> None:
    held = queues(per_host=3)
    for item in ("a1", "a2", "a3"):
        held.put("a", item)
    held.put("b", "b1")
    assert [held.take(0) for _ in range(4)] == ["a1", "b1", "a2", "a3"]


def test_the_whole_is_limited_too() -> None:
    held = queues(total=2)
    for host in "abc":
        held.put(host, host)
    assert [held.take(0) for _ in range(3)] == ["a", "b", None]
    held.release("a")
    assert held.take(0) == "c"


def test_the_next_hop_goes_first() -> None:
    held = queues(per_host=1)
    held.put("host", "later")
    held.put("host", "hop", first=True)
    assert held.take(0) == "hop"


def test_a_delayed_item_comes_when_it_is_due() -> None:
    held = queues()
    held.put("host", "late", ready_at=10)
    assert (held.take(9), held.next_due(), len(held)) == (None, 10, 1)
    assert (held.take(10), held.next_due(), len(held)) == ("late", None, 0)


def test_a_host_rests_between_two_requests_when_its_rate_is_limited() -> None:
    held = queues(per_host=4, rate=2)
    for item in "abc":
        held.put("host", item)
    held.put("other", "x")
    assert [held.take(0), held.take(0), held.take(0)] == ["a", "x", None]
    assert held.next_due() == 0.5
    assert [held.take(0.5), held.take(0.5)] == ["b", None]
    held.put("host", "d")
    assert [held.take(1.0), held.take(1.5)] == ["c", "d"]


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 5)), max_size=60),
    st.integers(1, 3),
    st.integers(1, 5),
    st.sampled_from([0.0, 0.5]),
)
def test_everything_comes_out_once_and_within_the_limits(
    items: list[tuple[str, int]], per_host: int, total: int, rate: float
) -> None:
    held: HostQueues[tuple[int, str]] = HostQueues(
        per_host=per_host, total=total, rate_per_host=rate, jitter=lambda: 0.5
    )
    for number, (host, ready_at) in enumerate(items):
        held.put(host, (number, host), ready_at=float(ready_at))
    out: list[int] = []
    open_now: list[str] = []
    now = 0.0
    while len(held) or open_now:
        item = held.take(now)
        if item is not None:
            out.append(item[0])
            open_now.append(item[1])
            assert max(Counter(open_now).values()) <= per_host
            assert len(open_now) <= total
        elif open_now:
            held.release(open_now.pop())
        else:
            due = held.next_due()
            assert due is not None
            now = max(now, due)
    assert sorted(out) == list(range(len(items)))


def test_a_host_that_asks_for_a_pause_gets_it() -> None:
    held = queues(per_host=4)
    for item in "abc":
        held.put("host", item)
    held.put("other", "x")
    assert held.take(0) == "a"
    held.rest("host", until=10)
    held.release("host")
    assert [held.take(1), held.take(1)] == ["x", None]
    assert held.next_due() == 10
    assert held.take(10) == "b"


def test_a_host_that_is_left_keeps_nothing_waiting() -> None:
    held = queues(per_host=1)
    for item in "abc":
        held.put("host", item)
    held.put("host", "late", ready_at=5)
    held.put("other", "x")
    assert held.take(0) == "a"
    assert sorted(held.drain("host")) == ["b", "c", "late"]
    held.release("host")
    assert [held.take(9), held.take(9)] == ["x", None]
    assert len(held) == 0
    held.put("host", "d")
    assert held.take(9) == "d"


def test_what_is_drained_for_one_leaves_the_rest_in_line() -> None:
    held = queues(per_host=1, rate=2)
    for item in ("a1", "b1", "a2"):
        held.put("host", item)
    held.put("host", "a3", ready_at=5)
    assert [held.take(0), held.take(0)] == ["a1", None]
    assert held.drain("host", only=lambda item: item.startswith("a")) == ["a2", "a3"]
    held.release("host")
    assert [held.take(1), len(held)] == ["b1", 0]


def test_a_resting_host_without_anything_left_to_take_is_forgotten() -> None:
    held = queues(rate=2)
    for item in "ab":
        held.put("host", item)
    assert [held.take(0), held.take(0)] == ["a", None]
    assert held.drain("host") == ["b"]
    assert (held.take(1), held.next_due()) == (None, None)


def test_a_slow_host_gives_one_at_a_time_with_time_in_between() -> None:
    held = queues(per_host=4)
    for item in "abc":
        held.put("host", item)
    held.put("other", "x")
    held.slow("host", gap_s=2.0)
    assert [held.take(0), held.take(0), held.take(0)] == ["a", "x", None]
    assert held.take(5) is None
    held.release("host")
    assert held.take(10) == "b"
    held.release("host")
    assert held.take(11) is None
    assert held.take(12.5) == "c"
