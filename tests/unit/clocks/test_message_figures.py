"""The figures of messages: rates with both numbers, spans, typed totals, and what is left out with a reason."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workbench.clocks.message_clock import Timing
from workbench.clocks.message_figures import MessageFigures, MessageRate, MessageSpan, message_figures
from workbench.clocks.message_platforms import message_platforms
from workbench.domain.ids import message_id, message_totals_id
from workbench.domain.message import Message, MessageState, Satisfaction
from workbench.domain.message_totals import MessageTotals

SITE = UUID(int=1)
SPAN = MessageSpan(date(2025, 3, 1), date(2025, 5, 31))
AS_OF = date(2025, 6, 30)
PLATFORMS = message_platforms()


def message(number: int, received: date, answered: date | None = None, **cells: object) -> Message:
    made = Message(
        id=message_id(SITE, platform="jiucuo", number=str(number)),
        subject_id=SITE,
        platform="jiucuo",
        number=str(number),
        received=received,
        answered=answered,
        state=MessageState.ANSWERED if answered else MessageState.IN_WORK,
    )
    return replace(made, **cells)  # type: ignore[arg-type]  # the cells a test is about


def typed(**cells: object) -> MessageTotals:
    made = MessageTotals(
        id=message_totals_id(SITE, platform="lingdao", first_day=SPAN.first, last_day=SPAN.last),
        subject_id=SITE,
        platform="lingdao",
        first_day=SPAN.first,
        last_day=SPAN.last,
        received=0,
    )
    return replace(made, **cells)  # type: ignore[arg-type]  # the cells a test is about


def figures(messages: list[Message], totals: tuple[MessageTotals, ...] = ()) -> MessageFigures:
    return message_figures(messages, totals, platforms=PLATFORMS, span=SPAN, as_of=AS_OF)


def shown(found: MessageFigures) -> dict[str, str]:
    return {rate.label: rate.shown() for rate in found.rates}


def test_every_rate_shows_its_two_numbers() -> None:
    monday = date(2025, 3, 3)
    found = figures(
        [
            message(1, monday, date(2025, 3, 4), satisfaction=Satisfaction.SATISFIED),
            message(2, monday, date(2025, 3, 10), satisfaction=Satisfaction.DISSATISFIED),
            message(3, monday, is_perfunctory=True),
            message(4, date(2025, 5, 30)),
            message(5, monday, state=MessageState.INVALID),
            message(6, monday, date(2025, 3, 5), state=MessageState.NOT_PUBLIC),
            message(7, date(2025, 2, 28)),
        ]
    )
    assert found.received == 5
    assert found.count(Timing.INVALID) == 1
    assert (found.overdue, found.perfunctory) == (2, 1)
    assert found.count(Timing.OVER_THREE_MONTHS) == 1
    assert shown(found) == {
        "办结率": "60.0%（3/5）",
        "按期办结率": "40.0%（2/5）",
        "答复公开率": "40.0%（2/5）",
        "满意率（含基本满意）": "50.0%（1/2）",
    }


def test_there_is_no_rate_of_nothing() -> None:
    assert set(shown(figures([])).values()) == {"—（0/0）"}
    assert MessageRate("办结率", 1, 3).percent() == "33.3%"
    assert MessageRate("办结率", 1, 2000).percent() == "0.1%"


def test_the_totals_of_a_notice_fit_and_count() -> None:
    totals = typed(received=563, in_work=90, others=(("已回复", 442), ("不公开", 31)))
    assert totals.misfit() == ""
    found = figures([], (totals,))
    assert found.received == 563
    assert shown(found)["办结率"] == "84.0%（473/563）"
    assert shown(found)["答复公开率"] == "78.5%（442/563）"
    assert shown(found)["按期办结率"] == "—（0/0）"


def test_totals_that_do_not_fit_say_how_much_is_missing() -> None:
    assert typed(received=563, in_time=442, in_work=90).misfit() == (
        "收到 563 条，各项合计 532 条，还差31条，请核对后改正。"
    )
    assert "多出2条" in typed(received=3, in_time=5).misfit()
    assert "早于第一天" in typed(last_day=date(2025, 1, 1)).misfit()
    assert "负数" in typed(received=-1, in_time=-1).misfit()
    assert "满意 3 条多于评价 2 条" in typed(received=5, in_time=5, satisfied=3, rated=2).misfit()
    assert "评价 6 条多于收到 5 条" in typed(received=5, in_time=5, rated=6).misfit()


def test_totals_beside_a_list_or_beyond_the_span_are_left_out_with_a_reason() -> None:
    listed = [message(1, date(2025, 3, 3), date(2025, 3, 4))]
    beside = typed(platform="jiucuo", received=4, in_time=4)
    half = typed(first_day=date(2025, 5, 1), last_day=date(2025, 6, 30), received=4, in_time=4)
    elsewhere = typed(first_day=date(2024, 1, 1), last_day=date(2024, 2, 1), received=9, in_time=9)
    found = figures(listed, (beside, half, elsewhere))
    assert found.received == 1
    assert len(found.remarks) == 2
    assert "已有逐条留言" in found.remarks[0]
    assert "只有一部分在统计期内" in found.remarks[1]


def test_what_cannot_be_told_is_said_and_no_rate_hides_it() -> None:
    span = MessageSpan(date(2098, 12, 1), date(2099, 12, 31))
    found = message_figures(
        [message(1, date(2098, 12, 30))], (), platforms=PLATFORMS, span=span, as_of=date(2099, 1, 20)
    )
    assert found.count(Timing.UNTOLD) == 1
    assert "放假调休安排" in found.remarks[0]
    assert shown(found)["按期办结率"] == "—（0/0）"


MESSAGES = st.lists(
    st.builds(
        lambda age, taken, state: (age, taken, state),
        st.integers(0, 90),
        st.none() | st.integers(0, 60),
        st.sampled_from(MessageState),
    ),
    max_size=20,
)


@given(MESSAGES)
def test_the_parts_add_up(drawn: list[tuple[int, int | None, MessageState]]) -> None:
    messages = [
        message(
            number,
            SPAN.first + timedelta(days=age),
            None if taken is None else SPAN.first + timedelta(days=age + taken),
            state=state,
        )
        for number, (age, taken, state) in enumerate(drawn)
    ]
    found = figures(messages)
    assert sum(found.timings.values()) == sum(found.states.values()) == len(messages)
    assert found.received == len(messages) - found.count(Timing.INVALID)
    assert all(0 <= rate.part <= rate.whole for rate in found.rates)


@given(MESSAGES, st.integers(0, 20))
def test_figures_of_two_spans_add_up_to_those_of_both(
    drawn: list[tuple[int, int | None, MessageState]], cut: int
) -> None:
    messages = [
        message(n, SPAN.first + timedelta(days=age), state=state) for n, (age, _, state) in enumerate(drawn)
    ]
    middle = SPAN.first + timedelta(days=cut)
    halves = [
        message_figures(messages, (), platforms=PLATFORMS, span=span, as_of=AS_OF)
        for span in (MessageSpan(SPAN.first, middle), MessageSpan(middle + timedelta(days=1), SPAN.last))
    ]
    whole = figures(messages)
    assert whole.received == sum(half.received for half in halves)
    assert whole.overdue == sum(half.overdue for half in halves)
