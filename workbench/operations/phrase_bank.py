"""The phrases an inspector writes again and again: shipped ones, and those this PC has learnt from his notes."""

import json
import os
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from workbench.paths import resources_dir, user_data_dir

OWN = "常用"
# What is longer is an account of one case and no phrase.
LONGEST = 60
MOST_KEPT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """`topic` is what it is about; `uses` counts how often it was written on this PC."""

    text: str
    topic: str
    uses: int = 0

    @property
    def is_own(self) -> bool:
        return self.topic == OWN


def phrases() -> tuple[Phrase, ...]:
    """Those used here first, the most used in front; then the shipped ones in the order of the list."""
    used = _used()
    shipped = _shipped()
    own = [
        Phrase(text=text, topic=shipped.get(text, OWN), uses=count)
        for text, count in sorted(used.items(), key=lambda entry: -entry[1])
    ]
    rest = [Phrase(text=text, topic=topic) for text, topic in shipped.items() if text not in used]
    return (*own, *rest)


def find_phrases(wanted: str, known: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Those that hold every word that was typed, in the text or the topic."""
    words = wanted.casefold().split()
    return tuple(
        each for each in known if all(word in f"{each.text}{each.topic}".casefold() for word in words)
    )


def learn_phrase(text: str) -> None:
    """Count a note as used. Notes of several sentences are no phrases; a list that cannot be written is a pity and no fault."""
    phrase = " ".join(text.split())
    if not phrase or len(phrase) > LONGEST:
        return
    used = _used()
    used[phrase] = used.get(phrase, 0) + 1
    kept = sorted(used.items(), key=lambda entry: -entry[1])[:MOST_KEPT]
    _write({**dict(kept), phrase: used[phrase]})


def forget_phrase(text: str) -> None:
    used = _used()
    if used.pop(text, None) is not None:
        _write(used)


@cache
def _shipped() -> dict[str, str]:
    with (resources_dir() / "lists" / "phrases.toml").open("rb") as stream:
        topics = tomllib.load(stream)["phrases"]
    return {text: topic for topic, texts in topics.items() for text in texts}


def _used() -> dict[str, int]:
    try:
        known = json.loads(_own_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {text: count for text, count in known.items() if isinstance(count, int)}


def _write(used: dict[str, int]) -> None:
    target = _own_file()
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(used, ensure_ascii=False, indent=1), encoding="utf-8")
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _own_file() -> Path:
    return user_data_dir() / "phrases.json"
