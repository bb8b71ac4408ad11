"""Phrases: shipped ones by topic, and those this PC has learnt; what is written often comes first."""

from collections.abc import Iterator

import pytest

from workbench.operations.phrase_bank import LONGEST, OWN, find_phrases, forget_phrase, learn_phrase, phrases
from workbench.paths import user_data_dir


@pytest.fixture(autouse=True)
def nothing_learnt() -> Iterator[None]:
    file = user_data_dir() / "phrases.json"
    file.unlink(missing_ok=True)
    yield
    file.unlink(missing_ok=True)


def test_the_shipped_phrases_are_there_once_each() -> None:
    texts = [phrase.text for phrase in phrases()]
    assert "首页链接打不开" in texts
    assert len(texts) == len(set(texts)) > 20
    assert all(0 < len(text) <= LONGEST for text in texts)


def test_what_was_written_comes_first_and_the_most_used_before_all() -> None:
    for text in ("飘窗挡住正文", "飘窗挡住正文", "  首页链接打不开 "):
        learn_phrase(text)
    first, second, *_rest = phrases()
    assert (first.text, first.topic, first.uses, first.is_own) == ("飘窗挡住正文", OWN, 2, True)
    assert (second.text, second.topic, second.uses) == ("首页链接打不开", "链接", 1)


def test_an_account_of_one_case_is_no_phrase() -> None:
    learn_phrase("很长" * LONGEST)
    learn_phrase("   ")
    assert all(phrase.uses == 0 for phrase in phrases())


def test_phrases_are_found_by_words_of_text_and_topic() -> None:
    found = [phrase.text for phrase in find_phrases("链接 附件", phrases())]
    assert found == ["附件下载不了"]
    assert find_phrases("没有这样的话", phrases()) == ()


def test_a_phrase_is_forgotten() -> None:
    learn_phrase("飘窗挡住正文")
    forget_phrase("飘窗挡住正文")
    assert all(phrase.text != "飘窗挡住正文" for phrase in phrases())


def test_a_damaged_list_counts_as_empty() -> None:
    file = user_data_dir() / "phrases.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[1,", encoding="utf-8")
    assert all(phrase.uses == 0 for phrase in phrases())
