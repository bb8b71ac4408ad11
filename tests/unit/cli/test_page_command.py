"""`workbench page` as people and scripts call it."""

import json
from pathlib import Path

import pytest

from workbench.__main__ import main

LIST = (
    '<title>通知公告_某某局</title><div>当前位置：<a href="/">首页</a> &gt; 通知公告</div>'
    '<ul><li><a href="a2.html">关于召开会议的预通知</a><span>2026-12-02</span></li>'
    '<li><a href="a1.html">关于做好工作的通知</a><span>2026-11-02</span></li></ul>'
)
BLANK = (
    '<title>政策解读</title><div>当前位置：<a href="/">首页</a> &gt; 政策解读</div><h2>政策解读</h2><ul></ul>'
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "list.html").write_text(LIST, encoding="utf-8")
    (tmp_path / "blank.html").write_text(BLANK, encoding="utf-8")
    return str(tmp_path / "list.html"), str(tmp_path / "blank.html")


def test_one_page_is_one_object(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["page", files[0], "--url", "http://www.some.gov.cn/c/", "--as-of", "2026-11-20", "--json"]) == 0
    )
    seen = json.loads(capsys.readouterr().out)
    assert (seen["kind"], seen["charset"], seen["newest_date"], seen["publish_date"]) == (
        "list",
        "utf-8",
        "2026-11-02",
        None,
    )
    assert (seen["dates"], seen["is_blank"]) == (["2026-12-02", "2026-11-02"], False)
    assert [(item["title"], item["url"], item["date"]) for item in seen["items"]] == [
        ("关于召开会议的预通知", "http://www.some.gov.cn/c/a2.html", "2026-12-02"),
        ("关于做好工作的通知", "http://www.some.gov.cn/c/a1.html", "2026-11-02"),
    ]


def test_several_pages_are_a_list_in_their_order(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["page", files[1], "/nowhere/gone.html", files[0], "--json"]) == 0
    first, second, third = json.loads(capsys.readouterr().out)
    assert first["is_blank"]
    assert second == {
        "source": "/nowhere/gone.html",
        "error": "没有“/nowhere/gone.html”这个文件，请检查路径。",
    }
    assert third["kind"] == "list"


def test_a_single_unreadable_file_is_an_object_with_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", "/nowhere/gone.html", "--json"]) == 3
    assert set(json.loads(capsys.readouterr().out)) == {"source", "error"}


def test_words_for_people(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", *files, "/nowhere/gone.html", "--as-of", "2026-11-20"]) == 0
    said = capsys.readouterr()
    assert "类型：列表" in said.out
    assert "最新条目：2026-11-02" in said.out
    assert "类型：空白栏目" in said.out
    assert said.err.strip() == "没有“/nowhere/gone.html”这个文件，请检查路径。"


def test_a_wrong_day_is_refused(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", files[0], "--as-of", "昨天"]) == 2
    assert "2026-11-20" in capsys.readouterr().err


def test_what_a_page_says_of_itself_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "marks.html"
    source.write_text(
        '<meta name="siteidcode" content="1234560001"><title>某某局</title><h1>某某局召开例会</h1>'
        "<p>主办单位：某某局 网站标识码：1234560001</p><script src=/inc/footer.js></script>",
        encoding="utf-8",
    )
    assert main(["page", str(source), "--as-of", "2026-11-20", "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert seen["identity"] == {"SiteIDCode": "1234560001", "faults": []}
    assert (seen["footer"]["site_code"], seen["footer"]["organiser"]) == ("1234560001", "某某局")
    assert seen["footer"]["missing"]["icp"] == "由脚本加载，需渲染核实"
    assert seen["signature_date"] is None
    assert main(["page", str(source), "--as-of", "2026-11-20"]) == 0
    assert "页脚未检出：党政机关标识、ICP备案、公安备案、联系方式、找错入口" in capsys.readouterr().out


def test_a_page_that_says_nothing_of_itself(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["page", files[0], "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert (seen["identity"], seen["footer"], seen["signature_date"]) == ({}, {}, None)


@pytest.mark.parametrize(
    ("body", "named"), [(b"%PDF-1.7 x", "PDF"), (b"PK\x03\x04x", "Office"), (b"MZ\0\0x", "二进制")]
)
def test_a_file_of_another_sort_is_called_what_it_is(
    body: bytes, named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "some.dat"
    source.write_bytes(body)
    assert main(["page", str(source)]) == 3
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert named in said.err


def test_a_page_in_utf_16_is_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "page.html"
    source.write_text("<title>某某局</title><p>正文</p>", encoding="utf-16")
    assert main(["page", str(source)]) == 0
    assert "某某局" in capsys.readouterr().out
