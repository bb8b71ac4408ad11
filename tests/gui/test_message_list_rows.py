"""Rows and lists of messages, without a window."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from workbench.clocks.message_clock import Timing, read_messages
from workbench.clocks.message_figures import MessageSpan
from workbench.clocks.message_platforms import message_platforms
from workbench.domain.message import Message, MessageState, Satisfaction
from workbench.domain.message_totals import MessageTotals
from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.gui.messages_page.message_figure_lines import (
    count_entries,
    rate_entries,
    span_of_period,
    totals_in_words,
)
from workbench.gui.messages_page.message_list_rows import (
    SHOWN,
    TIMING_SIGNS,
    MessageFilter,
    message_rows,
    narrowed_rows,
    sites_with_messages,
)
from workbench.gui.messages_page.totals_draft import fit_in_words, totals_of
from workbench.operations.message_book import MessageBook

AS_OF = date(2025, 6, 30)
SITE = Subject(id=UUID(int=1), code="1", name="某局", organiser="某市某局")
SPAN = MessageSpan(date(2025, 1, 1), AS_OF)


def book(count: int = 0, totals: tuple[MessageTotals, ...] = ()) -> MessageBook:
    states = tuple(MessageState)
    messages = [
        Message(
            id=UUID(int=number + 10),
            subject_id=SITE.id,
            platform="lingdao",
            number=f"L-{number}",
            received=date(2025, 1, 2) + timedelta(days=number % 170),
            answered=date(2025, 6, 25) if number % 5 == 0 else None,
            state=states[number % 5],
            is_perfunctory=number % 7 == 0,
            satisfaction=tuple(Satisfaction)[number % 4],
        )
        for number in range(count)
    ]
    return MessageBook(
        as_of=AS_OF,
        subjects={SITE.id: SITE},
        readings=tuple(read_messages(messages, message_platforms(), AS_OF)),
        totals=totals,
    )


def test_what_a_figure_says_is_how_long_its_list_is() -> None:
    held = book(300)
    rows = message_rows(held)
    for entry in count_entries(held.figures(SPAN)):
        listed = narrowed_rows(rows, MessageFilter(span=SPAN, shows=entry.shows))
        assert entry.figure == str(len(listed)), entry.label


def test_what_a_rate_is_of_is_how_long_its_list_is() -> None:
    held = book(300)
    rows = message_rows(held)
    figures = held.figures(SPAN)
    for entry, rate in zip(rate_entries(figures), figures.rates, strict=True):
        listed = narrowed_rows(rows, MessageFilter(span=SPAN, shows=entry.shows))
        assert rate.whole == len(listed), entry.label


def test_every_timing_has_a_look_and_every_list_a_word() -> None:
    assert set(TIMING_SIGNS) == set(Timing)
    assert all(shown.word for shown in SHOWN.values())


def test_the_unit_of_a_message_without_one_is_who_runs_the_site() -> None:
    assert message_rows(book(1))[0].unit == "某市某局"
    assert sites_with_messages(book(3)) == ((SITE.id, "某局"),)
    assert sites_with_messages(book()) == ()


def test_periods_end_on_the_day_of_the_book() -> None:
    assert span_of_period("quarter", as_of=date(2025, 5, 9), days=()).in_words() == "2025-04-01 至 2025-05-09"
    assert span_of_period("this-year", as_of=AS_OF, days=()).first == date(2025, 1, 1)
    assert span_of_period("year", as_of=AS_OF, days=()).first == date(2024, 6, 30)
    days = [date(2023, 2, 3), date(2025, 7, 9)]
    assert span_of_period("all", as_of=AS_OF, days=days) == MessageSpan(*days)


def test_a_draft_of_totals_names_what_is_missing() -> None:
    made = totals_of(
        SITE.id,
        platform="lingdao",
        first=SPAN.first,
        last=SPAN.last,
        counts={"received": 563, "已回复": 442, "in_work": 90, "不公开": 31, "satisfied": 3},
    )
    assert made.misfit() == ""
    assert made.others == (("已回复", 442), ("不公开", 31))
    assert (made.rated, made.satisfied) == (None, None)
    held = book(totals=(made,))
    assert totals_in_words(held.totals, held.counted_totals(SPAN)) == "汇总数 1 份，计入 563 条"
    beyond = MessageSpan(SPAN.first, date(2025, 2, 1))
    assert totals_in_words(held.totals, held.counted_totals(beyond)) == "汇总数 1 份，计入 0 条"
    assert totals_in_words((), ()) == ""
    assert fit_in_words(563, 532) == "各项合计 532 条，还差 31 条"
    assert fit_in_words(5, 5).endswith("一致")
    with pytest.raises(WrongUseError, match="第一天和最后一天"):
        totals_of(SITE.id, platform="x", first=None, last=SPAN.last, counts={})
    with pytest.raises(WrongUseError, match="先导入台账"):
        totals_of(None, platform="x", first=SPAN.first, last=SPAN.last, counts={})
