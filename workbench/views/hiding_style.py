"""Tells from a style or attributes that an element is made not to be seen, and how."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;}]+)", re.IGNORECASE)
# Conditions under which a rule holds for whoever reads the page in a browser.
_FOR_ALL = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*$", re.IGNORECASE)
_SIMPLE = re.compile(r"[.#][\w-]+")
_SCRIPT_HIDES = re.compile(
    r"getElementById\(\s*[\"']([\w-]+)[\"']\s*\)\.style\.(?:display\s*=\s*[\"']none|visibility\s*=\s*[\"']hidden)"
)
_NUMBER = re.compile(r"-?\d*\.?\d+")
_OFF_SCREEN, _TINY, _FAST = -300.0, 2.0, 100.0
_COLOURS = {"white": "fff", "black": "000", "#ffffff": "fff", "#fff": "fff", "#000000": "000", "#000": "000"}
_OFFSETS = ("left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top")


@dataclass(frozen=True, slots=True)
class Hiding:
    """`is_stealthy`: in a way that menus and tabs have no use for."""

    how: str
    is_stealthy: bool


def style_hiding(style: str) -> Hiding | None:
    """How a style hides, or None; of several ways the stealthier."""
    given = {name.lower(): value.strip().lower() for name, value in _DECLARATION.findall(style)}
    stealthy = next(_stealthy_ways(given), "")
    if stealthy:
        return Hiding(stealthy, is_stealthy=True)
    if given.get("display", "").startswith("none") or given.get("visibility", "").startswith("hidden"):
        return Hiding("设为不显示", is_stealthy=False)
    return None


def attribute_hiding(node: LexborNode) -> Hiding | None:
    attributes = node.attributes
    if node.tag == "marquee" and _is_tiny_marquee(attributes):
        return Hiding("放在极小或极快的滚动条里", is_stealthy=True)
    colour, ground = _colour(attributes.get("color")), _colour(attributes.get("bgcolor"))
    if colour and colour == ground:
        return Hiding("文字与底色相同", is_stealthy=True)
    hiding = style_hiding(attributes.get("style") or "")
    if hiding is None and "hidden" in attributes:
        return Hiding("设为不显示", is_stealthy=False)
    return hiding


def hiding_rules(sheets: tuple[str, ...], scripts: tuple[str, ...]) -> Mapping[str, Hiding]:
    """`.class` and `#id` that the page's own style sheets and scripts hide."""
    found: dict[str, Hiding] = {}
    for sheet in sheets:
        for selectors, body in _rules(sheet):
            hiding = style_hiding(body)
            if hiding is not None:
                found |= {s.strip(): hiding for s in selectors.split(",") if _SIMPLE.fullmatch(s.strip())}
    for script in scripts:
        for name in _SCRIPT_HIDES.findall(script):
            found[f"#{name}"] = Hiding("由脚本隐藏", is_stealthy=True)
    return found


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and body of each rule, in one pass however hostile the sheet is; not those for print or small screens."""
    head, *rest = sheet.split("/*")
    text = head + "".join(part.partition("*/")[2] for part in rest)
    is_conditional = False
    for part in text.split("}"):
        before, brace, body = part.rpartition("{")
        if not brace:
            is_conditional = False
            continue
        outer, _, selectors = before.rpartition("{")
        if "@" in outer:
            is_conditional = _FOR_ALL.search(outer.strip()) is None
        if not is_conditional and "@" not in selectors:
            yield selectors, body


def _stealthy_ways(given: Mapping[str, str]) -> Iterator[str]:
    if any(_is_far_off(given.get(name, "")) for name in _OFFSETS):
        yield "移出屏幕"
    if _size(given.get("font-size")) in (0.0, 1.0) or given.get("opacity") in ("0", "0.0"):
        yield "字号为零或透明"
    sides = [_size(given.get(name)) for name in ("width", "height", "max-width", "max-height")]
    if any(side is not None and side <= _TINY for side in sides) and given.get("overflow") == "hidden":
        yield "尺寸为零"
    ground = (given.get("background-color") or given.get("background") or "").split(" ")[0]
    if _colour(given.get("color")) and _colour(given.get("color")) == _colour(ground):
        yield "文字与底色相同"


def _is_far_off(value: str) -> bool:
    size = _size(value)
    return size is not None and size <= _OFF_SCREEN


def _is_tiny_marquee(attributes: Mapping[str, str | None]) -> bool:
    sides = [_size(attributes.get(name)) for name in ("width", "height")]
    speed = _size(attributes.get("scrollamount"))
    return any(side is not None and side <= 2 * _TINY for side in sides) or (speed or 0.0) >= _FAST


def _size(value: str | None) -> float | None:
    """In pixels as far as the number goes; None for a share of something and for nothing."""
    if not value or "%" in value:
        return None
    number = _NUMBER.match(value.strip())
    if number is None:
        return None
    size = float(number[0])
    return size * 12 if "em" in value else size


def _colour(value: str | None) -> str:
    text = (value or "").strip().lower().replace("!important", "").strip()
    return _COLOURS.get(text, text)
