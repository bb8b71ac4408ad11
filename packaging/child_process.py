"""Starts a program of the private environment with the surroundings it needs, and waits for it."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The caller's environment, less what would make Python look for packages elsewhere."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    }
    if is_root():
        # The browser engine refuses to start as root inside its sandbox; everybody else keeps the sandbox.
        kept.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    return kept | dict(extra or {})


def run_child(
    command: Sequence[str | Path], *, folder: Path | None = None, extra: Mapping[str, str] | None = None
) -> int:
    """Run `command` to its end, in the caller's folder unless one is named, and return its exit status."""
    with subprocess.Popen(list(map(str, command)), cwd=folder, env=child_environment(extra)) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                # Ctrl+C reaches the child as well; it saves what it has and ends by itself.
                continue
