"""The same cells for several subjects at once; what is left alone stays as each has it."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from workbench.domain.subject import STATE_WORDS, Subject, SubjectState
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.operations.edit_subject import change_subjects

_TEXTS = {
    "organiser": "主办单位",
    "supervisor": "主管单位",
    "region": "地区",
    "level": "层级",
    "contact": "联系人",
    "phone": "联系电话",
}
_UNTOUCHED = "不改"


class BulkForm(DialogFrame):
    """`done` is handed how many were changed."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        subjects: Sequence[Subject],
        done: Callable[[int], None],
    ) -> None:
        super().__init__(
            parent,
            title=f"批量修改 {len(subjects)} 个对象",
            text="只填要改的；空着的保持原样。改完可以一次撤销。",
            accept="修改",
        )
        self._session = session
        self._ids: frozenset[UUID] = frozenset(subject.id for subject in subjects)
        self._done = done
        self.texts = {
            name: LineField(name=label, hint=_shared(subjects, name)) for name, label in _TEXTS.items()
        }
        self.state = _choice("状态", {state.value: STATE_WORDS[state] for state in SubjectState})
        self.reason = LineField(name="状态说明", hint="不检查时写明原因")
        self.is_drawn = _choice("本批检查", {"1": "检查", "": "不在本批"})
        names = list(_TEXTS)
        for left, right in zip(names[::2], names[1::2], strict=True):
            self.add(
                row(
                    labelled(_TEXTS[left], self.texts[left]),
                    labelled(_TEXTS[right], self.texts[right]),
                    gap=16,
                )
            )
        self.add(
            row(
                labelled("状态", self.state),
                labelled("状态说明", self.reason),
                labelled("本批检查", self.is_drawn),
                gap=16,
            )
        )
        self.setMinimumWidth(600)
        self.texts["organiser"].setFocus()

    def take(self) -> None:
        cells = self._cells()
        if not cells:
            self.complain("还没有填写要改的内容。")
            return
        by, ids = self._session.inspector, self._ids

        def stored(count: int) -> None:
            self._done(count)
            self.accept()

        self._session.act(
            self,
            lambda workspace: change_subjects(workspace, ids, cells, by=by),
            subjects=None,
            done=stored,
            failed=self.complain,
        )

    def _cells(self) -> dict[str, Any]:
        cells: dict[str, Any] = {
            name: field.text().strip() for name, field in self.texts.items() if field.text().strip()
        }
        if self.state.currentIndex():
            state = SubjectState(self.state.currentData())
            cells |= {"state": state, "state_reason": self.reason.text().strip()}
        elif self.reason.text().strip():
            cells["state_reason"] = self.reason.text().strip()
        if self.is_drawn.currentIndex():
            cells["is_drawn"] = bool(self.is_drawn.currentData())
        return cells


def _choice(name: str, choices: dict[str, str]) -> ChoiceField:
    field = ChoiceField(name=name)
    field.addItem(_UNTOUCHED, None)
    for value, word in choices.items():
        field.addItem(word, value)
    return field


def _shared(subjects: Sequence[Subject], name: str) -> str:
    values = {getattr(subject, name) for subject in subjects}
    return f"现为：{values.pop() or '空'}" if len(values) == 1 else "现在各不相同"
