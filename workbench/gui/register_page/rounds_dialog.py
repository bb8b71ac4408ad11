"""The rounds and spot checks of the campaign: plan, change, cancel."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.domain.inspection_round import ROUND_KIND_WORDS, InspectionRound, RoundKind
from workbench.domain.subject import Subject
from workbench.gui.register_page.round_form import RoundForm
from workbench.gui.session import Session
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.operations.plan_round import new_round, remove_round, rounds_of

_FIELDS: tuple[Field[InspectionRound], ...] = (
    Field(title="名称", text=lambda held: held.name),
    Field(title="类别", text=lambda held: ROUND_KIND_WORDS[held.kind]),
    Field(title="开始", text=lambda held: str(held.first_day)),
    Field(title="结束", text=lambda held: str(held.last_day)),
    Field(
        title="对象",
        text=lambda held: f"{len(held.codes)} 个" if held.kind is RoundKind.SPOT_CHECK else "全部",
    ),
)


class RoundsDialog(DialogFrame):
    """`chosen` are the subjects selected in the register, for a spot check."""

    def __init__(self, parent: QWidget | None, *, session: Session, chosen: Sequence[Subject]) -> None:
        super().__init__(
            parent,
            title="轮次和抽查",
            text="每一次检查的起止日期；回车修改，删除键取消。要安排抽查，先在台账里选中对象。",
            cancel="关闭",
        )
        self._session = session
        self._chosen = tuple(chosen)
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="轮次",
            model=self.model,
            widths=(200, 90, 110, 110, 70),
            stretches=0,
            empty="还没有安排轮次。按“新增…”写上第一次检查的起止日期；不安排也能检查。",
        )
        self.table.setProperty("kind", "framed")
        self.table.when_opened(lambda place: self._edit(self.model.rows[place]))
        self.table.when_removed(self._drop)
        add = push_button("新增…", meaning="add")
        self.drop = drop = push_button("取消轮次", meaning="remove", kind="danger")
        add.clicked.connect(self._add)
        drop.clicked.connect(self._drop)
        self.add(self.table, stretch=1)
        self.acts.addWidget(drop)
        self.acts.addWidget(add)
        for button in (add, drop):
            button.setEnabled(session.is_lead)
        if not session.is_lead and session.snapshot is not None:
            self.complain(f"轮次由组长{session.snapshot.campaign.lead}安排；您可以查看。")
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._settle())
        self._read()
        self.resize(640, 400)

    def _read(self, saved: InspectionRound | None = None) -> None:
        self._session.read(self, rounds_of, done=lambda rounds: self._show(rounds, saved))

    def _show(self, rounds: Sequence[InspectionRound], saved: InspectionRound | None) -> None:
        """What was just planned or changed is selected, else the first."""
        self.model.show(rounds)
        places = [place for place, each in enumerate(self.model.rows) if saved and each.id == saved.id]
        self.table.stand_at(places[0] if places else 0)
        self._settle()

    def _settle(self) -> None:
        """What can be done with the round selected: nothing where none is."""
        is_chosen = self.table.selectionModel().hasSelection()
        self.drop.setEnabled(self._session.is_lead and is_chosen)

    def _add(self) -> None:
        self._session.read(self, new_round, done=self._edit)

    def _edit(self, draft: InspectionRound) -> None:
        if self._session.is_lead:
            RoundForm(
                self,
                session=self._session,
                draft=draft,
                chosen=self._chosen,
                done=self._read,
            ).open()

    def _drop(self) -> None:
        if not self._session.is_lead:
            return
        for index in self.table.selectionModel().selectedRows():
            self._cancel_round(self.model.rows[index.row()])

    def _cancel_round(self, planned: InspectionRound) -> None:
        by = self._session.inspector
        self._session.act(
            self,
            lambda workspace: remove_round(workspace, planned, by=by),
            subjects=(),
            done=lambda _done: self._read(),
            failed=self.complain,
        )
