"""The shipped lists are consistent, and an office's own stand beside them."""

from datetime import date
from pathlib import Path

import pytest

from workbench.errors import EnvironmentFaultError
from workbench.views import term_lists as lists_module
from workbench.views.suspect_terms import find_suspect_terms
from workbench.views.term_lists import office_lists_dir, term_lists

AS_OF = date(2026, 11, 20)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(lists_module, "user_data_dir", lambda: tmp_path)
    (tmp_path / "lists").mkdir()
    assert office_lists_dir() == tmp_path / "lists"
    return tmp_path / "lists"


def wrong_in(text: str, *, as_of: date = AS_OF) -> list[str]:
    return [term.wrong for term in find_suspect_terms([text], lists=term_lists(), as_of=as_of)]


def test_no_wrong_word_stands_in_a_right_one() -> None:
    lists = term_lists()
    rights = {right for right, _ in lists.wrong.values()} | {*lists.names, *lists.titles, *lists.words}
    for wrong, (right, _) in lists.wrong.items():
        assert wrong != right
        assert not any(wrong in each for each in rights), wrong


def test_the_shipped_terms_find_nothing_in_themselves() -> None:
    lists = term_lists()
    for term in (*lists.names, *lists.titles, *lists.words, *(word for word in lists.known if len(word) > 1)):
        assert wrong_in(f"，{term}。") == [], term


def test_an_office_adds_names_people_and_wrong_words(office: Path) -> None:
    (office / "protected_terms.toml").write_text(
        'names = ["清溪高新技术产业开发区"]\n[people]\n"欧阳某某" = ["市长"]\n"甲乙丙" = ["县委书记"]\n',
        encoding="utf-8",
    )
    (office / "wrong_words.toml").write_text('[severe]\n"青溪市" = "清溪市"\n', encoding="utf-8")
    assert wrong_in("清溪高新技木产业开发区") == ["清溪高新技木产业开发区"]
    assert wrong_in("县委书记甲乙柄主持会议") == ["甲乙柄"]
    assert wrong_in("甲丁丙县委书记主持会议") == ["甲丁丙"]
    assert wrong_in("县委书记甲乙丙主持会议，甲乙戊参加") == []
    assert wrong_in("青溪市") == ["青溪市"]
    assert wrong_in("中华人民共合国") == ["中华人民共合国"]


def test_what_is_allowed_counts_through_its_last_day(office: Path) -> None:
    (office / "allowed_words.toml").write_text(
        '[[allowed]]\nword = "秸杆巷"\nreason = "地名"\nuntil = 2026-12-31\n', encoding="utf-8"
    )
    assert wrong_in("搬到秸杆巷办公") == []
    assert wrong_in("搬到秸杆巷办公", as_of=date(2027, 1, 1)) == ["秸杆"]
    assert wrong_in("焚烧秸杆") == ["秸杆"]


@pytest.mark.parametrize(
    "text",
    [
        "[[allowed]",
        '[[allowed]]\nword = "秸杆"\n',
        '[[allowed]]\nword = "秸杆"\nreason = ""\nuntil = 2026-12-31\n',
        '[[allowed]]\nword = "秸杆"\nreason = "地名"\nuntil = "明年"\n',
    ],
)
def test_a_broken_file_is_told_in_words(office: Path, text: str) -> None:
    (office / "allowed_words.toml").write_text(text, encoding="utf-8")
    with pytest.raises(EnvironmentFaultError, match="词表"):
        term_lists()
