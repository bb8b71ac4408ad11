"""The checking process is killed at any moment: the file opens, and running again ends as if nothing had happened."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from workbench.operations.play_practice_round import start_practice
from workbench.practice.city import build_city
from workbench.practice.server import CityServer
from workbench.settings.options import Options, save_options
from workbench.storage.workspace import Workspace

DAY = date(2026, 11, 20)
KILLS = 8

pytestmark = pytest.mark.slow


def facts(path: Path) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """What the checks found, without ids that differ from campaign to campaign."""
    with Workspace.open(path) as workspace:
        codes = {subject.id: subject.code for subject in workspace.subjects()}
        found = {(codes[f.subject_id], f.place) for f in workspace.findings() if f.is_seen}
        links = {
            (code, f"{link.url} {link.outcome}")
            for subject_id, code in codes.items()
            for link in workspace.links(subject_id, limit=10_000)
        }
    return found, links


def check(path: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "workbench", "check", str(path), "--events"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_killed_again_and_again_it_ends_the_same(tmp_path: Path) -> None:
    chance = random.Random(7)
    save_options(Options(retry_delay_s=0.05, reopens_in_browser=False))
    with CityServer(build_city(DAY)) as server:
        calm, killed = tmp_path / "calm", tmp_path / "killed"
        for folder in (calm, killed):
            start_practice(folder, as_of=DAY, server=server).close()
        undisturbed = check(calm / "练习城市.inspection")
        undisturbed.communicate(timeout=100)
        path = killed / "练习城市.inspection"
        for _ in range(KILLS):
            child = check(path)
            time.sleep(chance.uniform(0.3, 2.5))
            child.send_signal(signal.SIGKILL)
            child.communicate(timeout=20)
            Workspace.open(path).close()
        last = check(path)
        _, complaint = last.communicate(timeout=100)
        assert last.returncode == 1, complaint.decode()
        assert facts(path) == facts(calm / "练习城市.inspection")
        assert not path.with_name(f"{path.name}.checking").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to catch")
def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path) -> None:
    save_options(Options(retry_delay_s=0.05, reopens_in_browser=False))
    with CityServer(build_city(DAY)) as server:
        start_practice(tmp_path, as_of=DAY, server=server).close()
        path = tmp_path / "练习城市.inspection"
        child = check(path)
        with Workspace.open(path) as workspace:
            for _ in range(300):
                if workspace.runs() and workspace.done_subjects(workspace.runs()[0].id):
                    break
                time.sleep(0.05)
        child.terminate()
        child.communicate(timeout=60)
        with Workspace.open(path) as workspace:
            (run,) = workspace.runs()
            assert (child.returncode == 130) is (run.ended_at is None)
            done = workspace.done_subjects(run.id)
        assert len(done) > 0
        again = check(path)
        again.communicate(timeout=100)
        with Workspace.open(path) as workspace:
            (run,) = workspace.runs()
            assert run.ended_at is not None
            assert done <= workspace.done_subjects(run.id)
