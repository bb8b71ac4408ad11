"""The progress of running checks: a bar for a person, JSON lines for a parent process."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from workbench.cli.output import side_console
from workbench.operations.run_follower import Announce


@contextmanager
def json_lines() -> Iterator[Announce]:
    def announce(event: Mapping[str, object]) -> None:
        sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    yield announce


@contextmanager
def progress_bar() -> Iterator[Announce]:
    """One bar over all subjects, naming the one in hand; on standard error."""
    columns = (
        BarColumn(bar_width=24),
        TextColumn("{task.completed:.0f}/{task.total:.0f} 个对象"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    bar = Progress(*columns, console=side_console())
    tasks: list[TaskID] = []

    def announce(event: Mapping[str, object]) -> None:
        if event["event"] == "started":
            bar.start()
            total, resumed = _figure(event, "subjects"), _figure(event, "resumed")
            tasks.append(bar.add_task("准备检查", total=total, completed=int(resumed)))
            return
        if event["event"] == "progress":
            words = f"{event['name']}　{event['done']}/{event['known']} 个链接"
            bar.update(tasks[-1], description=words, completed=_figure(event, "finished"))
        elif event["event"] == "subject-done":
            bar.update(tasks[-1], completed=_figure(event, "finished"))
            problem = f"　{event['problem']}" if event["problem"] else ""
            bar.console.print(f"  {event['name']}：疑似问题 {event['found']} 处{problem}")
        else:
            bar.update(tasks[-1], description="检查完成" if event["event"] == "finished" else "已停止")

    try:
        yield announce
    finally:
        if tasks:
            bar.stop()


def _figure(event: Mapping[str, object], name: str) -> float:
    return float(str(event[name]))
