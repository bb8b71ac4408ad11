"""A bug is told and written down, and the window goes on."""

import sys

import pytest

from workbench.gui.bug_report import catch_bugs
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.paths import user_data_dir


def test_a_bug_is_told_and_written_down(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[NoticeLine] = []
    catch_bugs(told.append)
    try:
        raise RuntimeError("broken")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert [notice.tone for notice in told] == [Tone.ERROR]
    assert "RuntimeError: broken" in (user_data_dir() / "errors.log").read_text(encoding="utf-8")
    assert "broken" in capsys.readouterr().err
