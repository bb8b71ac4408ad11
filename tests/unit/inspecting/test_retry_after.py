from datetime import UTC, datetime

import pytest

from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.retry_after import retry_after_s


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("Fri, 20 Nov 2026 08:01:30 GMT", 90),
        ("Fri, 20 Nov 2026 07:00:00 GMT", 0),
        ("Fri, 20 Nov 2026 08:01:30 -0000", 0),
        ("soon", 0),
        ("-3", 0),
        ("", 0),
    ],
)
def test_seconds_and_dates_are_understood_and_nonsense_is_none(text: str, seconds: float) -> None:
    answer = Fetched(
        request=FetchRequest(url="http://a.cn/"),
        at=datetime(2026, 11, 20, 8, 0, 0, tzinfo=UTC),
        final_url="http://a.cn/",
        status=503,
        headers={"retry-after": text},
    )
    assert retry_after_s(answer) == seconds
