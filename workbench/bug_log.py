"""Writes a bug down where whoever maintains the program finds it."""

import sys
import traceback
from datetime import datetime
from pathlib import Path

from workbench.paths import user_data_dir


def write_down(error: BaseException) -> Path:
    """The log file, whether or not it could be written."""
    log = user_data_dir() / "errors.log"
    lines = "".join(traceback.format_exception(error))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n{lines}\n")
    except OSError:
        sys.stderr.write(lines)
    return log
