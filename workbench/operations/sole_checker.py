"""One checking process per workspace: a second would take the first one's engines and lose their results."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from workbench.errors import EnvironmentFaultError
from workbench.paths import user_cache_dir


@contextmanager
def sole_checker(workspace_file: Path) -> Iterator[None]:
    """Hold the right to check this file; the system takes it back when the process ends, however it ends.

    Raises:
        EnvironmentFaultError: another process is checking it.
    """
    # Not beside the workspace, where offices keep and carry their files.
    name = hashlib.sha256(str(workspace_file.resolve()).encode()).hexdigest()[:32]
    folder = user_cache_dir() / "checking"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{name}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise EnvironmentFaultError(
            f"“{workspace_file.name}”正由另一个检查进程检查，请等它结束，或先停止它再试。"
        ) from error
    try:
        yield
    finally:
        lock.release()
