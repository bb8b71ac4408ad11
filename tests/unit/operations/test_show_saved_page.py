"""The saved copy of an address is found however it is written, with all that was saved with it."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from tests.campaigns.small_campaign import SmallCampaign
from workbench.domain.capture import Capture
from workbench.operations.show_saved_page import address_key, find_saved_page, read_saved_part

AT = datetime(2026, 11, 20, 6, 2, tzinfo=UTC)
HOME = Capture(
    url="http://www.a.gov.cn/",
    final_url="http://www.a.gov.cn/index.html",
    status=200,
    headers=(("content-type", "text/html; charset=gb2312"),),
    body="<p>霁川".encode("gb18030"),
    at=AT,
)
SHEET = replace(
    HOME,
    url="http://www.a.gov.cn/a.css",
    final_url="http://www.a.gov.cn/a.css",
    headers=(("content-type", "text/css"),),
    body=b"p{}",
)


@pytest.mark.parametrize(
    "written",
    [
        "http://www.a.gov.cn/",
        "http://www.a.gov.cn",
        "https://www.a.gov.cn/#top",
        "www.a.gov.cn",
        "http://www.a.gov.cn:80/index.html",
    ],
)
def test_the_copy_is_found_however_the_address_is_written(small: SmallCampaign, written: str) -> None:
    number = small.workspace.save_capture(None, small.portal.id, HOME)
    found = find_saved_page(small.workspace, subject_id=small.portal.id, url=written)
    assert found.copy is not None
    assert (found.copy.id, found.copy.saved_at, found.pages) == (number, AT, 1)


def test_a_page_saved_for_another_subject_serves_too(small: SmallCampaign) -> None:
    number = small.workspace.save_capture(None, small.portal.id, HOME)
    found = find_saved_page(small.workspace, subject_id=uuid4(), url=HOME.url)
    assert found.copy is not None
    assert (found.copy.id, found.pages) == (number, 0)


def test_what_is_not_saved_is_told_with_how_much_is(small: SmallCampaign) -> None:
    small.workspace.save_capture(None, small.portal.id, HOME)
    found = find_saved_page(small.workspace, subject_id=small.portal.id, url="http://www.a.gov.cn/x")
    assert (found.copy, found.pages) == (None, 1)
    assert find_saved_page(small.workspace, subject_id=None, url="不是网址").copy is None


def test_a_copy_knows_its_parts_and_its_neighbours(small: SmallCampaign) -> None:
    workspace = small.workspace
    home = workspace.save_capture(None, small.portal.id, HOME)
    other = replace(HOME, url="http://www.a.gov.cn/n", final_url="http://www.a.gov.cn/n", body=b"n")
    neighbour = workspace.save_capture(None, small.portal.id, other)
    sheet = workspace.save_page_asset(None, small.portal.id, SHEET, pages=[HOME.url])
    copy = find_saved_page(workspace, subject_id=small.portal.id, url=HOME.url).copy
    assert copy is not None
    assert copy.parts == {"www.a.gov.cn/a.css": sheet}
    assert copy.pages[address_key(HOME.final_url)] == home
    assert copy.pages["www.a.gov.cn/n"] == neighbour
    part = read_saved_part(workspace, sheet, is_page=False)
    assert part is not None
    assert (part.content_type, part.body) == ("text/css", b"p{}")
    page = read_saved_part(workspace, home, is_page=True)
    assert page is not None
    assert page.content_type == "text/html; charset=gb18030"
    assert page.body.decode("gb18030") == f'<base href="{HOME.final_url}"><p>霁川'
    assert read_saved_part(workspace, 99, is_page=True) is None
