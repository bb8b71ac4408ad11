"""A bug does not end the day: it is told in one sentence, written down, and the window goes on."""

import sys
from collections.abc import Callable
from types import TracebackType

from workbench.bug_log import write_down
from workbench.gui.notice_line import NoticeLine, Tone


def catch_bugs(tell: Callable[[NoticeLine], None]) -> None:
    """From now on what nobody caught is written to `errors.log` beside the user's data and told."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        log = write_down(error)
        tell(NoticeLine(f"程序出错，已保存的内容都在。详情在 {log}，请交给维护人员。", Tone.ERROR))

    sys.excepthook = caught
