"""The demo as a newcomer without a display runs it."""

import shlex
import sys
from pathlib import Path

import pytest

from workbench.__main__ import main

pytestmark = pytest.mark.slow


def test_the_whole_round_is_printed_and_the_way_to_the_window_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("only here can a display be taken away")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main(["demo", "--out", str(tmp_path / "练习")]) == 0
    heard = capsys.readouterr()
    assert "单项否决" in heard.out
    assert "90.0%（9/10）" in heard.out
    assert (tmp_path / "练习" / "排名表.xlsx").exists()
    command = shlex.split(heard.err.rstrip().rpartition("：")[2])
    assert command[1:4] == ["-m", "workbench", "window"]
    assert Path(command[4]).exists()
