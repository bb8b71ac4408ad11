"""Messages of a campaign: brought in, edited by hand with undo, summed up, and sent out again."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from workbench.clocks.message_clock import Timing
from workbench.clocks.message_platforms import platform_named
from workbench.domain.ids import message_totals_id
from workbench.domain.message import Message, MessageState, Satisfaction
from workbench.domain.message_totals import MessageTotals
from workbench.errors import WrongUseError
from workbench.operations.edit_message import (
    answer_messages,
    delete_message_totals,
    mark_perfunctory,
    save_message_totals,
    set_message_state,
    set_satisfaction,
)
from workbench.operations.import_register import apply_register, preview_register
from workbench.operations.message_book import export_messages, read_message_book, span_of
from workbench.operations.undo_change import undo_last

ROWS = """网站标识码,留言平台,编号,标题,留言时间,答复时间,承办单位
9901000001,领导信箱,L-1,路灯不亮,2026-06-01,,市住建局
9901000001,领导信箱,L-2,公交改线,2026-10-26,,市交通局
9901000002,找错,Z-1,错别字,2026-11-16,2026-11-18,
9901000002,找错,Z-2,链接打不开,2026-11-16,,
"""


def bring_in(small: SmallCampaign, folder: Path) -> None:
    file = folder / "留言.csv"
    file.write_text(ROWS, "utf-8")
    found = preview_register(small.workspace, file)
    assert apply_register(small.workspace, found, by=WANG) == 4
    assert apply_register(small.workspace, preview_register(small.workspace, file), by=WANG) == 0


def held(small: SmallCampaign, number: str) -> Message:
    return next(each for each in small.workspace.records(Message) if each.number == number)


def test_the_book_knows_what_is_overdue_by_unit_and_number(small: SmallCampaign, tmp_path: Path) -> None:
    bring_in(small, tmp_path)
    book = read_message_book(small.workspace)
    span = span_of(None, None, as_of=book.as_of)
    assert [reading.timing for reading in book.readings] == [
        Timing.OVER_THREE_MONTHS,
        Timing.OVERDUE,
        Timing.IN_TIME,
        Timing.OVERDUE,
    ]
    assert [(book.unit_of(each), each.message.number) for each in book.overdue(span)] == [
        ("市交通局", "L-2"),
        ("市住建局", "L-1"),
        ("霁川市教育局", "Z-2"),
    ]
    narrow = book.narrowed(subject_id=small.bureau.id, platform=platform_named("找错").id)
    assert [rate.shown() for rate in narrow.figures(span).rates][0] == "50.0%（1/2）"
    early = read_message_book(small.workspace, as_of=date(2026, 11, 17))
    assert {each.message.number: each.timing for each in early.readings}["Z-1"] is Timing.IN_WORK


def test_edits_by_hand_and_their_undoing(small: SmallCampaign, tmp_path: Path) -> None:
    bring_in(small, tmp_path)
    workspace = small.workspace
    both = [held(small, "L-1"), held(small, "L-2")]
    assert len(answer_messages(workspace, both, date(2026, 11, 2), by=WANG)) == 2
    assert held(small, "L-1").state is MessageState.ANSWERED
    assert undo_last(workspace, by=WANG) == "留言2项"
    assert held(small, "L-1").answered is None
    assert mark_perfunctory(workspace, [held(small, "Z-1")], is_it=True, by=WANG) == (held(small, "Z-1"),)
    assert mark_perfunctory(workspace, [held(small, "Z-1")], is_it=True, by=WANG) == ()
    assert set_satisfaction(workspace, [held(small, "Z-1")], Satisfaction.FAIR, by=WANG)
    assert set_message_state(workspace, [held(small, "Z-1")], MessageState.IN_WORK, by=WANG)
    assert (held(small, "Z-1").answered, held(small, "Z-1").is_perfunctory) == (None, False)
    with pytest.raises(WrongUseError, match="Z-2 是 2026-11-16 收到的，答复日期不能更早"):
        answer_messages(workspace, [held(small, "Z-2")], date(2026, 11, 1), by=WANG)


def test_without_an_answer_nothing_is_perfunctory(small: SmallCampaign, tmp_path: Path) -> None:
    bring_in(small, tmp_path)
    both = [held(small, "Z-1"), held(small, "L-1")]
    with pytest.raises(WrongUseError, match="留言 L-1 还没有答复"):
        mark_perfunctory(small.workspace, both, is_it=True, by=WANG)
    assert not any(each.is_perfunctory for each in small.workspace.records(Message))
    set_message_state(small.workspace, [both[1]], MessageState.NOT_PUBLIC, by=WANG)
    assert mark_perfunctory(small.workspace, [held(small, "L-1")], is_it=True, by=WANG)
    set_message_state(small.workspace, [held(small, "L-1")], MessageState.INVALID, by=WANG)
    assert not held(small, "L-1").is_perfunctory


def typed(
    subject: UUID, received: int, *, in_time: int = 0, in_work: int = 0, overdue: int = 0
) -> MessageTotals:
    first, last = date(2026, 1, 1), date(2026, 3, 31)
    return MessageTotals(
        id=message_totals_id(subject, platform="baixing", first_day=first, last_day=last),
        subject_id=subject,
        platform="baixing",
        first_day=first,
        last_day=last,
        received=received,
        in_time=in_time,
        in_work=in_work,
        overdue=overdue,
    )


def test_typed_totals_must_fit(small: SmallCampaign) -> None:
    with pytest.raises(WrongUseError, match="还差31条"):
        save_message_totals(small.workspace, typed(small.portal.id, 563, in_time=442, in_work=90), by=LEAD)
    with pytest.raises(WrongUseError, match="收到条数是 0"):
        save_message_totals(small.workspace, typed(small.portal.id, 0), by=LEAD)
    kept = save_message_totals(small.workspace, typed(small.portal.id, 5, in_time=3, overdue=2), by=LEAD)
    book = read_message_book(small.workspace)
    assert book.figures(span_of(None, None, as_of=book.as_of)).overdue == 2
    delete_message_totals(small.workspace, kept, by=LEAD)
    assert read_message_book(small.workspace).totals == ()


def test_what_is_sent_out_is_known_when_it_comes_back(small: SmallCampaign, tmp_path: Path) -> None:
    bring_in(small, tmp_path)
    book = read_message_book(small.workspace)
    file = export_messages(book, book.readings, tmp_path / "导出.xlsx")
    again = preview_register(small.workspace, file)
    assert again.summary == "新增 0 行，变更 0 行，不变 4 行，有误 0 行。"


def test_a_span_does_not_run_backwards() -> None:
    day = date(2026, 11, 20)
    with pytest.raises(WrongUseError, match="早于第一天"):
        span_of(day, date(2026, 1, 1), as_of=day)
    assert span_of(None, None, as_of=day).in_words() == "2025-11-20 至 2026-11-20"
