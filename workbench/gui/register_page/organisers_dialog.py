"""The register by organiser: who runs how much, whom to reach, how it came out; changed once for all of its subjects."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.gui.changes import Changes
from workbench.gui.register_page.organiser_form import OrganiserForm
from workbench.gui.register_page.organiser_rows import OrganiserRow, organiser_rows
from workbench.gui.session import Session
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel

_FIELDS: tuple[Field[OrganiserRow], ...] = (
    Field(title="主办单位", text=lambda found: found.title),
    Field(title="主管单位", text=lambda found: found.said("supervisor")),
    Field(title="联系人", text=lambda found: found.said("contact")),
    Field(title="联系电话", text=lambda found: found.said("phone")),
    Field(
        title="网站",
        text=lambda found: str(found.sites or ""),
        is_number=True,
        order=lambda found: (found.sites,),
        hint=lambda found: "网站、频道和信息公开模块",
    ),
    Field(
        title="账号",
        text=lambda found: str(found.accounts or ""),
        is_number=True,
        order=lambda found: (found.accounts,),
    ),
    Field(
        title="合格",
        text=lambda found: found.results,
        is_number=True,
        order=lambda found: (found.passed, -found.judged),
        hint=lambda found: "合格的 / 已有结果的",
    ),
)


class OrganisersDialog(DialogFrame):
    """`shown` is handed the organiser whose subjects are wanted, `told` a sentence about what was done."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        shown: Callable[[str], None],
        told: Callable[[int], None],
    ) -> None:
        super().__init__(
            parent,
            title="主办单位",
            text="台账按主办单位归总。回车或双击看它的对象；改名和联系方式，一次改它的全部对象。",
            cancel="关闭",
        )
        self._session = session
        self._shown = shown
        self._told = told
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="主办单位",
            model=self.model,
            widths=(220, 180, 90, 130, 52, 52, 64),
            stretches=0,
            empty="台账还是空的。先导入台账，主办单位会归总在这里。",
        )
        self.table.setProperty("kind", "framed")
        self.table.setSortingEnabled(True)
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        self.table.when_opened(self._show_subjects)
        self.look = push_button("查看对象", meaning="register")
        self.look.clicked.connect(lambda: self._show_subjects(self.table.currentIndex().row()))
        self.change = push_button("修改…", meaning="edit")
        self.change.clicked.connect(self._change)
        self.add(self.table, stretch=1)
        self.acts.addWidget(self.look)
        self.acts.addWidget(self.change)
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._settle())
        session.changed.connect(self._show)
        self._show(Changes(is_register=True))
        self.resize(880, 480)
        self.table.setFocus()

    def _show(self, _changes: Changes) -> None:
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        place = max(0, self.table.currentIndex().row())
        self.model.show(organiser_rows(snapshot.standings))
        self.table.selectRow(min(place, len(self.model.rows) - 1))
        self._settle()

    def _settle(self) -> None:
        found = self.model.row(self.table.currentIndex())
        snapshot = self._session.snapshot
        self.look.setEnabled(found is not None)
        refusal = ""
        if snapshot is not None and not self._session.is_lead:
            refusal = f"台账由组长{snapshot.campaign.lead}修改；您可以查看。"
        elif found is not None and not found.name:
            refusal = "这些对象没有填写主办单位，请查看对象，选中后批量修改。"
        self.change.setEnabled(found is not None and not refusal)
        self.change.setToolTip(refusal)
        self.complain(refusal)

    def _change(self) -> None:
        found = self.model.row(self.table.currentIndex())
        if found is not None:
            OrganiserForm(
                self, session=self._session, rows=self.model.rows, found=found, done=self._told
            ).open()

    def _show_subjects(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            name = self.model.rows[place].name
            self.accept()
            self._shown(name)
