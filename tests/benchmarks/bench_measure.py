"""Runs a command and measures wall, CPU and peak memory of its whole process tree."""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLE_S = 0.1


@dataclass(frozen=True, slots=True)
class Measured:
    wall_s: float
    cpu_s: float
    peak_mb: float
    status: int
    output: bytes


def measure(command: Sequence[str], *, output: Path, timeout_s: float = 900, settings: Path) -> Measured:
    """`settings` is a folder of its own for what the command would otherwise read of the user's."""
    environment = os.environ | {"XDG_CONFIG_HOME": str(settings), "NO_COLOR": "1"}
    # Installed programs are compiled once, and not again at every start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.monotonic()
    peak = [0.0]
    with output.open("wb") as out, output.with_suffix(".err").open("wb") as err:
        child = subprocess.Popen(list(command), stdout=out, stderr=err, env=environment)
        threading.Thread(target=_watch, args=(child, peak, started + timeout_s), daemon=True).start()
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return Measured(
        wall_s=time.monotonic() - started,
        cpu_s=usage.ru_utime + usage.ru_stime,
        peak_mb=peak[0],
        status=child.returncode,
        output=output.read_bytes(),
    )


def _watch(child: "subprocess.Popen[bytes]", peak: list[float], deadline: float) -> None:
    while child.returncode is None:
        peak[0] = max(peak[0], sum(_pss_mb(pid) for pid in _tree(child.pid)))
        if time.monotonic() > deadline:
            child.kill()
            return
        time.sleep(_SAMPLE_S)


def tree_pss_mb() -> float:
    """Of this process and all below it."""
    return sum(_pss_mb(pid) for pid in _tree(os.getpid()))


def _tree(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        each = waiting.pop()
        found.append(each)
        try:
            tasks = list(Path(f"/proc/{each}/task").iterdir())
            waiting += [int(n) for task in tasks for n in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _pss_mb(pid: int) -> float:
    """Proportional size: what several processes share is counted once."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
