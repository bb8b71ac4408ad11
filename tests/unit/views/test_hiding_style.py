import pytest

from workbench.views.hiding_style import Hiding, hiding_rules, style_hiding


@pytest.mark.parametrize(
    "style",
    [
        "position:absolute;left:-9999px",
        "TEXT-INDENT: -200em",
        "font-size:0",
        "font-size:1px;",
        "opacity:0",
        "width:0;height:0;overflow:hidden",
        "color:white;background:#FFF",
        "display:none;margin-left:-1000px",
    ],
)
def test_ways_that_menus_have_no_use_for(style: str) -> None:
    hiding = style_hiding(style)
    assert hiding is not None
    assert hiding.is_stealthy


@pytest.mark.parametrize("style", ["display: none", "visibility:hidden"])
def test_ways_of_menus(style: str) -> None:
    assert style_hiding(style) == Hiding("设为不显示", is_stealthy=False)


@pytest.mark.parametrize(
    "style",
    [
        "",
        "left:-20px",
        "width:0%;overflow:hidden",
        "font-size:12px",
        "color:#fff;background:#00f",
        "height:1px",
        "font-size:100%",
        "::;;{",
    ],
)
def test_nothing_is_hidden(style: str) -> None:
    assert style_hiding(style) is None


def test_rules_of_the_page_s_own_sheets_and_scripts() -> None:
    rules = hiding_rules(
        ("/* .no{display:none} */ .a, #b{display:none} .c .d{opacity:0} @media print{.e{opacity:0}}",),
        ("document.getElementById('f').style.display='none';",),
    )
    assert set(rules) >= {".a", "#b", "#f"}
    assert ".no" not in rules
    assert ".c .d" not in rules
    assert rules["#f"].is_stealthy


def test_rules_for_print_and_small_screens_hide_nothing_here() -> None:
    sheet = "@media print{.a{display:none}.b{display:none}} .c{display:none} @media screen{.d{display:none}}"
    assert sorted(hiding_rules((sheet,), ())) == [".c", ".d"]


def test_a_hostile_sheet_is_read_in_one_pass() -> None:
    assert hiding_rules(("/*" * 200_000, "a" * 400_000, "{" * 400_000, "}" * 400_000), ()) == {}
