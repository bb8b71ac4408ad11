"""Which date of an item counts, and the year of one that shows month and day only."""

from datetime import date

import pytest

from workbench.views.date_spots import DateSpot, Strength
from workbench.views.date_words import DateForm
from workbench.views.item_date import item_date

AS_OF = date(2026, 1, 20)


def spot(day: date, *, form: DateForm = DateForm.FULL, strength: Strength = Strength.STANDALONE) -> DateSpot:
    return DateSpot(day, 0, 0, form, f"{day:%m-%d}", strength)


def short(month: int, day: int) -> DateSpot:
    return spot(date(2000, month, day), form=DateForm.MONTH_DAY)


def test_the_later_of_written_and_published() -> None:
    spots = [spot(date(2025, 12, 1)), spot(date(2026, 1, 3))]
    assert item_date(spots, url="", heading="", as_of=AS_OF).day == date(2026, 1, 3)


def test_what_lies_ahead_is_no_publication() -> None:
    spots = [spot(date(2026, 1, 3)), spot(date(2026, 3, 1))]
    assert item_date(spots, url="", heading="", as_of=AS_OF).day == date(2026, 1, 3)


def test_only_dates_ahead() -> None:
    spots = [spot(date(2026, 3, 2)), spot(date(2026, 3, 1))]
    assert item_date(spots, url="", heading="", as_of=AS_OF).day == date(2026, 3, 1)


def test_a_label_outranks() -> None:
    spots = [spot(date(2026, 1, 9)), spot(date(2026, 1, 3), strength=Strength.LABELLED)]
    assert item_date(spots, url="", heading="", as_of=AS_OF).day == date(2026, 1, 3)


@pytest.mark.parametrize(
    ("found", "url", "heading", "day"),
    [
        (short(12, 31), "", "", date(2025, 12, 31)),
        (short(1, 20), "", "", date(2026, 1, 20)),
        (short(1, 21), "", "", date(2025, 1, 21)),
        (short(2, 29), "", "", date(2024, 2, 29)),
        (short(11, 3), "", "2023年", date(2023, 11, 3)),
        (short(11, 3), "http://h/202311/t20231103_1.html", "", date(2023, 11, 3)),
        (short(1, 2), "http://h/202312/t20231229_1.html", "", date(2024, 1, 2)),
        (short(12, 30), "http://h/2024/01/02/c1.html", "", date(2023, 12, 30)),
        (short(5, 1), "http://h/2026/t1.html", "", date(2025, 5, 1)),
    ],
)
def test_years_that_are_not_shown(found: DateSpot, url: str, heading: str, day: date) -> None:
    assert item_date([found], url=url, heading=heading, as_of=AS_OF).day == day


def test_says_where_the_year_came_from() -> None:
    assert (
        item_date([short(11, 3)], url="", heading="", as_of=AS_OF).source
        == "11-03（未标年份，按最近的年份推算）"
    )
    assert "链接地址" in item_date([short(11, 3)], url="/20231103_1.html", heading="", as_of=AS_OF).source
    assert "“2023年”" in item_date([short(11, 3)], url="", heading="2023年", as_of=AS_OF).source
    relative = spot(date(2026, 1, 17), form=DateForm.RELATIVE)
    assert "推算" in item_date([relative], url="", heading="", as_of=AS_OF).source
