"""Every meaning has a glyph, and what commands and pages name is a meaning."""

import pytest

from workbench.gui.commands.command_catalogue import all_commands
from workbench.gui.icons import GLYPHS, glyph, icon
from workbench.gui.page_catalogue import all_pages


@pytest.mark.usefixtures("qapp")
def test_the_font_has_every_glyph() -> None:
    for meaning in GLYPHS:
        assert len(glyph(meaning)) == 1, meaning
        assert not icon(meaning).pixmap(18, 18).isNull(), meaning


@pytest.mark.usefixtures("qapp")
def test_commands_and_pages_name_meanings_there_are() -> None:
    named = {entry.icon for entry in all_commands()} | {entry.icon for entry in all_pages()}
    assert named <= set(GLYPHS)
