"""Writes selectors for a place of a list: what is like it beside it, what the box around is called or where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.views.css_selector import parse_selector
from workbench.views.page_outline import NONE, Outline
from workbench.views.selector_match import SelectedPage

_PLAIN_NAME = re.compile(r"[A-Za-z_][\w-]*")
# Names that number or mark a single element, such as `item-12` or `on`.
_OWN_NAME = re.compile(
    r"\d{2,}|^(?:on|cur|current|active|first|last|odd|even|hover|top|new|hot)\d?$", re.IGNORECASE
)
_MOST_LEVELS = 12


@dataclass(slots=True)
class ListPaths:
    """Around the one title that was pointed at."""

    elements: SelectedPage
    title: int
    outline: Outline = field(init=False)

    def __post_init__(self) -> None:
        self.outline = self.elements.outline

    def ways_to(self, item: int, like: Sequence[int] = ()) -> Iterator[str]:
        """Selectors that mean the item and those like it: by a name of the box around, else by the place of the box."""
        own = self._own_name(item)
        turn = self._turn(like)
        box = self.outline.parents[item]
        if box == NONE:
            return
        for around in self._ways_to_box(box):
            yield f"{around} > {own}{turn}"

    def _ways_to_box(self, box: int) -> Iterator[str]:
        outline, tail = self.outline, ""
        held = box
        for _ in range(_MOST_LEVELS):
            if held == NONE or outline.tags[held] in ("body", "html"):
                break
            named = self._named(held)
            if named and len(self.elements.select(parse_selector(named))) == self._alike(held):
                yield f"{named}{tail}"
                break
            tail = f" > {self._numbered(held)}{tail}"
            held = outline.parents[held]
        yield self._path(box)

    def inside(self, item: int, element: int | None) -> str:
        """The shortest selector that means the element inside its item; empty for the item itself."""
        if element is None or element == item:
            return ""
        until = self.outline.ends[item]
        tag = self.outline.tags[element]
        for short in (tag, f"{tag}{self._classes(element)}"):
            found = next(self.elements.select_from(parse_selector(short), item, until=until), None)
            if found == element:
                return short
        return "> " + " > ".join(self._steps_down(item, element))

    def like(self, element: int) -> list[int]:
        """The siblings of its tag that hold what it holds, itself included."""
        outline = self.outline
        inner = self._inner_tag(element)
        return [
            one
            for one in self._children(outline.parents[element])
            if outline.tags[one] == outline.tags[element]
            and (not inner or inner in outline.tags[one : outline.ends[one]])
        ]

    def common(self, one: int, other: int) -> int:
        while not self.outline.is_inside(other, one):
            one = self.outline.parents[one]
        return one

    def child_towards(self, box: int, element: int) -> int:
        while self.outline.parents[element] != box:
            element = self.outline.parents[element]
        return element

    def _alike(self, box: int) -> int:
        """How many boxes in a row are one list cut into pieces: this one and its like, with no words beside the items."""
        rows = [one for one in self.like(box) if self._own_name(one) == self._own_name(box)]
        held = self.child_towards(box, self.title)
        is_whole = not self._words_beside(box, self.like(held))
        return len(rows) if is_whole and not self._words_beside(self.outline.parents[box], rows) else 1

    def _words_beside(self, box: int, rows: Sequence[int]) -> bool:
        outline = self.outline
        held = sum(outline.last_runs[one] - outline.first_runs[one] for one in rows)
        return box == NONE or outline.last_runs[box] - outline.first_runs[box] > held

    def _numbered(self, element: int) -> str:
        """By its place among its siblings, but all of them where they are one list cut into pieces."""
        outline = self.outline
        tag = outline.tags[element]
        siblings = [one for one in self._children(outline.parents[element]) if outline.tags[one] == tag]
        if len(siblings) == 1 or self._alike(element) == len(siblings):
            return tag
        return f"{tag}:nth-of-type({self.elements.position(element, is_of_type=True)})"

    def _path(self, element: int) -> str:
        parts: list[str] = []
        while element != NONE and self.outline.tags[element] != "html":
            is_body = self.outline.tags[element] == "body"
            parts.append("body" if is_body else self._numbered(element))
            element = self.outline.parents[element]
        return " > ".join(reversed(parts))

    def _steps_down(self, item: int, element: int) -> list[str]:
        steps: list[str] = []
        while element != item:
            number = self.elements.position(element, is_of_type=True)
            steps.append(f"{self.outline.tags[element]}:nth-of-type({number})")
            element = self.outline.parents[element]
        return steps[::-1]

    def _inner_tag(self, element: int) -> str:
        return self.outline.tags[self.title] if self.outline.is_inside(self.title, element) else ""

    def _turn(self, like: Sequence[int]) -> str:
        """Where titles and dates have one tag: every so manieth."""
        if len(like) < 2:
            return ""
        tag, parent = self.outline.tags[like[0]], self.outline.parents[like[0]]
        if len([one for one in self._children(parent) if self.outline.tags[one] == tag]) == len(like):
            return ""
        if self._classes(like[0]):
            return ""
        places = [self.elements.position(one, is_of_type=False) for one in like]
        step = places[1] - places[0]
        return f":nth-child({step}n+{places[0]})"

    def _children(self, parent: int) -> list[int]:
        outline = self.outline
        if parent == NONE:
            return []
        found, element = [], parent + 1
        while element < outline.ends[parent]:
            found.append(element)
            element = outline.ends[element]
        return found

    def _own_name(self, element: int) -> str:
        return f"{self.outline.tags[element]}{self._shared_classes(element)}"

    def _shared_classes(self, element: int) -> str:
        """The classes that all like it have."""
        held = [set(self.elements.attribute(one, "class").split()) for one in self.like(element)]
        shared = set.intersection(*held) if held else set()
        return "".join(f".{name}" for name in sorted(shared) if _is_name(name))

    def _classes(self, element: int) -> str:
        names = self.elements.attribute(element, "class").split()
        return "".join(f".{name}" for name in names if _is_name(name))

    def _named(self, element: int) -> str:
        own = self.elements.attribute(element, "id")
        if _is_name(own):
            return f"#{own}"
        classes = self._classes(element)
        return f"{self.outline.tags[element]}{classes}" if classes else ""


def _is_name(name: str) -> bool:
    return bool(_PLAIN_NAME.fullmatch(name)) and not _OWN_NAME.search(name)
