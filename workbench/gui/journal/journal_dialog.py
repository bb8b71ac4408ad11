"""Who did what, when, and what stood there before; nothing can be changed here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.gui.session import Session
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import SearchField
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.gui.widgets.words import words
from workbench.operations.journal_rows import JournalRow, journal_rows

MOST_SHOWN = 1000

_FIELDS: tuple[Field[JournalRow], ...] = (
    Field(
        title="时间",
        text=lambda row: f"{row.at.astimezone():%Y-%m-%d %H:%M}",
        order=lambda row: (row.at.timestamp(),),
    ),
    Field(title="谁", text=lambda row: row.inspector),
    Field(title="对象", text=lambda row: row.subject),
    Field(title="变更", text=lambda row: f"{row.change}{row.kind}"),
    Field(title="内容", text=lambda row: row.told),
    Field(title="备注", text=lambda row: row.why),
)


class JournalDialog(DialogFrame):
    def __init__(self, parent: QWidget | None, *, session: Session) -> None:
        super().__init__(
            parent,
            title="变更记录",
            text=f"每一次保存都留在这里，撤销也是。最近 {MOST_SHOWN} 条，最新的在上面。",
            cancel="关闭",
        )
        self._rows: tuple[JournalRow, ...] = ()
        self.search = SearchField(name="查找变更", hint="姓名、对象、指标或内容", found=self._narrow)
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="变更记录",
            model=self.model,
            widths=(130, 84, 140, 116, 240, 90),
            stretches=4,
            empty="没有符合的变更。",
        )
        self.table.setProperty("kind", "framed")
        self.add(self.search)
        self.add(self.table, stretch=1)
        self.whole = words(tone="muted", wraps=True)
        self.whole.setAccessibleName("选中的变更")
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(self.whole)
        self.table.selectionModel().currentRowChanged.connect(lambda index, _old: self._tell(index.row()))
        session.read(self, lambda workspace: journal_rows(workspace, limit=MOST_SHOWN), done=self._show)
        self.resize(1040, 560)
        self.search.setFocus()

    def _show(self, rows: tuple[JournalRow, ...]) -> None:
        self._rows = rows
        self._narrow(self.search.text())

    def _narrow(self, text: str) -> None:
        wanted = text.casefold()
        self.model.show([row for row in self._rows if wanted in row.in_words().casefold()])
        self._tell(self.table.currentIndex().row())

    def _tell(self, place: int) -> None:
        """The row in hand in full, where the table has room for its beginning only."""
        rows = self.model.rows
        self.whole.setText(rows[place].in_words() if 0 <= place < len(rows) else "")
