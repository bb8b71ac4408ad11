"""The day an address names, if it names one."""

from datetime import date

import pytest

from workbench.views.url_dates import url_date


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://h/a/202001/t20200109_120035.html", date(2020, 1, 9)),
        ("http://h/art/2020/1/9/art_12_3456.html", date(2020, 1, 9)),
        ("http://h/2020-01/09/content_1.htm", date(2020, 1, 9)),
        ("http://h/202001/12.html", date(2020, 1, 12)),
        ("./202001/x.html", date(2020, 1, 15)),
        ("http://h/20201332/1.html", None),
        ("http://h/info/1010/2345.htm", None),
        ("http://2020.cn/a.html", None),
        ("", None),
    ],
)
def test_reads_the_path(url: str, day: date | None) -> None:
    assert url_date(url) == day
