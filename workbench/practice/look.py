"""One site's look: its HTML templates under resources/practice/looks, with the common ones behind them."""

from functools import cache
from html import escape
from string import Template

from workbench.practice.practice_file import practice_dir

_COMMON = "common"


def render(look: str, template: str, **slots: str) -> str:
    """The template with its slots filled; values are markup and go in as they are.

    Raises:
        KeyError: a slot of the template is not given, which is a bug of the template or the caller.
    """
    return _template(look, template).substitute(slots)


def has_template(look: str, template: str) -> bool:
    return (practice_dir() / "looks" / look / f"{template}.html").is_file()


def style_of(look: str, *, accent: str) -> str:
    """The style sheet of a site: the common one, then its own."""
    folder = practice_dir() / "looks"
    sheets = (folder / name for name in (f"{_COMMON}/base.css", f"{look}/style.css"))
    return f":root{{--accent:{accent}}}\n" + "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def text_as_markup(text: str) -> str:
    return escape(text, quote=True)


@cache
def _template(look: str, template: str) -> Template:
    folder = look if has_template(look, template) else _COMMON
    file = practice_dir() / "looks" / folder / f"{template}.html"
    return Template(file.read_text(encoding="utf-8").rstrip("\n"))
