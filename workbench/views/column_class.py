"""Of which class a column is: by its own tag, its name, its address, and at last by what it holds."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from urllib.parse import unquote

from workbench.domain.column import ColumnClass
from workbench.paths import resources_dir
from workbench.views.url_parts import split_url

_PART = re.compile(r"[a-z]+")
_INDEX = re.compile(r"^(?:index|default|list|main|home)(?:[_-]?\d+)?(?:\.\w{2,6})?$")


@lru_cache(maxsize=4096)
def class_of_name(name: str) -> tuple[ColumnClass, str] | None:
    """The class and the word that tells it: the one nearest to the end, where Chinese names say what they are of; of
    those that end together the longest.
    """
    found = [
        (at + len(word), len(word), column_class, word)
        for column_class, words in _words("names").items()
        for word in words
        if (at := name.rfind(word)) >= 0
    ]
    best = max(found, key=lambda entry: entry[:2], default=None)
    return (best[2], best[3]) if best is not None else None


@lru_cache(maxsize=4096)
def class_of_address(url: str) -> tuple[ColumnClass, str] | None:
    """By the initials of the column's name in its own folder or file, not in those above."""
    parts = [part for part in unquote(split_url(url).path).lower().split("/") if part]
    own = next((part for part in reversed(parts) if not _INDEX.match(part)), "")
    for part in _PART.findall(own.partition(".")[0]):
        for column_class, words in _words("initials").items():
            if part in words:
                return column_class, part
    return None


@cache
def _words(key: str) -> Mapping[ColumnClass, tuple[str, ...]]:
    with (resources_dir() / "lists" / "column_names.toml").open("rb") as stream:
        held: dict[str, list[str]] = tomllib.load(stream)[key]
    return {ColumnClass(name): tuple(words) for name, words in held.items()}
