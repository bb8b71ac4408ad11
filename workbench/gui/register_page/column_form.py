"""One column of a subject: name, address, class, level, and whether it is a topic of the past."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from workbench.domain.column import COLUMN_CLASS_WORDS, Column, ColumnClass
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField, NumberField
from workbench.gui.widgets.form_rows import labelled
from workbench.operations.edit_column import save_column

_DEEPEST = 6


class ColumnForm(DialogFrame):
    """`done` is handed the column as saved."""

    def __init__(
        self, parent: QWidget | None, *, session: Session, draft: Column, done: Callable[[Column], None]
    ) -> None:
        super().__init__(parent, title="栏目", text="更新期限按类别和层级定，一级栏目填 1。", accept="保存")
        self._session = session
        self._draft = draft
        self._done = done
        self.name = LineField(name="栏目名称", text=draft.name)
        self.url = LineField(name="栏目网址", text=draft.url)
        self.kind = ChoiceField(name="类别")
        for each in ColumnClass:
            self.kind.addItem(COLUMN_CLASS_WORDS[each], each.value)
        self.kind.setCurrentIndex(self.kind.findData(draft.column_class.value))
        self.level = NumberField(name="层级", lowest=1, highest=_DEEPEST, value=draft.level)
        self.is_historic = QCheckBox("历史专题，不再要求更新")
        self.is_historic.setAccessibleName(self.is_historic.text())
        self.is_historic.setChecked(draft.is_historic)
        self.add(labelled("栏目名称", self.name))
        self.add(labelled("栏目网址", self.url))
        self.add(row(labelled("类别", self.kind), labelled("层级", self.level), None, gap=16))
        self.add(self.is_historic)
        self.setMinimumWidth(480)
        self.name.setFocus()

    def take(self) -> None:
        filled = replace(
            self._draft,
            name=self.name.text(),
            url=self.url.text(),
            column_class=ColumnClass(self.kind.currentData()),
            level=self.level.value(),
            is_historic=self.is_historic.isChecked(),
        )
        by = self._session.inspector

        def stored(saved: Column) -> None:
            self._done(saved)
            self.accept()

        self._session.act(
            self,
            lambda workspace: save_column(workspace, filled, by=by),
            subjects=None,
            done=stored,
            failed=self.complain,
        )
