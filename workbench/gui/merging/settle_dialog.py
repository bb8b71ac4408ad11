"""Settles a dispute: both sides next to each other, take one or say otherwise, give the reason."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget

from workbench.domain.answer import Answer, unite
from workbench.domain.charge import Charge
from workbench.domain.verdict import Outcome
from workbench.gui.merging.dispute_rows import DisputeRow
from workbench.gui.merging.side_card import SideCard, charge_in_words
from workbench.gui.outcome_look import look_of_outcome
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.words import words
from workbench.operations.settle_dispute import settle_dispute

_MOST_HEIGHT = 140
_CHOICES = (Outcome.PASS, Outcome.FAIL, Outcome.NOT_APPLICABLE)


class SettleDialog(DialogFrame):
    def __init__(
        self, parent: QWidget | None, *, session: Session, dispute: DisputeRow, done: Callable[[], None]
    ) -> None:
        super().__init__(
            parent,
            title=f"裁定：{dispute.indicator.name}",
            text=f"{dispute.subject.name}　{dispute.indicator.code}　双方的判定都会留着。",
            accept="裁定",
        )
        self._session = session
        self._dispute = dispute
        self._done = done
        self._standard = session.snapshot.standard if session.snapshot else None
        self._checks: dict[Charge, QCheckBox] = {}
        self.outcome = ChoiceField(name="裁定结果")
        for outcome in _CHOICES:
            self.outcome.addItem(look_of_outcome(outcome).word, outcome.value)
        self.reason = LineField(name="理由", hint="双方都会看到")
        self._build()
        self._show_settled()
        self.setMinimumWidth(620)

    def take_side(self, side: Answer) -> None:
        """Take over what one side says; it can still be changed below."""
        self._choose(side.outcome, side.charges)
        if not self.reason.text().strip():
            self.reason.setText(f"采用{side.inspector}的判定")
        self.reason.setFocus()
        self.reason.selectAll()

    def take(self) -> None:
        by, reason = self._session.inspector, self.reason.text()
        outcome = Outcome(self.outcome.currentData())
        charges = [charge for charge, check in self._checks.items() if check.isChecked()]
        subject, judgement = self._dispute.subject, self._dispute.judgement

        def stored(_settlement: object) -> None:
            self._done()
            self.accept()

        self._session.act(
            self,
            lambda workspace: settle_dispute(
                workspace,
                subject=subject,
                judgement=judgement,
                outcome=outcome,
                charges=charges,
                by=by,
                reason=reason,
            ),
            subjects=(subject.id,),
            done=stored,
            failed=self.complain,
        )

    def _build(self) -> None:
        sides = row(gap=12)
        for side in self._dispute.judgement.answers:
            sides.addWidget(SideCard(side, self._standard, taken=self.take_side), 1)
        self.add(sides, stretch=1)
        self.add(labelled("裁定结果", self.outcome))
        if charges := self._charges():
            self.add(words("保留的问题", scale="strong"))
            self.add(self._charge_list(charges))
        self.add(labelled("理由", self.reason))
        if not self._session.is_lead and self._session.snapshot is not None:
            self.complain(
                f"争议由组长{self._session.snapshot.campaign.lead}裁定；您若是组长，请先在右上角换成这个名字。"
            )
            if self.accept_button is not None:
                self.accept_button.setEnabled(False)

    def _charges(self) -> list[Charge]:
        held = {charge for side in self._dispute.judgement.answers for charge in side.charges}
        return sorted(held | set(unite(held)))

    def _charge_list(self, charges: Iterable[Charge]) -> QScrollArea:
        lines = column(gap=2)
        for charge in charges:
            check = QCheckBox(charge_in_words(charge, self._standard))
            check.setAccessibleName(check.text())
            self._checks[charge] = check
            lines.addWidget(check)
        lines.addStretch(1)
        inside = QWidget()
        inside.setLayout(lines)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName("保留的问题")
        area.setMaximumHeight(min(_MOST_HEIGHT, inside.sizeHint().height() + 4))
        return area

    def _show_settled(self) -> None:
        settlement = self._dispute.judgement.settlement
        if settlement is not None:
            self._choose(settlement.outcome, settlement.charges)
            self.reason.setText(settlement.reason)
        else:
            self._choose(Outcome.FAIL if self._checks else Outcome.PASS, self._dispute.judgement.charges)

    def _choose(self, outcome: Outcome, charges: Iterable[Charge]) -> None:
        kept = set(charges)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(outcome.value)))
        for charge, check in self._checks.items():
            check.setChecked(charge in kept)
