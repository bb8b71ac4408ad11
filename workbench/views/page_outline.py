"""The page as flat arrays: elements, the runs of text between them, and the links, made by one walk over the tree."""

from bisect import bisect_left
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SILENT = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "textarea",
        "select",
        "option",
        "title",
        "head",
        "svg",
        "math",
    }
)
_HIDING_STYLES = ("display:none", "visibility:hidden")
_FIGURE_TAGS = frozenset(
    {"img", "video", "audio", "iframe", "object", "embed", "canvas", "textarea", "input", "form"}
)
NONE = -1


@dataclass(slots=True)
class Anchor:
    """A link with an address or an act of its own; its runs are `first` to `last`, not included."""

    element: int
    raw: str
    title: str
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """Something that shows without words, after `run` runs; `detail` is its address, or the type of an input."""

    element: int
    tag: str
    detail: str
    run: int
    is_linked: bool


@dataclass(slots=True)
class Outline:
    """Elements by number in the order of the page; `ends[e]` is the first element after the subtree of `e`.

    Runs are the visible stretches of text, each with its element and the number of the link it stands in, or NONE.
    `first_runs[e]` to `last_runs[e]` are the runs inside element `e`.
    """

    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    hidden: list[bool] = field(default_factory=list)
    first_runs: list[int] = field(default_factory=list)
    last_runs: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    run_elements: list[int] = field(default_factory=list)
    run_anchors: list[int] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    anchor_elements: list[int] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def anchors_in(self, element: int) -> range:
        """Numbers of the links inside `element`, itself included."""
        return range(
            bisect_left(self.anchor_elements, element), bisect_left(self.anchor_elements, self.ends[element])
        )

    def text_of(self, element: int) -> str:
        return " ".join(self.texts[self.first_runs[element] : self.last_runs[element]])

    def is_inside(self, element: int, other: int) -> bool:
        return other <= element < self.ends[other]

    def signature(self, element: int) -> str:
        """What makes two places of a page the same kind of place: tags and marks of the element and two above it."""
        path = []
        for _ in range(3):
            if element == NONE:
                break
            path.append(f"{self.tags[element]}.{self.marks[element]}")
            element = self.parents[element]
        return ">".join(path)


def outline_of(tree: LexborHTMLParser) -> Outline:
    outline = Outline()
    numbers: dict[int, int] = {}
    anchor_at: list[int] = []
    body = tree.body or tree.root
    if body is None:
        return outline
    for node in body.traverse(include_text=True, skip_empty=True):
        parent = node.parent
        above = numbers.get(parent.mem_id, NONE) if parent is not None else NONE
        if node.is_text_node:
            _add_run(outline, node.text_content or "", above, anchor_at)
        elif node.is_element_node:
            numbers[node.mem_id] = len(outline.tags)
            anchor_at.append(_add_element(outline, node, above, anchor_at))
    _close(outline)
    return outline


def _add_element(outline: Outline, node: LexborNode, above: int, anchor_at: list[int]) -> int:
    attributes = node.attributes
    tag = node.tag or ""
    number = len(outline.tags)
    style = (attributes.get("style") or "").replace(" ", "").lower()
    outline.tags.append(tag)
    outline.parents.append(above)
    outline.marks.append(f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip().lower())
    outline.hidden.append(
        (above != NONE and outline.hidden[above])
        or "hidden" in attributes
        or any(s in style for s in _HIDING_STYLES)
    )
    outline.first_runs.append(len(outline.texts))
    anchor = anchor_at[above] if above != NONE else NONE
    if tag == "a" and ("href" in attributes or "onclick" in attributes):
        outline.anchors.append(Anchor(number, attributes.get("href") or "", attributes.get("title") or ""))
        outline.anchor_elements.append(number)
        return len(outline.anchors) - 1
    if tag in _FIGURE_TAGS:
        detail = attributes.get("type" if tag == "input" else "data" if tag == "object" else "src") or ""
        outline.figures.append(Figure(number, tag, detail, len(outline.texts), anchor != NONE))
    return anchor


def _add_run(outline: Outline, text: str, above: int, anchor_at: list[int]) -> None:
    words = " ".join(text.split())
    if words and above != NONE and outline.tags[above] not in _SILENT:
        outline.texts.append(words)
        outline.run_elements.append(above)
        outline.run_anchors.append(anchor_at[above])


def _close(outline: Outline) -> None:
    """Ends of subtrees and of their runs, from the back: an element ends where the last one below it ends."""
    count = len(outline.tags)
    ends, lasts = [number + 1 for number in range(count)], list(outline.first_runs)
    for run, element in enumerate(outline.run_elements):
        lasts[element] = run + 1
    for number in range(count - 1, 0, -1):
        above = outline.parents[number]
        if above != NONE:
            ends[above] = max(ends[above], ends[number])
            if lasts[number] > outline.first_runs[number]:
                lasts[above] = max(lasts[above], lasts[number])
    outline.ends, outline.last_runs = ends, lasts
    for anchor in outline.anchors:
        anchor.first, anchor.last = outline.first_runs[anchor.element], lasts[anchor.element]
