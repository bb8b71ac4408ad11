"""The gates a change must pass, in order; each prints its own output and one closing line."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from child_process import ROOT, run_child
from setup_error import SetupError

TESTS = "tests"


@dataclass(frozen=True, slots=True)
class Gate:
    """`command` is what the private environment's Python is given."""

    title: str
    command: tuple[str, ...]


GATES = {
    "format": Gate("格式 ruff format", ("-m", "ruff", "format", "--check")),
    "lint": Gate("规则 ruff check", ("-m", "ruff", "check")),
    "types": Gate("类型 mypy --strict", ("-m", "mypy", "--strict")),
    # The package cannot be run with -m; this is what its `lint-imports` script holds.
    "layers": Gate(
        "分层 lint-imports",
        ("-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-logo"),
    ),
    # Steers and never fails.
    "sizes": Gate("大小（仅供参考）", ("packaging/sizes_report.py",)),
    TESTS: Gate("测试 pytest", ("-m", "pytest", "--cov", "--cov-report=term")),
}


def run_gates(python: Path, *, chosen: Sequence[str] = (), pytest_arguments: Sequence[str] = ()) -> int:
    """Run the chosen gates, all of them by default; the exit status is 0 when every one passed.

    All run even when one has failed. The tests come last, so that pytest's own closing line ends a good run;
    narrowed by arguments of their own they cannot reach the required coverage, which is then not asked for.
    """
    unknown = [name for name in chosen if name not in GATES]
    if unknown:
        raise SetupError(f"没有名为 {' '.join(unknown)} 的检查，可用的是：{' '.join(GATES)}。")
    names = [name for name in GATES if not chosen or name in chosen]
    failed = [GATES[name].title for name in names if not _passes(python, name, pytest_arguments)]
    if failed:
        print(f"未通过：{'、'.join(failed)}")
    return 1 if failed else 0


def _passes(python: Path, name: str, pytest_arguments: Sequence[str]) -> bool:
    extra = pytest_arguments if name == TESTS else ()
    gate = GATES[name]
    print(f"── {gate.title}", flush=True)
    started = time.monotonic()
    command = (*gate.command, "--no-cov", *extra) if extra else gate.command
    status = run_child([python, *command], folder=ROOT, extra={"QT_QPA_PLATFORM": "offscreen"})
    if status != 0 or name != TESTS:
        print(
            f"{'通过' if status == 0 else '未通过'}：{gate.title}（{time.monotonic() - started:.1f} 秒）",
            flush=True,
        )
    return status == 0
