"""The results of the campaign as a chart, cut the way the reader chooses; each line opens its subjects."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame

from workbench.gui.outcome_look import look_of_result
from workbench.gui.overview.chart_lines import ChartLines
from workbench.gui.overview.chart_row import ChartRow
from workbench.gui.overview.overview_breakdown import CUT_WORDS, BreakdownRow, Cut, break_down
from workbench.gui.overview.result_card import PALE_TONES
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.fields import ChoiceField
from workbench.gui.widgets.stacked_bar import BarPart
from workbench.gui.widgets.words import words
from workbench.operations.score_campaign import SubjectStanding


class BreakdownCard(QFrame):
    def __init__(self, *, opened: Callable[[BreakdownRow], None]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._opened = opened
        self._standings: Sequence[SubjectStanding] = ()
        self.cut = ChoiceField(name="分组方式")
        for cut in Cut:
            self.cut.addItem(CUT_WORDS[cut], cut)
        self.cut.currentIndexChanged.connect(lambda _index: self._draw())
        self._lines = ChartLines(empty="本批还没有要检查的对象；按 Ctrl+I 导入台账。")
        head = row(words("各部分结果", scale="heading"), None, self.cut)
        whole = column(head, self._lines, margins=(20, 16, 20, 16), gap=10)
        self.setLayout(whole)

    def show_standings(self, standings: Sequence[SubjectStanding]) -> None:
        self._standings = standings
        self._draw()

    def _draw(self) -> None:
        rows = break_down(self._standings, Cut(self.cut.currentData()))
        longest = max((len(each.standings) for each in rows), default=1)
        self._lines.show_rows(
            ChartRow(
                each.label,
                each.in_words,
                _parts(each),
                share=len(each.standings) / longest,
                opened=partial(self._opened, each),
            )
            for each in rows
        )


def _parts(each: BreakdownRow) -> tuple[BarPart, ...]:
    return tuple(
        BarPart(result.value, count, PALE_TONES.get(result, look_of_result(result).tone))
        for result, count in each.by_result.items()
    )
