"""The word lists of `resources/lists`, read once."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from workbench.paths import resources_dir


@cache
def words_of(list_name: str, key: str) -> tuple[str, ...]:
    """One list of words of one file, in the order of the file."""
    return tuple(_file(list_name)[key])


@cache
def pattern_of(list_name: str, key: str) -> re.Pattern[str]:
    """Matches any word of the list, the longest first."""
    words = sorted(words_of(list_name, key), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


@cache
def table_of(list_name: str, key: str) -> Mapping[str, str]:
    """One table of one file: what each word stands for."""
    return dict(_file(list_name)[key])


@cache
def _file(list_name: str) -> dict[str, Any]:
    with (resources_dir() / "lists" / f"{list_name}.toml").open("rb") as stream:
        return tomllib.load(stream)
