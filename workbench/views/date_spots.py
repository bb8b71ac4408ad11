"""The places in the content where a date stands for itself beside a title, told apart from dates that are part of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import zip_longest

from workbench.views.block_dates import block_date
from workbench.views.cell_heading import CellHeadings
from workbench.views.date_words import (
    DateForm,
    DateMention,
    find_compact_dates,
    find_full_dates,
    find_month_days,
    find_relative_dates,
    find_short_years,
)
from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of
from workbench.views.page_zones import Zones

# Longer runs are sentences.
_LONGEST_RUN = 90
# No list is as long; a page that is wants to be dear.
_MOST_SPOTS = 3_000
_MOST_RUNS = 20_000
_TIME = re.compile(
    r"^\s*(?:T?\s?\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?)?(?:\.\d+)?(?:Z|(?<=\d)[+-]\d{2}:?\d{2})?\s*"
)
_SENTENCE = re.compile(r"[，。；！？]")
# A page has one clock, or two.
_MOST_CLOCKS = 2
# Lists show no weekdays; the clock at the head of a page does.
_WEEKDAY = re.compile(r"^\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天]")
_EDGE = " \t[]【】()（）〔〕<>《》「」|｜/\\·•,，;；。.:：-—~～*　日"
_BOUNDARY = re.compile(r"[\s\[\]【】()（）〔〕|｜/·•,，;；:：~～>》」]")
_RANGE = re.compile(r"^\s*(?:[:：\d]*)\s*(?:至|到|—+|-+|~|～)\s*$")
_STARTS_OR_ENDS = re.compile(r"^\s*(?:起|止|前|后|以前|之前|以后|截止|生效|施行|实施|至今)")
_MAY_HOLD_DATE = re.compile(r"[\d０-９〇○]|[一二][零一二三四五六七八九]|[今昨][天日]|前天|刚刚")


class Strength(IntEnum):
    """How surely the date is the item's date of publication."""

    GLUED = 1
    WEAKLY_LABELLED = 2
    STANDALONE = 3
    LABELLED = 4


@dataclass(frozen=True, slots=True)
class DateSpot:
    """A date in runs `first` to `last` (included); `has_weekday` says that a weekday stands behind it."""

    day: date
    first: int
    last: int
    form: DateForm
    words: str
    strength: Strength
    has_weekday: bool = False


def date_spots(zones: Zones, *, as_of: date) -> list[DateSpot]:
    """In the order of the page. A weekday beside a date makes it the clock of the page, unless every line has one."""
    outline = zones.outline
    spots: list[DateSpot] = []
    looked_at, headings = 0, CellHeadings(outline)
    for run in range(zones.start, zones.stop):
        if (spots and run <= spots[-1].last) or zones.frames[outline.run_elements[run]]:
            continue
        text = outline.texts[run]
        if len(text) > _LONGEST_RUN or not _MAY_HOLD_DATE.search(text):
            continue
        looked_at += 1
        if len(spots) >= _MOST_SPOTS or looked_at > _MOST_RUNS:
            break
        found = list(_spots_at(outline, run, as_of))
        if found and not _means_other_date(headings.of_run(run)):
            spots += found
    is_list_style = sum(spot.has_weekday for spot in spots) > _MOST_CLOCKS
    return [spot for spot in spots if is_list_style or not spot.has_weekday]


def _spots_at(outline: Outline, run: int, as_of: date) -> Iterator[DateSpot]:
    whole = outline.texts[run]
    block = block_date(outline, run)
    if block is not None:
        yield DateSpot(block.day, run, block.last, block.form, block.words, Strength.STANDALONE)
        return
    mentions = list(find_full_dates(whole))
    if not mentions:
        mentions = [m for m in _short_forms(whole, as_of) if not _rest(whole, m) or _is_bracketed(whole, m)]
    for mention, text in _without_range_ends(whole, mentions):
        strength = strength_of(
            text, mention, before=_words_before(outline, run), is_link=outline.run_anchors[run] != NONE
        )
        if strength is not None:
            after = text[mention.end :] or _next_text(outline, run)
            weekday = bool(_WEEKDAY.match(after))
            yield DateSpot(mention.day, run, run, mention.form, mention.words, strength, weekday)


def _is_bracketed(text: str, mention: DateMention) -> bool:
    """Set off in square brackets at an end of the run: no words of a title."""
    before, after = text[: mention.start].rstrip(), text[mention.end :].lstrip()
    is_enclosed = before.endswith(("【", "[")) and after.startswith(("】", "]"))
    return is_enclosed and (len(before) == 1 or len(after) == 1)


def _short_forms(text: str, as_of: date) -> list[DateMention]:
    found = [*find_compact_dates(text), *find_short_years(text, as_of=as_of)] or list(find_month_days(text))
    return found or list(find_relative_dates(text, as_of=as_of))


def _words_before(outline: Outline, run: int) -> str:
    """The end of the run before, where a label may stand: not a title, not another box of the page."""
    if run == 0 or outline.run_anchors[run - 1] != NONE:
        return ""
    before = outline.texts[run - 1]
    is_label = len(before) <= 16 and not any(map(str.isdigit, before))
    return before[-12:] if is_label else ""


def _next_text(outline: Outline, run: int) -> str:
    return outline.texts[run + 1] if run + 1 < len(outline.texts) else ""


def _without_range_ends(text: str, mentions: list[DateMention]) -> Iterator[tuple[DateMention, str]]:
    """Of a stretch of time only its first day says when something was published; each with the text that counts."""
    end_before = None
    for mention, after in zip_longest(mentions, mentions[1:]):
        is_start = after is not None and bool(_RANGE.match(text[mention.end : after.start]))
        if end_before is None or not _RANGE.match(text[end_before : mention.start]):
            yield mention, text[: mention.end] if is_start else text
        end_before = mention.end


def _rest(text: str, mention: DateMention) -> str:
    """What else the run says, time of day, brackets and label aside."""
    before = text[: mention.start].strip(_EDGE)
    after = _TIME.sub("", text[mention.end :]).strip(_EDGE)
    label = pattern_of("page_words", "published_weakly").fullmatch(before) or pattern_of(
        "page_words", "published"
    ).fullmatch(before)
    return after if label else before + after


def strength_of(text: str, mention: DateMention, *, before: str, is_link: bool) -> Strength | None:
    """How sure the mention is, or None where it is part of a sentence or says something else."""
    left, right = text[: mention.start], _TIME.sub("", _WEEKDAY.sub("", text[mention.end :]))
    label = (left if left.strip(_EDGE) else before).rstrip(_EDGE)
    is_clock = pattern_of("page_words", "clock").search(label[-6:])
    if _STARTS_OR_ENDS.match(right) or is_clock or _means_other_date(label):
        return None
    labelled = _label_strength(label)
    if labelled is not None:
        return labelled
    if not left.strip(_EDGE) and not right.strip(_EDGE):
        return Strength.STANDALONE
    is_apart = _is_at_edge(left, right, mention) or (not is_link and _is_among_facts(text, mention))
    return Strength.GLUED if is_apart else None


def _means_other_date(label: str) -> bool:
    tail = label[-8:]
    return any(
        found.end() >= len(tail) - 1 for found in pattern_of("page_words", "not_published").finditer(tail)
    )


def _label_strength(label: str) -> Strength | None:
    """How sure a date is for the label it stands behind; None for no label."""
    tail = label[-8:]
    for key, strength in (("published", Strength.LABELLED), ("published_weakly", Strength.WEAKLY_LABELLED)):
        if any(found.end() == len(tail) for found in pattern_of("page_words", key).finditer(tail)):
            return strength
    return None


def _is_at_edge(left: str, right: str, mention: DateMention) -> bool:
    is_numeric = "年" not in mention.words
    if not left.strip(_EDGE):
        return is_numeric or bool(_BOUNDARY.match(right))
    return not right.strip(_EDGE) and (is_numeric or bool(_BOUNDARY.match(left[-1])))


def _is_among_facts(text: str, mention: DateMention) -> bool:
    """某某 / 2026-01-02 / 阅读 12: set off on both sides, and no sentence around it."""
    if "年" in mention.words or _SENTENCE.search(text):
        return False
    return bool(_BOUNDARY.match(text[mention.start - 1]) and _BOUNDARY.match(text[mention.end]))
