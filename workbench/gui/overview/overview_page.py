"""总览: how far the campaign is, what failed, what waits for whom."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.domain.score import Result
from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.overview.breakdown_card import BreakdownCard
from workbench.gui.overview.figure_card import FigureCard, FigureLine
from workbench.gui.overview.overview_extras import OverviewExtras, read_extras
from workbench.gui.overview.overview_figures import (
    Figures,
    HeldProblem,
    VetoFigure,
    count_figures,
    judges_of,
)
from workbench.gui.overview.problem_card import ProblemCard
from workbench.gui.overview.problem_dialog import ProblemDialog
from workbench.gui.overview.result_card import BEYOND, ResultCard
from workbench.gui.overview.subject_dialog import SubjectDialog
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.widgets.boxes import column, row
from workbench.operations.score_campaign import SubjectStanding
from workbench.operations.warn_early import SubjectWarning

_WIDTH = 1120
_MOST_WARNINGS = 8


@page("overview", title="总览", icon="overview", order=1)
class OverviewPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.results = ResultCard(opened=self._open_result)
        self.rate = FigureCard("合格率", empty="还没有合格或不合格的对象；全部指标判完才有结论。")
        self.waiting = FigureCard("待处理", empty="没有待处理的事项。")
        self.vetoes = FigureCard("单项否决", empty="没有对象被单项否决。")
        self.warnings = FigureCard("预警", empty="没有接近时限或否决线的栏目和对象。")
        self._extras = OverviewExtras()
        self.problems = ProblemCard(opened=self._list_problems)
        self.parts = BreakdownCard(opened=lambda part: self._list_subjects(part.label, part.standings))
        self.people = FigureCard("检查员", empty="还没有人判定过；到检查页（Ctrl+3）开始。")
        self._figures: Figures | None = None
        self._build()

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        standings = snapshot.standings
        self.context.session.read(
            self, lambda workspace: read_extras(workspace, standings), done=self._show_extras
        )
        figures = count_figures(snapshot)
        self._figures = figures
        self.results.show_figures(figures)
        self.rate.show_lines(self._rate_lines(figures))
        self.parts.show_standings(snapshot.standings)
        self.waiting.show_lines(self._waiting_lines(figures))
        self.vetoes.show_lines([self._veto_line(veto) for veto in figures.vetoes])
        self.problems.show_problems(figures.problems)
        self.people.show_lines(self._people_lines(figures))

    def _build(self) -> None:
        left = column(self.rate, self.parts, self.people, None, gap=16)
        right = column(self.waiting, self.vetoes, self.warnings, self.problems, None, gap=16)
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
            ("clock", "fail", self._extras.overdue, "条留言逾期未办结", "messages", "open-overdue"),
            ("dispute", "doubtful", figures.disputes, "项争议待裁定", "merging", ""),
            ("uncertain", "proposed", figures.unverified, "格指标未对照原文核实", "standard", "unverified"),
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

    def _show_extras(self, extras: OverviewExtras) -> None:
        self._extras = extras
        self.warnings.show_lines([self._warning_line(each) for each in extras.warnings[:_MOST_WARNINGS]])
        if self._figures is not None:
            self.waiting.show_lines(self._waiting_lines(self._figures))

    def _warning_line(self, warned: SubjectWarning) -> FigureLine:
        subject, warning = warned
        there = Destination(page="bench", subject_id=subject.id)
        return FigureLine(
            meaning="warning",
            tone="proposed",
            figure=f"{warning.reached}/{warning.limit}",
            text=f"{subject.name}：{warning.words}",
            open=lambda: self.context.navigate(there),
        )

    def _veto_line(self, veto: VetoFigure) -> FigureLine:
        there = Destination(page="bench", subject_id=veto.subject.id, indicator=veto.indicator)
        return FigureLine(
            meaning="veto",
            tone="veto",
            figure=veto.name,
            text=veto.subject.name,
            open=lambda: self.context.navigate(there),
        )

    def _list_problems(self, title: str, problems: Sequence[HeldProblem]) -> None:
        ProblemDialog(self, title=title, problems=problems, opened=self._open_problem).open()

    def _list_subjects(self, title: str, standings: Sequence[SubjectStanding]) -> None:
        SubjectDialog(self, title=title, standings=standings, opened=self._open_subject).open()

    def _open_subject(self, standing: SubjectStanding) -> None:
        self.context.navigate(Destination(page="bench", subject_id=standing.subject.id))

    def _open_problem(self, held: HeldProblem) -> None:
        self.context.navigate(Destination(page="bench", subject_id=held.subject.id, indicator=held.indicator))

    def _go(self, to: str, shows: str) -> None:
        self.context.navigate(Destination(page=to, shows=shows))

    def _rate_lines(self, figures: Figures) -> list[FigureLine]:
        """A rate always with numerator and denominator, and with what stays outside it."""
        if not figures.rated:
            return []
        passed = figures.by_result[Result.PASS]
        rate = FigureLine(
            meaning="done",
            tone="passed",
            figure=f"{passed / figures.rated:.1%}",
            text=f"合格 {passed} 个 / 有定论 {figures.rated} 个",
            open=lambda: self._list_rated(is_rated=True),
        )
        outside = figures.in_round - figures.rated
        told = FigureLine(
            meaning="hint",
            tone="muted",
            figure=str(outside),
            text="个暂定或未完成，不计入",
            open=lambda: self._list_rated(is_rated=False),
        )
        return [rate, told] if outside else [rate]

    def _open_result(self, shows: str) -> None:
        if shows == BEYOND:
            beyond = [each for each in self._inspected() if not each.is_assessed]
            self._list_subjects("这套指标不检查的对象", beyond)
        else:
            self._go("bench", shows)

    def _list_rated(self, *, is_rated: bool) -> None:
        title = "计入合格率的对象" if is_rated else "不计入合格率的对象"
        assessed = [each for each in self._inspected() if each.is_assessed]
        held = [each for each in assessed if each.score.counts_in_rates is is_rated]
        self._list_subjects(title, held)

    def _people_lines(self, figures: Figures) -> list[FigureLine]:
        return [
            FigureLine(
                meaning="person",
                tone="muted",
                figure=person.name,
                text=f"判定 {person.verdicts} 项 · 处理疑似问题 {person.decisions} 条 · 记录问题 {person.findings} 个",
                open=partial(self._list_touched, person.name),
            )
            for person in figures.people
        ]

    def _list_touched(self, name: str) -> None:
        held = [each for each in self._inspected() if name in judges_of(each)]
        self._list_subjects(f"{name}判定过的对象", held)

    def _inspected(self) -> list[SubjectStanding]:
        snapshot = self.context.session.snapshot
        return [] if snapshot is None else [each for each in snapshot.standings if each.subject.is_inspected]
