"""Every colour and distance of the window: one set of meanings, once for light and once for dark."""

import re
from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from workbench.paths import resources_dir

FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)


class Appearance(StrEnum):
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourSet:
    """Colours by meaning. A `_soft` colour is the quiet ground behind the words of its meaning."""

    ground: str
    surface: str
    raised: str
    hover: str
    line: str
    line_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    veto: str
    veto_soft: str
    fail: str
    fail_soft: str
    passed: str
    passed_soft: str
    doubtful: str
    doubtful_soft: str
    na: str
    na_soft: str
    proposed: str
    proposed_soft: str
    shadow: str


LIGHT = ColourSet(
    ground="#F6F7F9",
    surface="#FFFFFF",
    raised="#FBFCFD",
    hover="#F0F3F7",
    line="#E3E6EB",
    line_strong="#CBD1DA",
    text="#1F2430",
    muted="#5F6B7E",
    faint="#98A2B3",
    accent="#1F5FBF",
    accent_hover="#184D9C",
    accent_soft="#E9F0FB",
    on_accent="#FFFFFF",
    veto="#B42318",
    veto_soft="#FDEDEB",
    fail="#B54E0A",
    fail_soft="#FDF1E7",
    passed="#2A7A35",
    passed_soft="#E9F5EB",
    doubtful="#6941C6",
    doubtful_soft="#F2EEFC",
    na="#5C6678",
    na_soft="#EFF1F4",
    proposed="#946213",
    proposed_soft="#FCF4E3",
    shadow="#1F2430",
)

DARK = ColourSet(
    ground="#15181D",
    surface="#1C2027",
    raised="#22272F",
    hover="#272D36",
    line="#2D333D",
    line_strong="#434B58",
    text="#E4E7EC",
    muted="#9AA4B2",
    faint="#687180",
    accent="#7CAEFA",
    accent_hover="#9AC1FC",
    accent_soft="#20314D",
    on_accent="#0E1726",
    veto="#F58A80",
    veto_soft="#3C2220",
    fail="#F0A469",
    fail_soft="#3A2A1C",
    passed="#79C987",
    passed_soft="#1D3324",
    doubtful="#B79CF5",
    doubtful_soft="#2E2745",
    na="#98A2B3",
    na_soft="#2A2F38",
    proposed="#E3B65B",
    proposed_soft="#372D19",
    shadow="#000000",
)


class Space:
    """Distances in device-independent pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    RADIUS = 6
    ROW = 32
    ICON = 18
    RAIL = 76


class TypeScale:
    """Sizes in points; `SCORE` is the one number that may shout."""

    SMALL = 9.0
    TEXT = 10.0
    HEADING = 12.0
    TITLE = 15.0
    FIGURE = 20.0
    SCORE = 32.0


_SETS = {Appearance.LIGHT: LIGHT, Appearance.DARK: DARK}
_shown = Appearance.LIGHT


def shown_appearance() -> Appearance:
    return _shown


def colours() -> ColourSet:
    """The colours on screen now."""
    return _SETS[_shown]


def colour(meaning: str) -> QColor:
    """The colour of a meaning, for what is painted by hand.

    Raises:
        AttributeError: there is no such meaning.
    """
    return QColor(getattr(colours(), meaning))


def font(size: float = TypeScale.TEXT, *, is_strong: bool = False) -> QFont:
    """A font of the type scale; figures have equal widths where the family offers it."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPointSizeF(size)
    made.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    if hasattr(made, "setFeature"):
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def wear(app: QApplication, appearance: Appearance) -> None:
    """Dress the whole program; everything on screen repaints."""
    global _shown
    _shown = appearance
    app.setFont(font())
    app.setPalette(palette_of(_SETS[appearance]))
    app.setStyleSheet(style_sheet(_SETS[appearance]))


def palette_of(chosen: ColourSet) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: chosen.ground,
        QPalette.ColorRole.WindowText: chosen.text,
        QPalette.ColorRole.Base: chosen.surface,
        QPalette.ColorRole.AlternateBase: chosen.raised,
        QPalette.ColorRole.Text: chosen.text,
        QPalette.ColorRole.PlaceholderText: chosen.faint,
        QPalette.ColorRole.Button: chosen.surface,
        QPalette.ColorRole.ButtonText: chosen.text,
        QPalette.ColorRole.BrightText: chosen.on_accent,
        QPalette.ColorRole.Highlight: chosen.accent,
        QPalette.ColorRole.HighlightedText: chosen.on_accent,
        QPalette.ColorRole.Accent: chosen.accent,
        QPalette.ColorRole.Link: chosen.accent,
        QPalette.ColorRole.LinkVisited: chosen.doubtful,
        QPalette.ColorRole.ToolTipBase: chosen.raised,
        QPalette.ColorRole.ToolTipText: chosen.text,
        QPalette.ColorRole.Light: chosen.raised,
        QPalette.ColorRole.Midlight: chosen.line,
        QPalette.ColorRole.Mid: chosen.line_strong,
        QPalette.ColorRole.Dark: chosen.faint,
        QPalette.ColorRole.Shadow: chosen.shadow,
    }
    palette = QPalette()
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.faint))
    return palette


def style_sheet(chosen: ColourSet) -> str:
    """The one style sheet with every `@meaning` filled in.

    Raises:
        KeyError: the sheet names a meaning that no colour or distance has.
    """
    folder = resources_dir() / "theme"
    text = (folder / "workbench.qss").read_text(encoding="utf-8")
    values = {field.name: str(getattr(chosen, field.name)) for field in fields(chosen)}
    values |= {f"space_{name.lower()}": f"{size}px" for name, size in vars(Space).items() if name.isupper()}
    values |= {"appearance": _name_of(chosen), "theme_dir": folder.as_posix()}
    values |= {
        f"type_{name.lower()}": f"{size}pt" for name, size in vars(TypeScale).items() if name.isupper()
    }
    return re.sub(r"@([a-z_]+)", lambda match: values[match[1]], text)


def _name_of(chosen: ColourSet) -> str:
    return next(appearance.value for appearance, known in _SETS.items() if known is chosen)
