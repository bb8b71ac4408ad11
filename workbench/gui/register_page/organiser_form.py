"""One organiser at all of its subjects: its name, its supervisor, whom to reach; says first how many that changes."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.gui.register_page.organiser_rows import OrganiserRow, cells_to_change, change_in_words
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.words import words
from workbench.operations.edit_organiser import change_organiser

_LABELS = {"organiser": "主办单位", "supervisor": "主管单位", "contact": "联系人", "phone": "联系电话"}


class OrganiserForm(DialogFrame):
    """`done` is handed how many subjects were changed."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        rows: Sequence[OrganiserRow],
        found: OrganiserRow,
        done: Callable[[int], None],
    ) -> None:
        super().__init__(
            parent,
            title=found.title,
            text=f"它的 {len(found.subjects)} 个对象一起修改，可以一次撤销。",
            accept="修改",
        )
        self._session = session
        self._rows = rows
        self._found = found
        self._done = done
        self.fields = {
            name: LineField(
                name=label,
                hint="" if name in found.shared else "现在各不相同，空着保持原样",
                text=found.shared.get(name, ""),
            )
            for name, label in _LABELS.items()
        }
        for field in self.fields.values():
            field.textChanged.connect(lambda _text: self._foresee())
        parts = {name: labelled(_LABELS[name], field) for name, field in self.fields.items()}
        self.foreseen = words(tone="muted", wraps=True)
        self.add(row(parts["organiser"], parts["supervisor"], gap=16))
        self.add(row(parts["contact"], parts["phone"], gap=16))
        self.add(self.foreseen)
        self.setMinimumWidth(560)
        self._foresee()
        self.fields["organiser"].setFocus()

    def take(self) -> None:
        cells, by, name = self._cells(), self._session.inspector, self._found.name

        def stored(count: int) -> None:
            self._done(count)
            self.accept()

        self._session.act(
            self,
            lambda workspace: change_organiser(workspace, name, cells, by=by),
            subjects=None,
            done=stored,
            failed=self.complain,
        )

    def _cells(self) -> dict[str, str]:
        return cells_to_change(self._found, {name: field.text() for name, field in self.fields.items()})

    def _foresee(self) -> None:
        told = change_in_words(self._rows, self._found, self._cells())
        self.foreseen.setText(told or "还没有改动。")
        if self.accept_button is not None:
            self.accept_button.setEnabled(bool(told))
