"""One site, its check killed twenty times on the way: the same result as undisturbed, and hardly anything asked twice."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from trap_server import Answer, TrapRequest, TrapServer, page, status
from workbench.settings.options import Options, save_options
from workbench.storage.workspace import Workspace

KILLS = 20
PAGES = 250
PER_HOST = 4
ANSWER_S = 0.06
# What may be lost by one kill: the work of 250 ms and the connections that were open; and the server's ways are learnt anew.
MOST_REPEATED = int(0.25 / ANSWER_S * PER_HOST) + PER_HOST + 6

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL"),
    pytest.mark.timeout(300),
]


def slowly(answer: Answer) -> Answer:
    def answer_slowly(request: TrapRequest) -> None:
        time.sleep(ANSWER_S)
        answer(request)

    return answer_slowly


def slow_page(number: int) -> Answer:
    targets = [(number * 7 + k) % PAGES for k in (1, 2, 3)]
    links = "".join(f'<a href="/p{n}.html">去{n}</a>' for n in targets)

    picture = f'<img src="/i{number}.png">'
    return slowly(page(f'<title>页{number}</title>{links}<a href="/gone{number % 20}.html">旧</a>{picture}'))


def routes() -> dict[str, Answer]:
    pages = {f"/p{n}.html": slow_page(n) for n in range(PAGES)}
    pictures = {f"/i{n}.png": slowly(page("png") if n % 10 else status(410)) for n in range(PAGES)}
    gone = {f"/gone{n}.html": slowly(status(404)) for n in range(20)}
    return {"/": slow_page(0), **pages, **pictures, **gone}


def make(folder: Path, home: str) -> Path:
    folder.mkdir()
    path, register = folder / "a.inspection", folder / "register.csv"
    register.write_text(f"网站名称,首页网址\n测试网站,{home}\n", encoding="utf-8")
    new = ["new", str(path), "--standard", "national-2019", "--period", "2026Q4", "--as-of", "2026-11-20"]
    for words in (new, ["import", str(path), str(register)]):
        subprocess.run(
            [sys.executable, "-m", "workbench", *words, "--by", "甲"], check=True, capture_output=True
        )
    return path


def check(path: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "workbench", "check", str(path), "--only", "dead-links"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def facts(path: Path) -> tuple[object, ...]:
    with Workspace.open(path) as workspace:
        (subject,) = workspace.subjects()
        links = sorted(
            (link.url, link.outcome, link.status, link.occurrence_count, link.is_on_home)
            for link in workspace.links(subject.id)
        )
        found = sorted(finding.place for finding in workspace.findings() if finding.is_seen)
        ended = [(outcome.check, outcome.state, outcome.reason) for outcome in workspace.outcomes(subject.id)]
        return links, found, ended


def test_killed_twenty_times_it_ends_the_same_and_asks_hardly_anything_twice(tmp_path: Path) -> None:
    chance = random.Random(3)
    save_options(Options(retries=0, retry_delay_s=0.0, per_host=PER_HOST, reopens_in_browser=False))
    with TrapServer(routes()) as server:
        calm, killed = (make(tmp_path / name, server.home) for name in ("calm", "killed"))
        check(calm).communicate(timeout=100)
        undisturbed = server.asked.total()
        server.asked.clear()
        kills = 0
        for _ in range(KILLS):
            before = server.asked.total()
            child = check(killed)
            # Only once it is at work: a kill while it starts would prove nothing.
            while server.asked.total() == before and child.poll() is None:
                time.sleep(0.02)
            time.sleep(chance.uniform(0.1, 0.5))
            if child.poll() is None:
                child.kill()
                kills += 1
            child.communicate(timeout=20)
            Workspace.open(killed).close()
        check(killed).communicate(timeout=100)
        repeated = server.asked.total() - undisturbed
        assert facts(killed) == facts(calm)
        assert not killed.with_name(f"{killed.name}.checking").exists()
    assert kills > KILLS / 2
    assert repeated <= kills * MOST_REPEATED, (repeated, kills, undisturbed)
