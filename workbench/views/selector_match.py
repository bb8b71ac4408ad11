"""Finds the elements a selector means, in one pass over the page: no page and no selector can make it slow."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser

from workbench.views.css_selector import Compound, Place, Selector, Step
from workbench.views.page_outline import NONE, Outline

_NO_ATTRIBUTES: Mapping[str, str] = {}
_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "": lambda held, wanted: True,
    "=": lambda held, wanted: held == wanted,
    "~=": lambda held, wanted: wanted in held.split(),
    "^=": lambda held, wanted: bool(wanted) and held.startswith(wanted),
    "$=": lambda held, wanted: bool(wanted) and held.endswith(wanted),
    "*=": lambda held, wanted: bool(wanted) and wanted in held,
    "|=": lambda held, wanted: held == wanted or held.startswith(f"{wanted}-"),
}


class SelectedPage:
    """An outline with the attributes that selectors ask for; elements have the outline's numbers."""

    def __init__(self, tree: LexborHTMLParser, outline: Outline) -> None:
        self.outline = outline
        self._attributes = list(_attributes_of(tree))
        self._positions: dict[tuple[bool, bool], list[int]] = {}

    def select(self, selector: Selector) -> list[int]:
        """The elements of the whole page, in its order."""
        every = range(len(self.outline.tags))
        return sorted({found for steps in selector for found in self._matches(steps, every, NONE)})

    def select_from(self, selector: Selector, element: int, *, until: int) -> Iterator[int]:
        """Inside `element`, or among what follows it up to `until` where the selector begins with `+` or `~`."""
        for steps in selector:
            is_behind = steps[0].joint in "+~"
            inside = range(element + 1, self.outline.ends[element])
            yield from self._matches(
                steps, range(self.outline.ends[element], until) if is_behind else inside, element
            )

    def attribute(self, element: int, name: str) -> str:
        return self._attributes[element].get(name, "")

    def position(self, element: int, *, is_of_type: bool, is_from_end: bool = False) -> int:
        """Counted from 1 among its siblings, or among those of its tag."""
        key = (is_of_type, is_from_end)
        if key not in self._positions:
            self._positions[key] = self._count_positions(is_of_type=is_of_type, is_from_end=is_from_end)
        return self._positions[key][element]

    def _matches(self, steps: tuple[Step, ...], region: range, scope: int) -> Iterator[int]:
        """Each element carries as bits the beginnings of the selector that end with it; bit 0 is the element one starts from."""
        parents, whole = self.outline.parents, 1 << len(steps)
        own: dict[int, int] = {scope: 1}
        if scope == NONE and _may_be_html(steps[0].compound):
            own[NONE] |= 2
        above: dict[int, int] = defaultdict(int)
        before: dict[int, int] = defaultdict(int)
        earlier: dict[int, int] = defaultdict(int)
        if scope != NONE:
            before[parents[scope]] = earlier[parents[scope]] = 1
        for element in region:
            parent = parents[element]
            held = own.get(parent, 0)
            above[element] = above[parent] | held
            sources = {" ": above[element], ">": held, "+": before[parent], "~": earlier[parent]}
            mask, open_bits = 0, (above[element] | earlier[parent]) & ~whole
            while open_bits:
                bit = open_bits & -open_bits
                open_bits ^= bit
                step = steps[bit.bit_length() - 1]
                if sources[step.joint] & bit and self._is(element, step.compound):
                    mask |= bit << 1
            own[element] = before[parent] = mask
            earlier[parent] |= mask
            if mask & whole:
                yield element

    def _is(self, element: int, wanted: Compound) -> bool:
        if wanted.tag and wanted.tag != self.outline.tags[element]:
            return False
        attributes = self._attributes[element]
        if any(attributes.get("id") != name for name in wanted.ids):
            return False
        if wanted.classes and not set(wanted.classes) <= set(attributes.get("class", "").split()):
            return False
        return all(_has(attributes, *each) for each in wanted.attributes) and all(
            self._stands(element, place) for place in wanted.places
        )

    def _stands(self, element: int, place: Place) -> bool:
        return place.holds(self.position(element, is_of_type=place.is_of_type, is_from_end=place.is_from_end))

    def _count_positions(self, *, is_of_type: bool, is_from_end: bool) -> list[int]:
        outline, counts = self.outline, defaultdict[tuple[int, str], int](int)
        positions = [0] * len(outline.tags)
        order = range(len(outline.tags))
        for element in reversed(order) if is_from_end else order:
            key = (outline.parents[element], outline.tags[element] if is_of_type else "")
            counts[key] += 1
            positions[element] = counts[key]
        return positions


def _may_be_html(wanted: Compound) -> bool:
    """The outline begins with the body; the element around it is on every page."""
    is_named = wanted.ids or wanted.classes or wanted.attributes
    return wanted.tag in ("", "html") and not is_named and all(place.holds(1) for place in wanted.places)


def _has(attributes: Mapping[str, str], name: str, operator: str, wanted: str) -> bool:
    return name in attributes and _OPERATORS[operator](attributes[name], wanted)


def _attributes_of(tree: LexborHTMLParser) -> Iterator[Mapping[str, str]]:
    """In the order in which the outline numbers elements."""
    body = tree.body or tree.root
    if body is None:
        return
    for node in body.traverse():
        if node.is_element_node:
            held = node.attributes
            yield {name: value or "" for name, value in held.items()} if held else _NO_ATTRIBUTES
