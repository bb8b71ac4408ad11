"""The scripts of our own that are run in pages: read from the resources, their answers read as JSON."""

import json
from functools import cache
from typing import Any

from workbench.paths import resources_dir


@cache
def page_script(name: str) -> str:
    """Raises FileNotFoundError where there is no script of that name."""
    return (resources_dir() / "page_scripts" / f"{name}.js").read_text(encoding="utf-8")


def script_with(name: str, **values: object) -> str:
    """The script with every `%NAME%` replaced by the value as JSON, which no word of a page can break out of."""
    text = page_script(name)
    for key, value in values.items():
        packed = json.dumps(value, ensure_ascii=True).replace("</", "<\\/")
        text = text.replace(f"%{key.upper()}%", packed)
    return text


def answer_of(text: str) -> dict[str, Any]:
    """What a script said; empty where it said nothing that can be read."""
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
