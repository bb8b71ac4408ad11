"""One round or spot check: its name, its days, and for a spot check its subjects."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from workbench.domain.inspection_round import ROUND_KIND_WORDS, InspectionRound, RoundKind
from workbench.domain.subject import Subject
from workbench.errors import WorkbenchError
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.day_field import DayField
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.words import words
from workbench.operations.plan_round import save_round

_MOST_NAMED = 6


class RoundForm(DialogFrame):
    """`chosen` are the subjects a spot check takes: those selected in the register."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        draft: InspectionRound,
        chosen: Sequence[Subject],
        done: Callable[[InspectionRound], None],
    ) -> None:
        super().__init__(parent, title="轮次", text="同一个问题在几个轮次里发现，只计一次。", accept="保存")
        self._session = session
        self._draft = draft
        self._chosen = tuple(chosen)
        self._done = done
        self.name = LineField(name="名称", text=draft.name)
        self.kind = ChoiceField(name="类别")
        for each in RoundKind:
            self.kind.addItem(ROUND_KIND_WORDS[each], each.value)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind.value))
        self.first = DayField(name="开始", day=draft.first_day)
        self.last = DayField(name="结束", day=draft.last_day)
        self._told = words(tone="muted", wraps=True)
        self.add(row(labelled("名称", self.name), labelled("类别", self.kind), gap=16))
        self.add(row(labelled("开始", self.first), labelled("结束", self.last), gap=16))
        self.add(self._told)
        self.kind.currentIndexChanged.connect(lambda _index: self._tell())
        self._tell()
        self.setMinimumWidth(460)
        self.name.setFocus()

    def take(self) -> None:
        try:
            filled = self._filled()
        except WorkbenchError as error:
            self.complain(error)
            return
        by = self._session.inspector

        def stored(saved: InspectionRound) -> None:
            self._done(saved)
            self.accept()

        self._session.act(
            self,
            lambda workspace: save_round(workspace, filled, by=by),
            subjects=(),
            done=stored,
            failed=self.complain,
        )

    def _filled(self) -> InspectionRound:
        kind = RoundKind(self.kind.currentData())
        return replace(
            self._draft,
            name=self.name.text().strip(),
            kind=kind,
            first_day=self.first.day() or self._draft.first_day,
            last_day=self.last.day() or self._draft.last_day,
            codes=self._codes() if kind is RoundKind.SPOT_CHECK else (),
        )

    def _codes(self) -> tuple[str, ...]:
        """A spot check keeps the subjects it was planned for, whatever is selected while its days are changed."""
        return self._draft.codes or tuple(subject.code for subject in self._chosen)

    def _tell(self) -> None:
        if self.kind.currentData() == RoundKind.ROUND.value:
            self._told.setText("轮次包括本批要检查的全部对象。")
            return
        snapshot = self._session.snapshot
        known = {each.subject.code: each.subject.name for each in snapshot.standings} if snapshot else {}
        names = [known.get(code, code) for code in self._codes()]
        listed = "、".join(names[:_MOST_NAMED]) + (" 等" if len(names) > _MOST_NAMED else "")
        told = f"抽查 {len(names)} 个对象：{listed}" if names else "请先在台账里选中要抽查的对象，再来安排。"
        self._told.setText(told)
