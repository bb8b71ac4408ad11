"""The score of the subject in hand: large, with its result, its range while disputed, and how near each line is."""

from decimal import Decimal

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout

from workbench.domain.score import Distance, Result, Score, shown_number
from workbench.gui.outcome_look import look_of_standing
from workbench.gui.theme import TypeScale
from workbench.gui.widgets.badge import Badge
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.elided_label import ElidedLabel
from workbench.gui.widgets.meter import Meter
from workbench.gui.widgets.words import set_look, set_tone, words
from workbench.operations.score_campaign import SubjectStanding

_FULL = Decimal(100)


class ScorePanel(QFrame):
    def __init__(self, *, why: QAction, the_rest: QAction) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self._name = ElidedLabel(size=TypeScale.HEADING, is_strong=True)
        self._badge = Badge()
        self._number = words(scale="score")
        self._range = words(tone="muted", scale="small")
        self._hint = ElidedLabel(tone="muted", size=TypeScale.SMALL)
        self._meters: list[Meter] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        head = row(self._name, self._badge)
        head.setStretch(0, 1)
        told = column(None, self._range, self._hint, None, gap=2)
        figures = row(self._number, told, action_button(the_rest), action_button(why), gap=8)
        figures.setStretch(1, 1)
        self.setLayout(column(head, figures, self._grid, margins=(14, 10, 10, 12), gap=4))

    def show_standing(self, standing: SubjectStanding, *, past: str = "") -> None:
        """`past` says how the subject came off in the round before."""
        score = standing.score
        look = look_of_standing(standing.subject, score)
        self._name.set_text(standing.subject.name)
        self._badge.set_badge(look.meaning, look.word, tone=look.tone)
        has_number = bool(standing.judgements) and (score.number is not None or bool(score.vetoes))
        self._number.setText(shown_figure(standing))
        self._number.setAccessibleName(f"得分 {self._number.text()}")
        set_look(self._number, "scale", "score" if has_number and not score.vetoes else "title")
        set_tone(self._number, "text" if score.result in (Result.PASS, Result.FAIL) else "muted")
        if score.vetoes:
            set_tone(self._number, "veto")
        self._range.setText(range_in_words(score) if has_number else "")
        self._range.setVisible(bool(self._range.text()))
        self._hint.set_text("，".join(part for part in (what_is_missing(score), past) if part))
        self._hint.setVisible(bool(self._hint.text()))
        self._show_meters(score.distances if has_number else tuple(d for d in score.distances if d.rule))

    def number_text(self) -> str:
        return self._number.text()

    def _show_meters(self, distances: tuple[Distance, ...]) -> None:
        while len(self._meters) < len(distances):
            place = len(self._meters)
            self._meters.append(Meter())
            self._grid.addWidget(self._meters[place], place // 2, place % 2)
        for meter in self._meters[len(distances) :]:
            meter.hide()
        for meter, distance in zip(self._meters, distances, strict=False):
            label, figure, share, tone = meter_of(distance)
            meter.set_meter(label, figure, share, tone=tone)
            meter.show()


def shown_figure(standing: SubjectStanding) -> str:
    """The number, the veto, or in words why there is no number; what nobody has looked at has none."""
    score = standing.score
    if score.vetoes:
        return "否决"
    if score.result in (Result.PASS, Result.FAIL) and score.number is None:
        return score.result.value
    return shown_number(score.number) if standing.judgements and score.number is not None else "尚无得分"


def range_in_words(score: Score) -> str:
    """The span an open dispute leaves, or why the number is not final yet."""
    if score.low is not None or score.high is not None:
        low, high = shown_number(score.low) or "否决", shown_number(score.high) or "否决"
        return f"{low} – {high}" if low != high else ""
    if score.vetoes:
        return "不再计分"
    if score.result is Result.INCOMPLETE and score.number is not None:
        return "目前得分"
    return ""


def what_is_missing(score: Score) -> str:
    """What stands between this and a final result, in one line."""
    parts = []
    if score.unanswered:
        parts.append(f"{len(score.unanswered)} 项未判定")
    if score.open_proposals:
        parts.append(f"{score.open_proposals} 条待确认")
    if score.disputed:
        parts.append(f"{len(score.disputed)} 项有争议")
    if score.unverified:
        parts.append(f"{len(score.unverified)} 处分值未核实")
    if score.warnings:
        parts.append(f"{len(score.warnings)} 项否决提醒")
    return "，".join(parts)


def meter_of(distance: Distance) -> tuple[str, str, float, str]:
    """Label, figure, share and tone of a distance: problems against a veto, or points against a line."""
    if distance.rule:
        share = float(distance.have / distance.need)
        tone = "veto" if share >= 1 else "fail" if share >= 0.6 else "accent"
        return (
            distance.label,
            f"{shown_number(distance.have) or 0}/{shown_number(distance.need)}",
            share,
            tone,
        )
    over = distance.have - distance.need
    figure = f"高出 {shown_number(over)}" if over >= 0 else f"还差 {shown_number(-over)}"
    tone = "passed" if over >= 0 else "fail" if distance.label == "及格线" else "accent"
    return f"{distance.label} {shown_number(distance.need)}", figure, float(distance.have / _FULL), tone
