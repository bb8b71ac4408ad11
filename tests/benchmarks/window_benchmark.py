"""Prints what the window costs: its start, a tick, links by the thousand, a saved page, its stutter under load, a day's memory.

Run it with the project's environment: `.venv/bin/python tests/benchmarks/window_benchmark.py [--only NAMES]`. It needs no
display; nothing of the user's own is read or written. The figures are of this machine and this moment.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="测量窗口的各项耗时和内存。")
    parser.add_argument("--only", default="", metavar="NAMES", help="只测这些，用逗号分开")
    parser.add_argument("--links", type=int, default=200_000, help="链接表的行数")
    parser.add_argument("--subjects", type=int, default=500, help="一天里看过的对象数")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        _prepare(Path(scratch))
        from window_measures import MEASURES

        wanted = [name for name in given.only.split(",") if name] or list(MEASURES)
        for name in wanted:
            _run(name, MEASURES[name], given, Path(scratch) / name)
    return 0


def _prepare(scratch: Path) -> None:
    """A home of our own, before Qt is loaded."""
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA"):
        os.environ[name] = str(scratch)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")


def _run(
    name: str,
    measure: Callable[[argparse.Namespace, Path], Sequence[tuple[str, str, str]]],
    given: argparse.Namespace,
    folder: Path,
) -> None:
    folder.mkdir(parents=True)
    for what, reached, wanted in measure(given, folder):
        sys.stdout.write(f"{name:8} {what:44} {reached:>16}   {wanted}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
