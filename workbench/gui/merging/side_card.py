"""One side of a dispute: who, what he says, the problems he holds, his note."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from workbench.domain.answer import Answer
from workbench.domain.charge import Charge
from workbench.domain.standard import Standard
from workbench.gui.outcome_look import look_of_outcome
from workbench.gui.widgets.badge import Badge
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words

_MOST_LISTED = 6


class SideCard(QFrame):
    def __init__(self, side: Answer, standard: Standard | None, *, taken: Callable[[Answer], None]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        look = look_of_outcome(side.outcome)
        who = f"{side.inspector}（另一台电脑）" if side.device else side.inspector
        head = row(
            IconLabel("person"),
            words(who, scale="heading"),
            None,
            Badge(look.meaning, look.word, tone=look.tone),
        )
        body = column(head, margins=(14, 12, 14, 12), gap=8)
        charges = sorted(side.charges)
        for charge in charges[:_MOST_LISTED]:
            body.addWidget(words(charge_in_words(charge, standard), wraps=True, selectable=True))
        if len(charges) > _MOST_LISTED:
            body.addWidget(words(f"还有 {len(charges) - _MOST_LISTED} 处", tone="muted", scale="small"))
        if not charges:
            body.addWidget(words("没有记问题", tone="muted"))
        if side.note:
            body.addWidget(words(f"备注：{side.note}", tone="muted", wraps=True, selectable=True))
        body.addStretch(1)
        take = push_button(f"采用{side.inspector}的判定", meaning="accept")
        take.clicked.connect(lambda: taken(side))
        body.addLayout(row(take, None))
        self.setLayout(body)


def charge_in_words(charge: Charge, standard: Standard | None) -> str:
    """Rule, number and place of a problem somebody holds."""
    rule = standard.rule(charge.rule) if standard else None
    parts = [
        rule.when if rule else charge.rule,
        f"{charge.count} 处" if charge.count > 1 else "",
        charge.element,
        charge.place,
    ]
    return " · ".join(part for part in parts if part)
