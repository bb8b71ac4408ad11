"""Why a subject has this score: every line with its rule, price, count and what came of it."""

from PySide6.QtWidgets import QWidget

from workbench.domain.score import Score, TraceLine, VetoLine, shown_number
from workbench.gui.bench.score_panel import shown_figure, what_is_missing
from workbench.gui.outcome_look import CERTAINTY_LOOKS, look_of_standing
from workbench.gui.widgets.badge import Badge
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.gui.widgets.words import words
from workbench.operations.score_campaign import SubjectStanding

_FIELDS: tuple[Field[TraceLine], ...] = (
    Field(title="细则", text=lambda line: line.rule),
    Field(title="情形", text=lambda line: line.when, hint=lambda line: "\n".join((line.when, *line.places))),
    Field(title="数量", text=lambda line: str(line.count), is_number=True, order=lambda line: (line.count,)),
    Field(
        title="单价",
        text=lambda line: shown_number(line.unit_price) or "未知",
        is_number=True,
        sign=lambda line: ("", "" if line.unit_price is not None else "proposed"),
    ),
    Field(
        title="扣/加分",
        text=lambda line: shown_number(line.amount),
        is_number=True,
        order=lambda line: (line.amount,),
    ),
    Field(
        title="依据",
        text=lambda line: CERTAINTY_LOOKS[line.certainty].word,
        sign=lambda line: (CERTAINTY_LOOKS[line.certainty].meaning, CERTAINTY_LOOKS[line.certainty].tone),
    ),
    Field(title="说明", text=lambda line: "；".join(part for part in (line.reason, line.clause) if part)),
)


class TraceDialog(DialogFrame):
    def __init__(self, parent: QWidget | None, standing: SubjectStanding) -> None:
        super().__init__(parent, title="为什么是这个分", text=standing.subject.name, cancel="关闭")
        score = standing.score
        look = look_of_standing(standing.subject, score)
        missing = words(what_is_missing(score), tone="muted", wraps=True)
        head = row(
            words(
                shown_figure(standing),
                scale="score" if standing.judgements else "title",
                tone="veto" if score.vetoes else "text",
            ),
            Badge(look.meaning, look.word, tone=look.tone),
            missing,
            gap=12,
        )
        head.setStretch(2, 1)
        self.add(head)
        for line in score.vetoes:
            self.add(_veto_line(line, tone="veto", word="否决"))
        for line in score.warnings:
            self.add(_veto_line(line, tone="proposed", word="提醒（条款未核实，不作否决）"))
        self.add(_trace(score), stretch=1)
        if score.steps:
            self.add(
                framed(
                    column(*(words(step, wraps=True) for step in score.steps), margins=(12, 8, 12, 8), gap=4),
                    kind="quote",
                )
            )
        self.resize(980, 560)


def _veto_line(line: VetoLine, *, tone: str, word: str) -> QWidget:
    text = words(f"{word}：{line.when}（{line.rule}，{line.count} 处）", tone=tone, wraps=True)
    whole = row(IconLabel("veto" if tone == "veto" else "warning", tone=tone), text)
    whole.setStretch(1, 1)
    shown = QWidget()
    shown.setLayout(whole)
    return shown


def _trace(score: Score) -> QWidget:
    if not score.trace:
        return EmptyState("done", "没有扣分也没有加分", "确认的问题会逐条列在这里：细则、数量、单价和扣分。")
    model = RowModel(_FIELDS)
    model.show(score.trace)
    table = RecordTable(name="得分明细", model=model, widths=(80, 260, 52, 60, 72, 84, 280), stretches=1)
    table.setProperty("kind", "framed")
    return table
