"""Selectors mean what they mean elsewhere, and no page makes them slow; bs4 is the reference."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from workbench.views.css_selector import parse_selector
from workbench.views.page_view import PageView
from workbench.views.selector_match import SelectedPage

NAMES = ["div", "p", "ul", "li"]


def selected(html: str, selector: str) -> list[str]:
    page = PageView(html.encode(), url="", as_of=date(2026, 11, 20))
    elements = SelectedPage(page.tree.parser, page.outline)
    return [elements.attribute(one, "n") for one in elements.select(parse_selector(selector))]


def numbered(shape: list[tuple[int, int]]) -> str:
    """A tree from pairs of tag and depth, each element numbered and marked with a class."""
    parts: list[str] = []
    closing: list[str] = []
    for count, (name, depth) in enumerate(shape, start=1):
        while len(closing) > depth:
            parts.append(closing.pop())
        parts.append(
            f"<section n={count} class='c{name} x'>" if name > 1 else f"<div n={count} class=c{name}>"
        )
        closing.append("</section>" if name > 1 else "</div>")
    return "<body n=0>" + "".join(parts + closing[::-1]) + "</body>"


SHAPES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=25)
COMPOUNDS = st.sampled_from(
    [
        "div",
        "*",
        ".c1",
        "section.x",
        "div:nth-child(2)",
        "section:nth-of-type(2n+1)",
        "*:last-child",
        ".c3:first-of-type",
        "[class~=x]",
        "div:nth-last-child(-n+2)",
    ]
)
JOINTS = st.sampled_from([" ", " > ", " + ", " ~ "])


@given(shape=SHAPES, first=COMPOUNDS, rest=st.lists(st.tuples(JOINTS, COMPOUNDS), max_size=3))
def test_means_what_others_mean(
    shape: list[tuple[int, int]], first: str, rest: list[tuple[str, str]]
) -> None:
    html, selector = numbered(shape), "body " + first + "".join(joint + part for joint, part in rest)
    expected = [node["n"] for node in BeautifulSoup(f"<html>{html}</html>", "html.parser").select(selector)]
    assert selected(html, selector) == expected


@pytest.mark.parametrize(
    "path", ["html>body>div:nth-of-type(2)", "html body > div + div", "body > div:last-child"]
)
def test_paths_from_the_root(path: str) -> None:
    assert selected("<div n=1></div><div n=2></div>", path) == ["2"]


HOSTILE = [
    ("<div>" * 900, "p div div div div div"),
    ("<ul>" + "<li>x" * 40_000, "p ~ li ~ li ~ li"),
    ("<ul>" + "<li>x" * 40_000, "li:nth-of-type(3) ~ li:nth-last-child(2)"),
]


@pytest.mark.parametrize(("html", "selector"), HOSTILE)
def test_hostile_pages_are_gone_through_once(html: str, selector: str) -> None:
    assert len(selected(html, selector)) <= 1
