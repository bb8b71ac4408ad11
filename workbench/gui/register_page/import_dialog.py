"""What an import would do, row by row, before anything is stored."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.gui.preview_rows import preview_fields, rows_in_state
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import RowModel
from workbench.gui.widgets.words import words
from workbench.operations.import_register import apply_register
from workbench.register.preview_row import ROW_STATE_WORDS, RowState
from workbench.register.register_preview import RegisterPreview

_FIELDS = preview_fields(code="编号", name="名称")


class ImportDialog(DialogFrame):
    """`done` is handed how many rows were stored."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        file: Path,
        preview: RegisterPreview,
        done: Callable[[int], None],
    ) -> None:
        to_save = preview.count(RowState.NEW) + preview.count(RowState.CHANGED)
        super().__init__(
            parent, title="导入台账", text=f"{file.name}　{preview.summary}", accept=f"导入 {to_save} 行"
        )
        self._session = session
        self._preview = preview
        self._done = done
        self.filter = ChoiceField(name="显示哪些行")
        self.filter.addItem(f"全部 {len(preview.rows)}", None)
        for state, word in ROW_STATE_WORDS.items():
            if preview.count(state):
                self.filter.addItem(f"{word} {preview.count(state)}", state.value)
        self.filter.currentIndexChanged.connect(lambda _index: self._narrow())
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="导入预览", model=self.model, widths=(52, 80, 110, 170, 400), stretches=4
        )
        self.table.setProperty("kind", "framed")
        self.add(
            row(
                self.filter,
                words("有误的行不会导入，改好文件后可以再导入一次。", tone="muted", scale="small"),
                None,
            )
        )
        self.add(self.table, stretch=1)
        for remark in preview.remarks:
            self.add(words(remark, tone="proposed", scale="small", wraps=True))
        if self.accept_button is not None:
            self.accept_button.setEnabled(to_save > 0)
        if not session.is_lead and session.snapshot is not None:
            self.complain(f"只有组长{session.snapshot.campaign.lead}可以导入台账。")
            self._forbid()
        elif not to_save:
            self.complain("没有要导入的行：不是已在台账里，就是有误；改好文件后可以再导入。")
            self._forbid()
        self._narrow()
        self.resize(1080, 560)

    def take(self) -> None:
        self._forbid()
        by = self._session.inspector

        def stored(saved: int) -> None:
            self._done(saved)
            self.accept()

        self._session.act(
            self,
            lambda workspace: apply_register(workspace, self._preview, by=by),
            subjects=None,
            done=stored,
            failed=self.complain,
        )

    def _forbid(self) -> None:
        if self.accept_button is not None:
            self.accept_button.setEnabled(False)

    def _narrow(self) -> None:
        self.model.show(rows_in_state(self._preview.rows, self.filter.currentData()))
