"""The words of the practice city's offices: tables of phrases with slots, and how slots are filled."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from random import Random

from workbench.practice.practice_file import practice_dir, read_practice_file

_SLOT = re.compile(r"\{(\w+)(?::(\d+)-(\d+))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    name: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSet:
    """What one office works on, counts, and handles at the counter."""

    stat: str
    stat_rows: tuple[str, ...]
    services: tuple[str, ...]
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """`phrases` is kind of text → part → the phrases to choose from; a part with one phrase is a tuple of one."""

    phrases: Mapping[str, Mapping[str, tuple[str, ...]]]
    topic_sets: Mapping[str, TopicSet]

    def part(self, kind: str, part: str) -> tuple[str, ...]:
        """The phrases of one part, none where this kind of text has no such part."""
        return self.phrases.get(kind, {}).get(part, ())


@cache
def load_phrase_book() -> PhraseBook:
    raw = tomllib.loads((practice_dir() / "phrases.toml").read_text(encoding="utf-8"))
    phrases = {
        kind: {part: (found,) if isinstance(found, str) else tuple(found) for part, found in parts.items()}
        for kind, parts in raw.items()
    }
    return PhraseBook(phrases, read_practice_file("topics.toml", dict[str, TopicSet]))


def fill(phrase: str, slots: Mapping[str, str], rng: Random) -> str:
    """`phrase` with its slots filled; `{n:10-90}` draws a number in that range.

    Raises:
        KeyError: the phrase asks for a slot nobody fills.
    """

    def value(match: re.Match[str]) -> str:
        if match[2]:
            return str(rng.randint(int(match[2]), int(match[3])))
        return slots[match[1]]

    return _SLOT.sub(value, phrase)
