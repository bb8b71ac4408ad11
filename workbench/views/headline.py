"""The run of the content that shows what the page's title says: an article's headline, or a column's name."""

from itertools import islice

from workbench.views.page_outline import NONE
from workbench.views.page_zones import Zones
from workbench.views.title_links import bare

_SHORTEST = 2
# A heading may be short; other words must be long enough not to be in the title by chance.
_SHORTEST_PLAIN = 6
# It stands among the first of the content.
_FIRST_RUNS = 60
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5"})


def find_headline(zones: Zones, title: str) -> int | None:
    """The run that shows the longest part of the title, else that of the first main heading."""
    outline, whole = zones.outline, bare(title)
    best: tuple[int, int] | None = None
    for run in islice((run for run in range(zones.start, zones.stop) if zones.is_content(run)), _FIRST_RUNS):
        text = bare(outline.texts[run])
        is_heading = outline.tags[outline.run_elements[run]] in _HEADING_TAGS
        if outline.run_anchors[run] != NONE or len(text) < (_SHORTEST if is_heading else _SHORTEST_PLAIN):
            continue
        if text in whole and (best is None or len(text) > best[0]):
            best = (len(text), run)
    return best[1] if best else _first_heading(zones)


def _first_heading(zones: Zones) -> int | None:
    outline = zones.outline
    for run in range(zones.start, zones.stop):
        element = outline.run_elements[run]
        if zones.is_content(run) and "h1" in (outline.tags[element], outline.tags[outline.parents[element]]):
            return run
    return None
