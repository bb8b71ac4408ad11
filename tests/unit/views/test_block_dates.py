"""Dates broken into pieces by the layout are put together, and nothing else is."""

from datetime import date

import pytest

from workbench.views.block_dates import block_date
from workbench.views.date_words import DateForm
from workbench.views.page_outline import outline_of
from workbench.views.page_tree import PageTree


@pytest.mark.parametrize(
    "html",
    [
        "<div><b>21</b><i>2026-10</i></div>",
        "<div><i>2026年10月</i><b>21日</b></div>",
        "<p><strong>10/21</strong><span>2026</span></p>",
        "<p><em>2026</em><em>10-21</em></p>",
        "<div><span>21</span><span>10月</span><span>2026</span></div>",
        "<div><span>2026年</span><span>10月</span><span>21日</span></div>",
        "<div><span>Oct</span><span>21</span><span>2026</span></div>",
        "<div>21<br>2026.10</div>",
        "<div>21 2026-10</div>",
        "<div><b>２１</b><i>２０２６．１０</i></div>",
    ],
)
def test_pieces_of_a_date(html: str) -> None:
    found = block_date(outline_of(PageTree(html).parser), 0)
    assert found is not None
    assert (found.day, found.form) == (date(2026, 10, 21), DateForm.FULL)


def test_pieces_without_year() -> None:
    found = block_date(outline_of(PageTree("<div><b>21</b><i>10月</i></div>").parser), 0)
    assert found is not None
    assert (found.day.month, found.day.day, found.form) == (10, 21, DateForm.MONTH_DAY)


@pytest.mark.parametrize(
    "html",
    [
        "<p>21</p>",
        "<p>2026-10</p>",
        "<a href='1'>21</a><a href='2'>2026-10</a>",
        "<div><b>32</b><i>2026-10</i></div>",
        "<div><b>21</b><i>标题文字</i></div>",
        "<div><div><div><div><b>21</b></div></div></div></div><div><p>2026-10</p></div>",
    ],
)
def test_what_is_no_date(html: str) -> None:
    assert block_date(outline_of(PageTree(html).parser), 0) is None
