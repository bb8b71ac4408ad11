"""The shipped word lists: every list is there, holds words, and no word twice."""

import tomllib

import pytest

from workbench.paths import resources_dir
from workbench.views.page_words import pattern_of, words_of

LISTS = resources_dir() / "lists"
EVERY = [
    (path.stem, key)
    for path in sorted(LISTS.glob("*.toml"))
    for key, words in tomllib.loads(path.read_text(encoding="utf-8")).items()
    if isinstance(words, list) and all(isinstance(word, str) for word in words)
]


@pytest.mark.parametrize(("name", "key"), EVERY)
def test_words_are_written_once(name: str, key: str) -> None:
    words = words_of(name, key)
    assert words
    assert len(set(words)) == len(words)
    assert all(word == word.strip() and word for word in words)


def test_the_longest_word_is_matched() -> None:
    found = pattern_of("page_words", "published_weakly").search("更新时间：2026")
    assert found is not None
    assert found[0] == "更新时间"


def test_a_pattern_matches_words_not_expressions() -> None:
    assert pattern_of("page_words", "footer_surely").search("COPYRIGHT") is not None
