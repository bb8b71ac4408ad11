from datetime import date

from workbench.views.line_texts import line_texts
from workbench.views.page_view import PageView


def lines_of(html: str) -> list[str]:
    outline = PageView(html.encode(), url="http://a.gov.cn/", as_of=date(2026, 11, 20)).outline
    return line_texts(outline, range(len(outline.texts)))


def test_what_spans_cut_to_pieces_is_whole_again() -> None:
    assert lines_of("<p><b>中华</b><span>人民</span>共<font>和国</font></p><p>第二段</p>") == [
        "中华人民共和国",
        "第二段",
    ]


def test_breaks_links_and_cells_end_a_line() -> None:
    assert lines_of("<p>张某<br>138<b>0</b></p>") == ["张某", "1380"]
    assert lines_of("<div><a href='/a'>新闻</a><a href='/b'>公告</a>某局</div>") == ["新闻", "公告", "某局"]
    assert lines_of("<table><tr><td>2020</td><td>1380</td></tr></table>") == ["2020", "1380"]
