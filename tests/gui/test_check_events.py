"""What the window makes of the lines a running check writes."""

import json

import pytest

from workbench.gui.check_events import CheckState, advance
from workbench.gui.progress_chip import in_words, share_done

RUNNING = CheckState(is_running=True)


def after(*events: dict[str, object]) -> CheckState:
    state = RUNNING
    for event in events:
        state = advance(state, json.dumps(event, ensure_ascii=False))
    return state


def test_progress_names_the_subject_and_guesses_the_rest() -> None:
    state = after(
        {"event": "started", "subjects": 4, "run": 1, "resumed": 0},
        {
            "event": "progress",
            "subject": "99",
            "name": "教育局",
            "done": 30,
            "known": 60,
            "finished": 1,
            "subjects": 4,
            "rate": 10,
        },
    )
    assert in_words(state) == "正在检查 1/4 · 10 个链接/秒 · 约剩 15 秒 · 教育局"
    assert share_done(state) == pytest.approx(0.375)


def test_a_subject_that_is_through_is_named_once() -> None:
    done = after({"event": "subject-done", "subject": "99", "finished": 2})
    assert (done.ended_subject, done.finished) == ("99", 2)
    later = advance(done, json.dumps({"event": "progress", "subject": "98", "done": 1, "known": 2}))
    assert later.ended_subject == ""


def test_subjects_that_could_not_be_looked_at_are_counted_with_the_first_reason() -> None:
    state = after(
        {"event": "subject-done", "subject": "1", "name": "教育局", "problem": "首页打不开。"},
        {"event": "subject-done", "subject": "2", "name": "财政局", "problem": ""},
        {"event": "subject-done", "subject": "3", "name": "水利局", "problem": "连接被拒绝。"},
    )
    assert (state.missed, state.reason) == (2, "教育局：首页打不开。")


@pytest.mark.parametrize("line", ["", "warning: x", "[]", "{}", '{"event": 3}', '{"event": "news"}', "null"])
def test_a_line_that_is_none_of_ours_changes_nothing(line: str) -> None:
    assert advance(RUNNING, line) == RUNNING


def test_before_the_first_subject_nothing_is_guessed() -> None:
    assert share_done(RUNNING) is None
    assert in_words(RUNNING) == "正在准备检查…"


@pytest.mark.parametrize(("rate", "words"), [(2.0, "约剩 5 分钟"), (0.05, "约剩 3.3 小时")])
def test_long_waits_are_told_in_larger_units(rate: float, words: str) -> None:
    event: dict[str, object] = {
        "event": "progress",
        "subject": "9",
        "name": "甲",
        "done": 0,
        "known": 600,
        "finished": 0,
        "subjects": 1,
        "rate": rate,
    }
    assert words in in_words(after(event))


def test_what_was_paused_says_how_far_it_has_come() -> None:
    paused = CheckState(ending="stopped", finished=3, subjects=12)
    assert paused.is_paused
    assert in_words(paused) == "检查已暂停 3/12"
    assert not CheckState(is_running=True, ending="stopped").is_paused
