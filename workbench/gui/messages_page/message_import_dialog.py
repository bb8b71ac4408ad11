"""What an import of messages would do, row by row; platform and site can be given where the file does not say."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.clocks.message_platforms import message_platforms
from workbench.domain.subject import SubjectKind
from workbench.gui.preview_rows import preview_fields, rows_in_state
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import RowModel
from workbench.gui.widgets.words import words
from workbench.operations.import_register import apply_register, preview_register
from workbench.register.preview_row import ROW_STATE_WORDS, RowState
from workbench.register.register_preview import RegisterPreview
from workbench.storage.workspace import Workspace

_FIELDS = preview_fields(code="网站", name="留言")


class MessageImportDialog(DialogFrame):
    """`done` is handed how many rows were stored and how many were left out as faulty."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        file: Path,
        preview: RegisterPreview,
        done: Callable[[int, int], None],
    ) -> None:
        super().__init__(parent, title="导入留言", accept="导入")
        self._session = session
        self._file = file
        self._done = done
        self._preview = preview
        self.platform = ChoiceField(name="没写平台的行是哪个平台的")
        self.platform.addItem("表里没写平台的：不导入", None)
        for each in message_platforms().values():
            self.platform.addItem(each.name, each.id)
        self.owner = ChoiceField(name="没写网站的行是哪个网站的")
        self.owner.addItem("表里没写网站的：按承办单位找", None)
        for standing in session.snapshot.standings if session.snapshot else ():
            if standing.subject.kind is not SubjectKind.ACCOUNT:
                self.owner.addItem(standing.subject.name, standing.subject.code)
        self.filter = ChoiceField(name="显示哪些行")
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="导入预览", model=self.model, widths=(52, 80, 110, 170, 400), stretches=4
        )
        self.table.setProperty("kind", "framed")
        self.add(row(self.platform, self.owner, None, self.filter))
        self.add(self.table, stretch=1)
        self.add(words("有误的行不会导入，改好文件后可以再导入一次。", tone="muted", scale="small"))
        self.platform.activated.connect(lambda _index: self._look_again())
        self.owner.activated.connect(lambda _index: self._look_again())
        self.filter.currentIndexChanged.connect(lambda _index: self._narrow())
        self._show(preview)
        self.resize(1080, 580)

    def take(self) -> None:
        self._allow(False)
        by, preview = self._session.inspector, self._preview

        def stored(saved: int) -> None:
            self._done(saved, preview.count(RowState.FAULTY))
            self.accept()

        self._session.act(
            self,
            lambda workspace: apply_register(workspace, preview, by=by),
            subjects=(),
            done=stored,
            failed=self.complain,
        )

    def _look_again(self) -> None:
        """With another platform or site for the rows that name none."""
        self._allow(False)
        platform, code, file = self.platform.currentData(), self.owner.currentData(), self._file

        def look(workspace: Workspace) -> RegisterPreview:
            return preview_register(
                workspace,
                file,
                platform=message_platforms().get(str(platform)),
                owner=next((each for each in workspace.subjects() if each.code == code), None),
            )

        self._session.read(self, look, done=self._show, failed=self.complain)

    def _show(self, preview: RegisterPreview) -> None:
        self._preview = preview
        to_save = preview.count(RowState.NEW) + preview.count(RowState.CHANGED)
        self.set_text(f"{self._file.name}　{preview.summary}{''.join(preview.remarks)}")
        if self.accept_button is not None:
            self.accept_button.setText(f"导入 {to_save} 行")
            self.accept_button.setAccessibleName(f"导入 {to_save} 行")
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(f"全部 {len(preview.rows)}", None)
        for state, word in ROW_STATE_WORDS.items():
            if preview.count(state):
                self.filter.addItem(f"{word} {preview.count(state)}", state.value)
        self.filter.blockSignals(False)
        self.complain("" if to_save else "没有要导入的行。")
        self._allow(to_save > 0)
        self._narrow()

    def _allow(self, is_allowed: bool) -> None:
        if self.accept_button is not None:
            self.accept_button.setEnabled(is_allowed)

    def _narrow(self) -> None:
        self.model.show(rows_in_state(self._preview.rows, self.filter.currentData()))
