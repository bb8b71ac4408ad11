"""A bug does not end the day: it is told in one sentence, written down, and the window goes on."""

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from workbench.gui.notice_line import NoticeLine, Tone
from workbench.paths import user_data_dir


def catch_bugs(tell: Callable[[NoticeLine], None]) -> None:
    """From now on what nobody caught is written to `errors.log` beside the user's data and told."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        log = _write_down(kind, error, trace)
        tell(NoticeLine(f"程序出错，已保存的内容都在。详情在 {log}，请交给维护人员。", Tone.ERROR))

    sys.excepthook = caught


def _write_down(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Path:
    log = user_data_dir() / "errors.log"
    lines = "".join(traceback.format_exception(kind, error, trace))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n{lines}\n")
    except OSError:
        sys.stderr.write("errors.log cannot be written\n")
    return log
