"""One wrong character in a protected term is found, and right wording is left alone."""

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.views.shared_pages import PAGES, labels, needs_pages, view
from workbench.views.one_character_edits import NameIndex
from workbench.views.suspect_terms import SuspectTerm, find_suspect_terms, suspect_terms
from workbench.views.term_lists import term_lists

AS_OF = date(2026, 11, 20)
NAMES = term_lists().names
NOTICES = PAGES.parent / "notices"


def found(text: str) -> tuple[SuspectTerm, ...]:
    return find_suspect_terms([text], lists=term_lists(), as_of=AS_OF)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("攻府", "政府"),
        ("中华人民共合国", "中华人民共和国"),
        ("中共人民共和国", "中华人民共和国"),
        ("中华人民大和国", "中华人民共和国"),
        ("齐齐哈市", "齐齐哈尔市"),
        ("秸杆", "秸秆"),
        ("领导小姐", "领导小组"),
    ],
)
def test_what_notices_have_named_is_severe(wrong: str, right: str) -> None:
    [term] = found(f"某县{wrong}发布了通知。另一句。")
    assert (term.right, term.grade, term.sentence) == (right, "severe", f"某县{wrong}发布了通知")
    assert term.wrong == wrong


@given(name=st.sampled_from(NAMES), data=st.data())
def test_every_slip_inside_a_name_is_an_edit_of_it(name: str, data: st.DataObject) -> None:
    index = NameIndex([name])
    at = data.draw(st.integers(1, len(name) - 2))
    other = data.draw(st.sampled_from("大小上下天地鑫淼"))
    made = [name[:at] + name[at] + name[at:], name[:at] + name[at + 1] + name[at] + name[at + 2 :]]
    if other != name[at]:
        made.append(name[:at] + other + name[at + 1 :])
    if name[at] != name[at - 1] and name[at] != name[at + 1]:
        made.append(name[:at] + name[at + 1 :])
    for wrong in made:
        if name not in wrong:
            assert name in {edit.term for edit in index.edits(f"第{wrong}，")}, wrong
    assert list(index.edits(name)) == []


@given(st.text(alphabet="中华人民共和国政府领导小组务院办公厅、1a", max_size=60))
def test_what_is_told_stands_in_the_text(text: str) -> None:
    for term in found(text):
        assert term.wrong in text
        assert term.wrong in term.sentence
        assert term.wrong != term.right


def test_a_wording_is_told_once_with_its_number() -> None:
    [term] = found("布署一次，布署两次。再布署。")
    assert (term.count, term.grade) == (3, "ordinary")


def test_numbers_of_persons_in_the_sentence_are_masked() -> None:
    [term] = found("领导小姐成员张某，手机13800138000")
    assert term.sentence == "领导小姐成员张某，手机138****8000"


@needs_pages
def test_no_severe_alarm_on_real_pages() -> None:
    pages = [view(label) for label in labels("pages.json", "pages")]
    told = [term for page in pages for term in suspect_terms(page)]
    lines = [line for path in Path(NOTICES).glob("*.txt") for line in path.read_text("utf-8").splitlines()]
    sentences = sum(len(page.text.splitlines()) for page in pages) + len(lines)
    grades = [term.grade for term in (*told, *find_suspect_terms(lines, lists=term_lists(), as_of=AS_OF))]
    sys.stdout.write(
        f"\n{sentences} lines of real pages and notices: {grades.count('severe')} severe, "
        f"{grades.count('ordinary')} ordinary, {grades.count('style')} of style"
    )
    assert sentences > 2000
    assert grades.count("severe") == 0
