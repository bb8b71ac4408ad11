"""Pages are read from files and from the web, and what cannot be read says why in one sentence."""

from datetime import date
from pathlib import Path

import pytest

from trap_server import TrapServer, page, status
from workbench.operations.read_page import MAX_FILE_BYTES, PageRequest, read_page

AS_OF = date(2026, 11, 20)
LIST = (
    '<title>通知公告</title><ul><li><a href="a1.html">关于做好工作的通知</a><span>2026-11-02</span></li></ul>'
)


def request(source: object, *, url: str = "", may_be_private: bool = False) -> PageRequest:
    return PageRequest(source=str(source), as_of=AS_OF, url=url, may_be_private=may_be_private)


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "list.html"
    path.write_bytes(LIST.encode("gb18030"))
    reading = read_page(request(path, url="www.some.gov.cn/col/"))
    assert reading.page is not None
    assert reading.page.newest_date == date(2026, 11, 2)
    assert reading.page.items[0].url == "http://www.some.gov.cn/col/a1.html"


@pytest.mark.parametrize("name", ["gone.html", "folder", "huge.html", "bad\x00name"])
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with (tmp_path / "huge.html").open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    reading = read_page(request(f"{tmp_path}/{name}"))
    assert reading.page is None
    assert reading.error.endswith("。")


@pytest.mark.parametrize("url", ["javascript:void(0)", "http://", "ftp://www.some.gov.cn/", "http://["])
def test_what_is_no_address(tmp_path: Path, url: str) -> None:
    path = tmp_path / "list.html"
    path.write_text(LIST, encoding="utf-8")
    reading = read_page(request(path, url=url))
    assert reading.page is None
    assert reading.error.endswith("。")
    assert read_page(request("http://")).error.startswith("“http://”不是网页的网址")


def test_an_address() -> None:
    pages = {"/": page(LIST), "/empty": status(204)}
    with TrapServer(pages) as server:
        reading = read_page(request(server.home, may_be_private=True))
        assert reading.page is not None
        assert (reading.page.url, len(reading.page.items)) == (server.home, 1)
        assert "应答 204" in read_page(request(server.url("/empty"), may_be_private=True)).error
        assert "--allow-private" in read_page(request(server.home)).error


def test_an_address_nobody_answers_at() -> None:
    with TrapServer({}) as server:
        home = server.home
    reading = read_page(request(home, may_be_private=True))
    assert reading.error == f"{home} 打不开：连接被拒绝。请检查网址和网络后重试。"
