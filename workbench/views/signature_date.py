"""When a document was signed (成文, 落款): the last line below its text that is a date and nothing else."""

import re
from dataclasses import dataclass
from datetime import date

from workbench.views.date_words import find_full_dates
from workbench.views.headline import find_headline
from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of
from workbench.views.page_zones import Zones
from workbench.views.text_lines import line_element, text_lines

_EDGE = " \t\u3000\xa0()（）[]【】〔〕.。"
# A byline stands above the text; a signature has at least so many signs of it above.
_LEAST_PROSE = 30
_SHORTEST_PROSE = 12
_LONGEST_LINE, _LONGEST_LABEL, _LONGEST_ROW = 40, 16, 200
_LABEL = re.compile(r"[:：]\s*$")
_WRITTEN = re.compile(r"^\W*(?:成文|签发|印发)(?:日期|时间)\W*(.{6,24})$")


@dataclass(frozen=True, slots=True)
class SignatureDate:
    """`words` as the page writes it; `is_labelled` where it stands behind 成文日期 and the like, not below the text."""

    day: date
    words: str
    is_labelled: bool = False


def signature_date(zones: Zones, *, title: str) -> SignatureDate | None:
    """None where no line of the article is a date alone: deadlines and dates inside sentences are no signature."""
    outline = zones.outline
    headline = find_headline(zones, title)
    start = zones.start if headline is None else headline + 1
    prose, before, found = 0, "", None
    for line in text_lines(outline, range(start, zones.stop)):
        # A link with its date beside it is another article.
        if any(outline.run_anchors[run] != NONE for run in line) or not zones.is_content(line[0]):
            before = ""
            continue
        text = "".join(outline.texts[run] for run in line)
        signed = _date_alone(outline.texts[line[-1]]) or _date_alone(text)
        if signed is None:
            prose += len(text) if len(text) >= _SHORTEST_PROSE else 0
        elif prose >= _LEAST_PROSE and not _is_label(before) and not _is_in_row(outline, line):
            found = signed
        before = text
    return found


def written_date(zones: Zones) -> SignatureDate | None:
    """The day behind 成文日期 in the table of facts that stands above a published document."""
    outline = zones.outline
    for line in text_lines(outline, range(zones.start, zones.stop)):
        text = " ".join(outline.texts[run] for run in line)
        found = _WRITTEN.match(text) if len(text) <= _LONGEST_LINE else None
        if found is None or not zones.is_content(line[0]):
            continue
        mention = next(iter(find_full_dates(found[1])), None)
        if mention is not None:
            return SignatureDate(mention.day, text, is_labelled=True)
    return None


def _date_alone(text: str) -> SignatureDate | None:
    if len(text) > _LONGEST_LINE:
        return None
    bare = text.strip(_EDGE)
    mention = next(iter(find_full_dates(bare)), None)
    if mention is None or mention.words.strip() != bare:
        return None
    return SignatureDate(mention.day, bare)


def _is_in_row(outline: Outline, line: range) -> bool:
    """One cell of a row of short cells: a table of dates signs nothing."""
    element = line_element(outline, line[0])
    while element != NONE and outline.tags[element] != "tr":
        element = outline.parents[element]
    if element == NONE:
        return False
    runs = range(outline.first_runs[element], outline.last_runs[element])
    return len(runs) > len(line) and sum(len(outline.texts[run]) for run in runs) <= _LONGEST_ROW


def _is_label(words: str) -> bool:
    """A date behind a label is what the label says, not a signature."""
    if len(words) > _LONGEST_LABEL:
        return False
    keys = ("published", "published_weakly", "not_published")
    return bool(_LABEL.search(words)) or any(
        found.end() == len(words) for key in keys for found in pattern_of("page_words", key).finditer(words)
    )
