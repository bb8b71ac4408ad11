"""The problems that count, as a chart: by category or by indicator; each line opens them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame

from workbench.domain.finding import CATEGORY_WORDS
from workbench.gui.overview.chart_lines import ChartLines
from workbench.gui.overview.chart_row import ChartRow
from workbench.gui.overview.overview_figures import HeldProblem
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.fields import ChoiceField
from workbench.gui.widgets.stacked_bar import BarPart
from workbench.gui.widgets.words import words

Group = Callable[[HeldProblem], str]
_GROUPS: dict[str, Group] = {
    "按类别": lambda held: f"{CATEGORY_WORDS[held.finding.category]}类",
    "按指标": lambda held: held.indicator_name or "其他问题",
    "按对象": lambda held: held.subject.name,
}
_MOST = 12


class ProblemCard(QFrame):
    """`opened` is handed a title and the problems behind it."""

    def __init__(self, *, opened: Callable[[str, Sequence[HeldProblem]], None]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._opened = opened
        self._problems: Sequence[HeldProblem] = ()
        self.group = ChoiceField(name="问题的分组方式")
        self.group.addItems(list(_GROUPS))
        self.group.currentIndexChanged.connect(lambda _index: self._draw())
        self._lines = ChartLines(empty="还没有确认的问题；在检查页按 Enter 确认疑似问题后列在这里。")
        head = row(words("已确认的问题", scale="heading"), None, self.group)
        self.setLayout(column(head, self._lines, margins=(20, 16, 20, 16), gap=10))

    def show_problems(self, problems: Sequence[HeldProblem]) -> None:
        self._problems = problems
        self._draw()

    def _draw(self) -> None:
        groups = grouped(self._problems, _GROUPS[self.group.currentText()])
        longest = max((len(held) for _, held in groups), default=1)
        self._lines.show_rows(
            ChartRow(
                label,
                f"{len(held)} 个",
                (BarPart("", len(held), "fail"),),
                share=len(held) / longest,
                opened=partial(self._opened, label, held),
            )
            for label, held in groups
        )


def grouped(problems: Sequence[HeldProblem], group: Group) -> list[tuple[str, tuple[HeldProblem, ...]]]:
    """The largest group first; what would make the chart too long is gathered in the last line."""
    groups: dict[str, list[HeldProblem]] = defaultdict(list)
    for held in problems:
        groups[group(held)].append(held)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    shown = [(label, tuple(held)) for label, held in ordered[:_MOST]]
    rest = tuple(held for _, each in ordered[_MOST:] for held in each)
    return [*shown, (f"其余 {len(ordered) - _MOST} 项", rest)] if rest else shown
