"""The one lane: in order, one way home, and no answer to whoever is gone."""

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workbench.gui.jobs import Lane


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    made = Lane()
    yield made
    made.close()


def fail(error: Exception) -> None:
    raise error


def test_jobs_are_done_in_order_and_come_home_in_the_window_s_thread(lane: Lane, qtbot: QtBot) -> None:
    came: list[tuple[int, bool]] = []
    here = threading.current_thread()
    for number in range(20):
        lane.submit(
            lane,
            lambda n=number: (n, threading.current_thread() is not here),  # type: ignore[misc]  # the default binds the loop's number
            done=lambda answer: came.append((answer[0], answer[1] and threading.current_thread() is here)),
            failed=fail,
        )
    qtbot.waitUntil(lambda: not lane.is_busy)
    assert came == [(number, True) for number in range(20)]


def test_a_failure_goes_to_whoever_asked(lane: Lane, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    lane.submit(lane, lambda: 1 // 0, done=lambda _value: None, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_the_answer_is_dropped_when_the_owner_is_gone(lane: Lane, qtbot: QtBot) -> None:
    owner = QObject()
    came: list[bool] = []
    gate = threading.Event()
    lane.submit(owner, gate.wait, done=came.append, failed=fail)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not lane.is_busy)
    assert came == []
