"""Reads the practice city's own TOML into frozen dataclasses, field by field of the same name."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from workbench.paths import resources_dir

Shape = TypeVar("Shape")


def practice_dir() -> Path:
    return resources_dir() / "practice"


def read_practice_file(name: str, shape: type[Shape]) -> Shape:
    """`name` below resources/practice as a `shape`.

    Raises:
        msgspec.ValidationError: the file does not fit the shape, which is a bug of the shipped file.
    """
    text = (practice_dir() / name).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), type=shape)
