"""The workspaces opened last on this PC."""

import json
import os
from contextlib import suppress
from pathlib import Path

from workbench.paths import user_data_dir

MOST_KEPT = 8


def recent_files() -> tuple[Path, ...]:
    """Newest first; only those that are still there."""
    try:
        listed = json.loads(_list_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    paths = [Path(text) for text in listed if isinstance(text, str)] if isinstance(listed, list) else []
    return tuple(path for path in paths if path.is_file())


def remember_file(path: Path) -> None:
    """Put it first. A list that cannot be written is a pity and no fault."""
    kept = [path.resolve(), *(known for known in recent_files() if known != path.resolve())][:MOST_KEPT]
    target = _list_file()
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps([str(each) for each in kept], ensure_ascii=False), encoding="utf-8")
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _list_file() -> Path:
    return user_data_dir() / "recent.json"
