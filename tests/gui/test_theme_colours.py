"""The two sets of colours hold the same meanings, can be read, and fill the style sheet."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from workbench.gui.theme import DARK, LIGHT, ColourSet, style_sheet

READ_ON_SURFACE = ("text", "muted", "accent", "veto", "fail", "passed", "doubtful", "na", "proposed")


def luminance(name: str) -> float:
    """Of the colour, as WCAG measures it."""
    colour = QColor(name)
    red, green, blue = (_linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("meaning", READ_ON_SURFACE)
def test_words_can_be_read_on_their_grounds(meaning: str, chosen: ColourSet) -> None:
    words = getattr(chosen, meaning)
    grounds = [chosen.surface, chosen.raised, chosen.accent_soft]
    if hasattr(chosen, f"{meaning}_soft"):
        grounds.append(getattr(chosen, f"{meaning}_soft"))
    assert min(contrast(words, ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_an_empty_box_is_seen(chosen: ColourSet) -> None:
    """Fields have their words beside them; of a box that is not ticked there is only the edge."""
    boxes = [
        line for line in style_sheet(chosen).splitlines() if "::indicator" in line and "border: 1px" in line
    ]
    assert len(boxes) == 2
    assert all(f"solid {chosen.faint}" in line for line in boxes)
    assert min(contrast(chosen.faint, ground) for ground in (chosen.surface, chosen.ground)) >= 2.3


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled(chosen: ColourSet) -> None:
    filled = style_sheet(chosen)
    assert "@" not in filled
    assert chosen.surface in filled


def test_both_sets_are_colours() -> None:
    for chosen in (LIGHT, DARK):
        assert all(QColor(getattr(chosen, each.name)).isValid() for each in fields(chosen))
