"""Hostile pages are cut before they can cost time or memory; ordinary ones are left alone."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.unit.views.column_pages import ColumnPage, column_pages
from workbench.views.html_guard import MAX_CHARS, MAX_COST, MAX_DEPTH, bounded

HOSTILE = {
    "nested boxes": "<div>" * 200_000,
    "nested lists": "<ul><li>" * 100_000,
    "nested tables": "<table><tr><td>" * 50_000,
    "open fonts": "".join(f"<font color={n}>" for n in range(900)) + "<p>x" * 50_000,
    "bold paragraphs": "<b><p>" * 50_000,
    "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">",
    "bare attributes": "<p " + "/".join(f"a{n}" for n in range(200_000)) + ">",
    "unclosed quote": '<a href="' + "x" * 1_000_000,
    "open comment": "<!--" * 200_000,
    "templates": "<template>" * 100_000,
    "lone brackets": "<" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_small_when_parsed(name: str) -> None:
    root = LexborHTMLParser(bounded(HOSTILE[name]), scripting=True).root
    assert root is not None
    nodes, deepest = 0, 0
    depths = {root.mem_id: 0}
    for node in root.traverse():
        nodes += 1
        parent = node.parent
        depths[node.mem_id] = depths.get(parent.mem_id, 0) + 1 if parent is not None else 0
        deepest = max(deepest, depths[node.mem_id])
    assert nodes <= 2 * MAX_COST
    assert deepest <= 5 * MAX_DEPTH


@pytest.mark.parametrize("case", list(column_pages())[::13], ids=lambda case: case.name)
def test_an_ordinary_page_is_left_alone(case: ColumnPage) -> None:
    assert bounded(case.html) == case.html


def test_an_inlined_picture_does_not_push_the_page_out() -> None:
    page = f'<img src="data:image/png;base64,{"A" * (MAX_CHARS + 5)}"><a href="x.html">后面的链接</a>'
    assert bounded(page).endswith('<a href="x.html">后面的链接</a>')


def test_a_long_drawing_is_one_attribute() -> None:
    drawing = f'<svg><path d="{"M 0 0 L 9 9 " * 500}"/></svg><a href="x.html">x</a>'
    assert bounded(drawing) == drawing


def test_a_long_script_keeps_its_end() -> None:
    script = "<script>" + "if (a <b && c) { d = e / f; } " * 400 + "</script><p>后文</p>"
    assert bounded(script).endswith("</script><p>后文</p>")


def test_many_flat_rows_are_kept() -> None:
    rows = "<table>" + "<tr><td><a href='x'>标题</a></td><td>2026-11-20</td></tr>" * 3_000 + "</table>"
    assert bounded(rows) == rows
