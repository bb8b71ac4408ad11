"""Saved pages that show numbers of persons are flagged, others are not."""

from datetime import UTC, date, datetime

import pytest

from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.page_capture import capture_of
from workbench.views.page_view import PageView

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)
URL = "http://www.some.gov.cn/gg/1.html"


@pytest.mark.parametrize(
    ("words", "is_flagged"),
    [
        ("张某 身份证号11010519491231002X", True),
        ("咨询电话：0898-65332211", False),
        ("关于防汛工作的通知", False),
    ],
)
def test_a_page_with_the_number_of_a_person_is_flagged(words: str, is_flagged: bool) -> None:
    body = f"<title>公示</title><p>{words}</p>".encode()
    fetched = Fetched(request=FetchRequest(url=URL), final_url=URL, status=200, body=body, at=AT)
    page = PageView(body, url=URL, as_of=date(2026, 11, 20))
    assert capture_of(URL, fetched, page).has_personal_data is is_flagged
    assert not capture_of(URL, fetched, None).has_personal_data
