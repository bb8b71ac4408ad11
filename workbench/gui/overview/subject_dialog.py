"""The subjects behind a figure: result, score and what is left to do; Enter goes to the bench."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.domain.score import shown_number
from workbench.domain.subject import KIND_WORDS
from workbench.gui.outcome_look import look_of_standing
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.operations.score_campaign import SubjectStanding


def _result(standing: SubjectStanding) -> str:
    return look_of_standing(standing.subject, standing.score).word


def _sign(standing: SubjectStanding) -> tuple[str, str]:
    look = look_of_standing(standing.subject, standing.score)
    return look.meaning, look.tone


_FIELDS: tuple[Field[SubjectStanding], ...] = (
    Field(title="对象", text=lambda each: each.subject.name),
    Field(title="类型", text=lambda each: KIND_WORDS[each.subject.kind]),
    Field(title="结果", text=_result, sign=_sign),
    Field(
        title="得分",
        text=lambda each: shown_number(each.score.number) or "—",
        order=lambda each: (each.score.number is not None, each.score.number or 0),
        is_number=True,
    ),
    Field(
        title="未判定",
        text=lambda each: str(len(each.score.unanswered)),
        order=lambda each: (len(each.score.unanswered),),
        is_number=True,
    ),
    Field(
        title="待确认",
        text=lambda each: str(each.score.open_proposals),
        order=lambda each: (each.score.open_proposals,),
        is_number=True,
    ),
    Field(title="检查员", text=lambda each: "、".join(each.subject.assigned_to)),
)


class SubjectDialog(DialogFrame):
    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        standings: Sequence[SubjectStanding],
        opened: Callable[[SubjectStanding], None],
    ) -> None:
        super().__init__(parent, title=title, text="按回车或双击，到检查页查看这个对象。", cancel="关闭")
        model = RowModel(_FIELDS)
        model.show(standings)
        self.table = RecordTable(name=title, model=model, widths=(260, 96, 110, 64, 70, 70, 130), stretches=0)
        self.table.setProperty("kind", "framed")
        self.table.setSortingEnabled(True)
        # In the order given until a heading is clicked.
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        self.table.stand_at(0)
        self.table.when_opened(lambda place: self._open(model.rows[place], opened))
        self.add(self.table, stretch=1)
        self.resize(880, 480)

    def _open(self, standing: SubjectStanding, opened: Callable[[SubjectStanding], None]) -> None:
        self.accept()
        opened(standing)
