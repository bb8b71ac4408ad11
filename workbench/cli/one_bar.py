"""One progress bar over all that is to be done, on standard error, with remarks above it."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from workbench.cli.output import side_console


class OneBar:
    """Nothing is shown before it begins."""

    def __init__(self, unit: str) -> None:
        columns = (
            BarColumn(bar_width=24),
            TextColumn(f"{{task.completed:.0f}}/{{task.total:.0f}} {unit}"),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
        )
        self._progress = Progress(*columns, console=side_console())
        self._task: TaskID | None = None

    def begin(self, words: str, *, total: float, done: float = 0) -> None:
        self._progress.start()
        self._task = self._progress.add_task(words, total=total, completed=int(done))

    def show(
        self, words: str | None = None, *, done: float | None = None, further: float | None = None
    ) -> None:
        if self._task is not None:
            self._progress.update(self._task, description=words, completed=done, advance=further)

    def remark(self, words: str) -> None:
        self._progress.console.print(f"  {words}")

    def end(self) -> None:
        if self._task is not None:
            self._progress.stop()


@contextmanager
def one_bar(unit: str) -> Iterator[OneBar]:
    bar = OneBar(unit)
    try:
        yield bar
    finally:
        bar.end()
