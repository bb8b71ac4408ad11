"""Runs are put together to the lines a reader sees."""

from datetime import date

from workbench.views.page_view import PageView
from workbench.views.text_lines import text_lines


def test_spans_do_not_break_a_line_and_paragraphs_do() -> None:
    html = "<div><p>20<span>26</span>年<b>1<i>1</i></b>月</p><p>某某局</p></div>"
    outline = PageView(html.encode(), url="", as_of=date(2026, 11, 20)).outline
    lines = text_lines(outline, range(len(outline.texts)))
    assert ["".join(outline.texts[run] for run in line) for line in lines] == ["2026年11月", "某某局"]
