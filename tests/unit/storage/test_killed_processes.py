"""SIGKILL at random moments: the file opens, and whatever was shown as saved is there."""

import random
import re
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest

from workbench.storage.file_check import check_file
from workbench.storage.link_window import LinkQuery
from workbench.storage.spool import Spool
from workbench.storage.workspace import Workspace

ROUNDS = 20
CHILD = Path(__file__).with_name("killed_child.py")
Words = list[list[str]]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


class Child:
    """A process that is working by the time it is handed out, and is shot when it is let go."""

    def __init__(self, *arguments: object) -> None:
        command = [sys.executable, str(CHILD), *map(str, arguments)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def first_word(self) -> list[str]:
        assert self._process.stdout is not None
        return self._process.stdout.readline().split()

    def shoot(self) -> Words:
        """Kill it and return what it had said until then, but for a line cut off."""
        self._process.kill()
        said, _ = self._process.communicate()
        assert self._process.returncode != 1, "the child ended by an error of its own"
        return [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]


@pytest.fixture
def chance() -> random.Random:
    return random.Random(20261120)


def after_a_while(chance: random.Random) -> None:
    time.sleep(chance.uniform(0.0, 0.25))


def assert_saved(workspace: Workspace, said: Words) -> None:
    latest = {indicator: int(number) for _, indicator, number in said}
    kept = {verdict.indicator: int(verdict.note) for verdict in workspace.verdicts()}
    for indicator, number in latest.items():
        # One more may have been written whose word did not get out any more.
        assert kept[indicator] >= number
    contents = "".join(version.content for version in workspace.versions())
    notes = set(re.findall(r'"note":"(\d+)"', contents))
    assert {number for _, _, number in said} <= notes


def test_no_tick_that_was_shown_as_saved_is_lost(workspace: Workspace, chance: random.Random) -> None:
    workspace.close()
    said: Words = []
    for number in range(ROUNDS):
        child = Child("tick", workspace.path, number * 100_000)
        said.append(child.first_word())
        after_a_while(chance)
        said += child.shoot()
        check_file(workspace.path)
        with Workspace.open(workspace.path, device="pc-a") as again:
            assert_saved(again, said)
    assert len(said) > ROUNDS


def test_ticking_and_checking_are_killed_together(workspace: Workspace, chance: random.Random) -> None:
    workspace.close()
    said: Words = []
    done: Words = []
    for number in range(ROUNDS):
        checks = Child("run_checks", workspace.path, number * 100_000 + 1)
        ticks = Child("tick", workspace.path, number * 100_000)
        said.append(ticks.first_word())
        done.append(checks.first_word())
        after_a_while(chance)
        done += checks.shoot()
        after_a_while(chance)
        said += ticks.shoot()
        with Workspace.open(workspace.path, device="pc-a") as again:
            assert_saved(again, said)
            assert_done(again, done)
    check_file(workspace.path, is_from_outside=True)


def assert_done(workspace: Workspace, done: Words) -> None:
    finished = {subject for run in workspace.runs() for subject in workspace.done_subjects(run.id)}
    assert {UUID(int=int(number)) for _, number in done} <= finished
    for _, number in done[-3:]:
        subject = UUID(int=int(number))
        assert workspace.link_count(subject, LinkQuery()) == 700
        assert [finding.place for finding in workspace.findings(subject)] == [f"http://a.cn/{number}"]


def test_every_batch_of_a_side_file_counts_once_whoever_is_killed(
    workspace: Workspace, chance: random.Random
) -> None:
    path = workspace.path.with_suffix(".spool")
    Spool.create(path).close()
    run = workspace.begin_run()
    workspace.close()
    appended: Words = []
    for number in range(ROUNDS):
        writer = Child("append", path, number * 100_000)
        reader = Child("drain", workspace.path, run)
        appended.append(writer.first_word())
        time.sleep(0.6)
        after_a_while(chance)
        reader.shoot()
        appended += writer.shoot()
    with Workspace.open(workspace.path, device="pc-a") as again, Spool.open(path) as spool:
        taken: list[str] = []
        again.drain(spool, read=bytes.decode, take=taken.append)
        links = [result.url for result in again.links(UUID(int=7))]
        batches = [body.decode() for _, body in spool.read_after(0)]
    numbers = [url.removeprefix("http://a.cn/").partition("?")[0] for url in links]
    assert numbers + taken == batches
    assert [url.partition("after=")[2] for url in links] == [str(place) for place in range(len(links))]
    assert {number for _, number in appended} <= set(batches)
    assert len(links) > ROUNDS
