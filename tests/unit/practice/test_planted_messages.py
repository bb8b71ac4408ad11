"""The planted messages are imported whole, and exactly those that the truth file names are overdue, on any day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD
from workbench.clocks.message_clock import OVERDUE_TIMINGS, read_messages
from workbench.clocks.message_platforms import message_platforms, platform_named
from workbench.domain.message import Message
from workbench.operations.create_campaign import create_campaign
from workbench.operations.import_register import apply_register, preview_register
from workbench.practice.city import City
from workbench.practice.planted_messages import load_messages, write_messages
from workbench.practice.practice_register import write_register
from workbench.practice.server import CityServer
from workbench.register.register_preview import RowState


def test_every_message_is_imported_without_a_fault(tmp_path: Path, served: CityServer, city: City) -> None:
    workspace = create_campaign(
        tmp_path / "批次.inspection",
        standard_id="national-2015",
        period="2026Q4",
        as_of=city.as_of,
        lead=LEAD,
    )
    with workspace:
        for name, write in (("台账.csv", write_register), ("留言.csv", write_messages)):
            write(city, tmp_path / name, served.addresses)
            found = preview_register(workspace, tmp_path / name)
            assert [row.reason for row in found.rows if row.state is RowState.FAULTY] == []
            apply_register(workspace, found, by=LEAD)
        held = workspace.records(Message)
    assert len(held) == len(load_messages())
    overdue = {
        reading.message.number
        for reading in read_messages(held, message_platforms(), city.as_of)
        if reading.timing in OVERDUE_TIMINGS
    }
    assert overdue == {defect.message for defect in city.truth.defects if defect.message}


@pytest.mark.parametrize("as_of", [date(2025, 2, 5), date(2025, 10, 9), date(2026, 1, 5), date(2026, 10, 8)])
def test_the_planted_days_hold_on_either_side_of_a_holiday(as_of: date) -> None:
    """Nothing that should be in order hangs on holidays, and what should be overdue is so behind the longest of them."""
    for each in load_messages():
        limit = platform_named(each.platform).limit
        received = as_of - timedelta(days=each.days_ago)
        if each.answered_after >= 0:
            assert limit.holds_surely(received, received + timedelta(days=each.answered_after))
        elif each.state == "办理中" and each.days_ago > 20:
            assert limit.due_day(received) < as_of
