"""Wording of a page that looks wrong: words of the graded table, and terms one character away from a protected one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from workbench.views.attachment_view import AttachmentView
from workbench.views.line_texts import line_texts, up_to
from workbench.views.one_character_edits import Edit, NameIndex
from workbench.views.page_view import PageView
from workbench.views.personal_numbers import mask_personal
from workbench.views.term_lists import GRADES, TermLists, term_lists

_SENTENCE_ENDS = "。！？；!?;\n"
_LONGEST_SENTENCE = 80
_LONGEST_NAME = 20
_MOST_CHARACTERS = 400_000
# Some hundred sheets of paper.
_MOST_OF_ATTACHMENT = 200_000


@dataclass(frozen=True, slots=True)
class SuspectTerm:
    """`wrong` as the page writes it, `right` as it should; `sentence` is where it first stands, `count` how often it does."""

    wrong: str
    right: str
    grade: str
    sentence: str
    count: int = 1


def suspect_terms(page: PageView) -> tuple[SuspectTerm, ...]:
    """Severe ones first; each wording once."""
    lines = up_to(line_texts(page.outline, range(len(page.outline.texts))), _MOST_CHARACTERS)
    texts = dict.fromkeys([page.title, *lines])
    return find_suspect_terms(texts, lists=term_lists(), as_of=page.as_of)


def suspect_terms_in_attachment(attachment: AttachmentView) -> tuple[SuspectTerm, ...]:
    lines = up_to(attachment.lines, _MOST_OF_ATTACHMENT)
    texts = dict.fromkeys([attachment.name, *lines])
    return find_suspect_terms(texts, lists=term_lists(), as_of=attachment.as_of)


def find_suspect_terms(texts: Iterable[str], *, lists: TermLists, as_of: date) -> tuple[SuspectTerm, ...]:
    scan = _scan_of(_Key(lists), as_of)
    found: dict[str, SuspectTerm] = {}
    for text in texts:
        for edit, grade in scan.marks(text):
            wrong = text[edit.start : edit.stop]
            held = found.get(wrong)
            count = held.count + 1 if held else 1
            sentence = held.sentence if held else mask_personal(_sentence(text, edit), as_of=as_of)
            found[wrong] = SuspectTerm(wrong, edit.term, grade, sentence, count)
    return tuple(sorted(found.values(), key=lambda term: GRADES.index(term.grade)))


@dataclass(frozen=True)
class _Key:
    """Lists are made once and told apart by identity."""

    lists: TermLists

    def __hash__(self) -> int:
        return id(self.lists)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.lists is other.lists


@lru_cache(maxsize=8)
def _scan_of(key: _Key, as_of: date) -> "_Scan":
    return _Scan(key.lists, as_of)


class _Scan:
    def __init__(self, lists: TermLists, as_of: date) -> None:
        self._lists = lists
        self._known = frozenset(lists.known_on(as_of))
        self._names = NameIndex(lists.names)
        self._protected = frozenset({*lists.names, *lists.titles, *lists.words})

    @cached_property
    def _wrong(self) -> Mapping[str, list[tuple[str, str, str]]]:
        """Wrong words by their first two characters, the longest first."""
        by_pair: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for wrong, (right, grade) in {**self._confused(), **self._lists.wrong}.items():
            by_pair[wrong[:2]].append((wrong, right, grade))
        return {pair: sorted(held, key=lambda each: -len(each[0])) for pair, held in by_pair.items()}

    def _confused(self) -> dict[str, tuple[str, str]]:
        alike: dict[str, set[str]] = defaultdict(set)
        for group in self._lists.confusions:
            for each in group:
                alike[each] |= set(group) - {each}
        made: dict[str, tuple[str, str]] = {}
        severe = (*self._lists.names, *self._lists.titles)
        for terms, grade in ((self._lists.words, "ordinary"), (severe, "severe")):
            for term in terms:
                made |= {
                    wrong: (term, grade) for wrong in _slips(term, alike) if wrong not in self._protected
                }
        return made

    def marks(self, text: str) -> Iterator[tuple[Edit, str]]:
        """What is wrong in one stretch of text, from left to right; of overlapping marks the first and longest."""
        marks = sorted(self._all_marks(text), key=lambda mark: (mark[0].start, -mark[0].stop))
        stop = 0
        for edit, grade in marks:
            if edit.start >= stop and not self._is_known(text, edit):
                stop = edit.stop
                yield edit, grade

    def _all_marks(self, text: str) -> Iterator[tuple[Edit, str]]:
        pairs = self._wrong
        for at in range(len(text) - 1):
            for wrong, right, grade in pairs.get(text[at : at + 2], ()):
                if text.startswith(wrong, at):
                    yield Edit(at, at + len(wrong), at + _first_difference(wrong, right), right), grade
        for edit in self._names.edits(text):
            if text[edit.start : edit.stop] not in self._protected and not self._is_inside_a_name(text, edit):
                yield edit, "severe"
        for name, titles in self._lists.people.items():
            yield from ((edit, "severe") for edit in _misnamed(text, name, titles))

    def _is_inside_a_name(self, text: str, edit: Edit) -> bool:
        """Whether what seems wrong belongs to a name that is there in full."""
        last = edit.at
        first = last - 1 if edit.is_missing else last
        around = text[max(0, edit.start - _LONGEST_NAME) : edit.stop + _LONGEST_NAME]
        shift = max(0, edit.start - _LONGEST_NAME)
        return any(
            found <= first - shift and last - shift < found + len(name)
            for name in self._protected
            if name in around
            for found in _places(around, name)
        )

    def _is_known(self, text: str, edit: Edit) -> bool:
        return any(
            first <= edit.at < first + len(word)
            for word in self._known
            for first in [text.find(word, max(0, edit.at - len(word) + 1), edit.at + len(word))]
            if first >= 0
        )


def _slips(term: str, alike: Mapping[str, set[str]]) -> Iterator[str]:
    for at, each in enumerate(term):
        for other in alike.get(each, ()):
            yield term[:at] + other + term[at + 1 :]
        if at + 1 < len(term) and len(term) > 3 and each != term[at + 1]:
            yield term[:at] + term[at + 1] + each + term[at + 2 :]


def _places(text: str, word: str) -> Iterator[int]:
    found = text.find(word)
    while found >= 0:
        yield found
        found = text.find(word, found + 1)


def _first_difference(wrong: str, right: str) -> int:
    pairs = enumerate(zip(wrong, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(wrong), len(right)) - 1)


def _misnamed(text: str, name: str, titles: Iterable[str]) -> Iterator[Edit]:
    """Beside his title a person's name with one other character is a slip."""
    for title in titles:
        first = text.find(title)
        while first >= 0:
            after = first + len(title)
            for start in (after, first - len(name)):
                part = text[start : start + len(name)] if start >= 0 else ""
                wrong = [at for at, (one, other) in enumerate(zip(part, name, strict=False)) if one != other]
                if len(part) == len(name) and len(wrong) == 1 and wrong[0] > 0:
                    yield Edit(start, start + len(name), start + wrong[0], name)
            first = text.find(title, after)


def _sentence(text: str, edit: Edit) -> str:
    start = max((text.rfind(end, 0, edit.start) for end in _SENTENCE_ENDS), default=-1) + 1
    stops = [stop for end in _SENTENCE_ENDS if (stop := text.find(end, edit.stop)) >= 0]
    stop = min(stops, default=len(text))
    if stop - start > _LONGEST_SENTENCE:
        start = max(start, edit.start - _LONGEST_SENTENCE // 2)
        stop = min(stop, edit.stop + _LONGEST_SENTENCE // 2)
    return text[start:stop].strip()
