"""Who inspects what: give the chosen subjects to inspectors, all to all or shared out evenly, and cut task packs."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QRadioButton, QWidget

from workbench.domain.subject import Subject
from workbench.gui.register_page.name_list import names_in
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.words import words
from workbench.operations.assign_subjects import assign_all, assign_evenly


class AssignDialog(DialogFrame):
    """`done` is handed how many subjects were changed."""

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
            title=f"分派 {len(subjects)} 个对象",
            text="一个对象分给两个人，就由两人各查各的，合并时对照。",
            accept="分派",
        )
        self._session = session
        self._ids: frozenset[UUID] = frozenset(subject.id for subject in subjects)
        self._done = done
        known = _load(session)
        self.names = LineField(name="检查员", hint="几个人用顿号分开，例如：王芳、李强")
        self.evenly = QRadioButton("平均分：每个对象给手上最少的一个人")
        self.together = QRadioButton("都给：每个对象都由这些人检查")
        self.evenly.setChecked(True)
        for choice in (self.evenly, self.together):
            choice.setAccessibleName(choice.text())
        self.add(labelled("检查员", self.names))
        self.add(column(self.evenly, self.together, gap=6))
        told = "、".join(f"{name} {count} 个" for name, count in known.items())
        self.add(words(f"现在：{told or '还没有分派'}", tone="muted", wraps=True))
        if known:
            self.names.setText("、".join(known))
        self.setMinimumWidth(480)
        self.names.setFocus()

    def take(self) -> None:
        names = names_in(self.names.text())
        by, ids, assign = (
            self._session.inspector,
            self._ids,
            assign_evenly if self.evenly.isChecked() else assign_all,
        )

        def stored(count: int) -> None:
            self._done(count)
            self.accept()

        self._session.act(
            self,
            lambda workspace: assign(workspace, ids, names, by=by),
            subjects=None,
            done=stored,
            failed=self.complain,
        )


def _load(session: Session) -> dict[str, int]:
    """How many subjects each inspector has."""
    counts: dict[str, int] = {}
    for each in session.snapshot.standings if session.snapshot else ():
        for name in each.subject.assigned_to if each.subject.is_inspected else ():
            counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items()))
