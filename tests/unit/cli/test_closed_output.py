"""A reader that goes away, or was never there, is no fault of the program; a full disk behind the output is told."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the shell's redirections are another system's"
)
LISTING = f'"{sys.executable}" -m workbench standards --json'


def outcome(command: str) -> tuple[int, str]:
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_an_output_closed_before_the_start() -> None:
    assert outcome(f"{LISTING} >&-") == (0, "")
    assert outcome(f"{LISTING} >&- 2>&-") == (0, "")


def test_a_reader_that_has_seen_enough() -> None:
    assert outcome(f"{LISTING} | :") == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_behind_the_output() -> None:
    status, told = outcome(f"{LISTING} > /dev/full")
    assert status == 3
    assert "磁盘已满" in told
