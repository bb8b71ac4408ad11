"""总览: how far the campaign is, what failed, what waits for whom."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.domain.finding import CATEGORY_WORDS, Category
from workbench.domain.score import Result
from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.overview.figure_card import FigureCard, FigureLine
from workbench.gui.overview.overview_figures import Figures, HeldProblem, VetoFigure, count_figures
from workbench.gui.overview.problem_dialog import ProblemDialog
from workbench.gui.overview.result_card import ResultCard
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.widgets.boxes import column, row

_WIDTH = 1120
_CATEGORY_ICONS = {
    Category.UPDATE: "clock",
    Category.LINK: "links",
    Category.FUNCTION: "outcomes",
    Category.CONTENT: "edit",
    Category.INTERACTION: "person",
}


@page("overview", title="总览", icon="overview", order=1)
class OverviewPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.results = ResultCard(opened=lambda shows: self._go("bench", shows))
        self.rate = FigureCard("合格率", empty="还没有合格或不合格的对象。")
        self.waiting = FigureCard("待处理", empty="没有待处理的事项。")
        self.vetoes = FigureCard("单项否决", empty="没有对象被单项否决。")
        self.problems = FigureCard("已确认的问题", empty="还没有确认的问题。")
        self.people = FigureCard("检查员", empty="还没有人判定过。")
        self._build()

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        figures = count_figures(snapshot)
        self.results.show_figures(figures)
        self.rate.show_lines(_rate_lines(figures))
        self.waiting.show_lines(self._waiting_lines(figures))
        self.vetoes.show_lines([self._veto_line(veto) for veto in figures.vetoes])
        self.problems.show_lines(self._problem_lines(figures))
        self.people.show_lines(_people_lines(figures))

    def _build(self) -> None:
        left = column(self.rate, self.vetoes, self.people, None, gap=16)
        right = column(self.waiting, self.problems, None, gap=16)
        sides = row(left, right, gap=16)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        middle.setLayout(column(self.results, sides, None, gap=16))
        inside = QWidget()
        centre = row(None, middle, None, margins=(24, 24, 24, 24))
        centre.setStretch(1, 100)
        inside.setLayout(centre)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName("总览")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(area))

    def _waiting_lines(self, figures: Figures) -> list[FigureLine]:
        lines = (
            (
                "proposed",
                "proposed",
                figures.waiting,
                f"条疑似问题待确认，涉及 {figures.waiting_subjects} 个对象",
                "bench",
                "waiting",
            ),
            ("not_checked", "accent", figures.unanswered, "项指标未判定", "bench", "open"),
            ("dispute", "doubtful", figures.disputes, "项争议待裁定", "merging", ""),
            ("uncertain", "proposed", figures.unverified, "条细则未对照原文核实", "standard", "unverified"),
        )
        return [
            FigureLine(
                meaning=meaning,
                tone=tone,
                figure=str(count),
                text=text,
                open=partial(self._go, to, shows),
            )
            for meaning, tone, count, text, to, shows in lines
            if count
        ]

    def _veto_line(self, veto: VetoFigure) -> FigureLine:
        there = Destination(page="bench", subject_id=veto.subject.id, indicator=veto.indicator)
        return FigureLine(
            meaning="veto",
            tone="veto",
            figure=veto.name,
            text=veto.subject.name,
            open=lambda: self.context.navigate(there),
        )

    def _problem_lines(self, figures: Figures) -> list[FigureLine]:
        return [
            FigureLine(
                meaning=_CATEGORY_ICONS[category],
                tone="muted",
                figure=str(count),
                text=f"个{CATEGORY_WORDS[category]}类问题",
                open=partial(self._list_problems, figures, category),
            )
            for category, count in figures.by_category.items()
            if count
        ]

    def _list_problems(self, figures: Figures, category: Category) -> None:
        problems = [held for held in figures.problems if held.finding.category is category]
        ProblemDialog(
            self, title=f"{CATEGORY_WORDS[category]}类问题", problems=problems, opened=self._open_problem
        ).open()

    def _open_problem(self, held: HeldProblem) -> None:
        self.context.navigate(Destination(page="bench", subject_id=held.subject.id, indicator=held.indicator))

    def _go(self, to: str, shows: str) -> None:
        self.context.navigate(Destination(page=to, shows=shows))


def _rate_lines(figures: Figures) -> list[FigureLine]:
    """A rate always with numerator and denominator, and with what stays outside it."""
    if not figures.rated:
        return []
    passed = figures.by_result[Result.PASS]
    rate = FigureLine(
        meaning="done",
        tone="passed",
        figure=f"{passed / figures.rated:.1%}",
        text=f"合格 {passed} 个 / 有定论 {figures.rated} 个",
    )
    outside = figures.in_round - figures.rated
    told = FigureLine(
        meaning="hint", tone="muted", figure=str(outside), text="个暂定、未完成或未检查，不计入"
    )
    return [rate, told] if outside else [rate]


def _people_lines(figures: Figures) -> list[FigureLine]:
    return [
        FigureLine(
            meaning="person",
            tone="muted",
            figure=person.name,
            text=f"判定 {person.verdicts} 项 · 处理疑似问题 {person.decisions} 条 · 记录问题 {person.findings} 个",
        )
        for person in figures.people
    ]
