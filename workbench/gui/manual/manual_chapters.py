"""Reads the chapters of the manual from resources/help: one Markdown file each, in the order of their numbers.

The first line says what a chapter is about, `<!-- opens: register draw_dialog=抽样 -->`: ids of pages, folders of the window
and modules of dialogs, each with the heading to open at where it is not the top.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from workbench.paths import resources_dir

_OPENS = re.compile(r"\A<!-- opens:(?P<topics>[^>]*)-->\s*")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_HEADING = re.compile(r"^#{2,3} (.+)$", re.MULTILINE)
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[\[*`#|>]|^[-: |]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """`name` is the file's name without its ending; `topics` lead to a heading, or to the top where it is empty."""

    name: str
    title: str
    text: str
    topics: dict[str, str]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(_HEADING.findall(self.text))

    @property
    def plain(self) -> str:
        """The words without their markup, to be searched."""
        return _MARKUP.sub(" ", self.text)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where to open the manual: a chapter, and a heading of it or nothing."""

    chapter: str
    heading: str = ""


def help_folder() -> Path:
    return resources_dir() / "help"


@cache
def all_chapters() -> tuple[Chapter, ...]:
    """Raises ValueError where there are none: a manual without chapters would be an empty window."""
    chapters = tuple(_read(file) for file in sorted(help_folder().glob("[0-9][0-9]-*.md")))
    if not chapters:
        raise ValueError("the manual has no chapters")
    return chapters


def chapter_called(name: str) -> Chapter | None:
    return next((chapter for chapter in all_chapters() if chapter.name == name), None)


def spot_for(topics: Sequence[str]) -> Spot:
    """The chapter of the first topic that any chapter names; the beginning where none does."""
    for topic in topics:
        for chapter in all_chapters():
            if topic in chapter.topics:
                return Spot(chapter.name, chapter.topics[topic])
    return Spot(all_chapters()[0].name)


def chapters_with(words: str) -> dict[str, int]:
    """How often the words stand in each chapter that has them, by its name; every word must be there."""
    wanted = words.lower().split()
    counts = {
        chapter.name: [chapter.plain.lower().count(word) + chapter.title.count(word) for word in wanted]
        for chapter in all_chapters()
    }
    return {name: sum(found) for name, found in counts.items() if found and all(found)}


def _read(file: Path) -> Chapter:
    text = file.read_text(encoding="utf-8")
    opens = _OPENS.match(text)
    title = _TITLE.search(text)
    if opens is None or title is None:
        raise ValueError(f"{file.name} does not say what it opens at, or has no title")
    pairs = (topic.partition("=") for topic in opens["topics"].split())
    return Chapter(
        name=file.stem,
        title=title[1],
        text=text[opens.end() :],
        topics={topic: heading for topic, _sign, heading in pairs},
    )
