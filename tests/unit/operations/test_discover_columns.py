"""The columns of the practice city are proposed from its own menus, over its own server."""

from datetime import date
from pathlib import Path

from workbench.operations.discover_columns import discover_columns
from workbench.operations.read_page import PageRequest
from workbench.practice.city import build_city
from workbench.practice.server import CityServer

DAY = date(2026, 11, 20)


def test_every_column_of_the_city_is_proposed_with_its_class() -> None:
    city = build_city(DAY)
    with CityServer(city) as server:
        for site in city.sites[3:5]:
            request = PageRequest(
                source=server.url(site.plan.code, site.plan.home), as_of=DAY, may_be_private=True
            )
            found = discover_columns(request)
            told = {column.url: (column.name, column.column_class) for column in found.columns}
            for section in site.sections:
                column = section.column
                url = server.url(site.plan.code, column.path)
                assert told.get(url) == (column.name, column.column_class)
            assert (found.error, found.unread) == ("", ())


def test_no_more_pages_are_asked_for_than_allowed() -> None:
    with CityServer(build_city(DAY)) as server:
        plan = server.city.sites[3].plan
        request = PageRequest(source=server.url(plan.code, plan.home), as_of=DAY, may_be_private=True)
        assert discover_columns(request, most_pages=3).pages_read == 3


def test_a_file_is_read_alone(tmp_path: Path) -> None:
    source = tmp_path / "home.html"
    source.write_text('<title>某局</title><a href="/tzgg/">通知公告</a>', encoding="utf-8")
    found = discover_columns(PageRequest(source=str(source), as_of=DAY, url="http://www.some.gov.cn/"))
    assert [column.name for column in found.columns] == ["通知公告"]
    assert found.pages_read == 1


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    assert "没有" in discover_columns(PageRequest(source=str(tmp_path / "none.html"), as_of=DAY)).error
