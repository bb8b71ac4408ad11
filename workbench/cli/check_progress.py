"""The progress of running checks: a bar for a person, JSON lines for a parent process."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from workbench.cli.one_bar import OneBar, one_bar
from workbench.operations.run_follower import Announce


@contextmanager
def json_lines() -> Iterator[Announce]:
    def announce(event: Mapping[str, object]) -> None:
        sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    yield announce


@contextmanager
def progress_bar() -> Iterator[Announce]:
    """One bar over all subjects, naming the one in hand."""
    with one_bar("个对象") as bar:

        def announce(event: Mapping[str, object]) -> None:
            _tell(bar, event)

        yield announce


def _tell(bar: OneBar, event: Mapping[str, object]) -> None:
    kind = event["event"]
    if kind == "started":
        bar.begin("准备检查", total=_figure(event, "subjects"), done=_figure(event, "resumed"))
    elif kind == "progress":
        words = f"{event['name']}　{event['done']}/{event['known']} 个链接"
        bar.show(words, done=_figure(event, "finished"))
    elif kind == "subject-done":
        bar.show(done=_figure(event, "finished"))
        problem = f"　{event['problem']}" if event["problem"] else ""
        bar.remark(f"{event['name']}：疑似问题 {event['found']} 处{problem}")
    else:
        bar.show("检查完成" if kind == "finished" else "已停止")


def _figure(event: Mapping[str, object], name: str) -> float:
    return float(str(event[name]))
