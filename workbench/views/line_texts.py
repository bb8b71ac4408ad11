"""The words of a page as they are read: a number or a name that spans cut to pieces is whole again."""

from collections.abc import Iterable, Iterator

from workbench.views.page_outline import Outline
from workbench.views.text_lines import text_lines


def line_texts(outline: Outline, runs: range) -> list[str]:
    """Lines of text in their order; a line break and the edge of a link end one too, for menus are words side by side."""
    broken = {outline.first_runs[element] for element, tag in enumerate(outline.tags) if tag == "br"}
    lines: list[str] = []
    for line in text_lines(outline, runs):
        for run in line:
            is_new = (
                run == line.start or run in broken or outline.run_anchors[run] != outline.run_anchors[run - 1]
            )
            if is_new:
                lines.append(outline.texts[run])
            else:
                lines[-1] += outline.texts[run]
    return lines


def up_to(lines: Iterable[str], most_characters: int) -> Iterator[str]:
    """The lines of a page that a search of its words may take: no page anybody reads is longer."""
    left = most_characters
    for line in lines:
        if left <= 0:
            return
        yield line[:left]
        left -= len(line)
