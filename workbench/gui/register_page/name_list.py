"""Names as people list them in one field."""

import re


def names_in(text: str) -> tuple[str, ...]:
    """The names between commas, stops and blanks of Chinese and Western writing, each once, in their order."""
    found = (" ".join(name.split()) for name in re.split(r"[、，,;；/\n]+", text))
    return tuple(dict.fromkeys(name for name in found if name))
