"""Ignore a problem for a while: how far it reaches, why, and until which day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from PySide6.QtWidgets import QWidget

from workbench.domain.ignore import IGNORE_SCOPE_WORDS, Ignore, IgnoreScope
from workbench.domain.subject import Subject
from workbench.errors import WorkbenchError
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.day_field import DayField
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.words import words
from workbench.operations.ignore_problem import add_ignore

USUAL_SPAN_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreWish:
    """`what` is a check's id or a link outcome, `title` what people call it, `address` where the problem is."""

    subject: Subject
    what: str
    title: str
    address: str


class IgnoreForm(DialogFrame):
    """`done` is handed the ignore as saved."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        wish: IgnoreWish,
        done: Callable[[Ignore], None],
    ) -> None:
        super().__init__(
            parent,
            title="忽略",
            text=f"{wish.subject.name}　{wish.title}　忽略期间不计分，列入每份报告；到期自动恢复。",
            accept="忽略",
        )
        self._session = session
        self._wish = wish
        self._done = done
        self.scope = ChoiceField(name="范围")
        for scope in _scopes(wish.address):
            self.scope.addItem(IGNORE_SCOPE_WORDS[scope], scope.value)
        self.target = words(tone="muted", wraps=True, selectable=True)
        self.reason = LineField(name="理由", hint="例如：该系统每周日维护，已核实")
        self.until = DayField(name="有效到", day=date.today() + timedelta(USUAL_SPAN_DAYS))
        self.everywhere = ChoiceField(name="对象")
        self.everywhere.addItem(wish.subject.name, False)
        if session.is_lead:
            self.everywhere.addItem("本批全部对象", True)
        self.add(row(labelled("范围", self.scope), labelled("对象", self.everywhere), gap=16))
        self.add(self.target)
        self.add(labelled("理由", self.reason))
        self.add(labelled("有效到（含当天）", self.until))
        self.scope.currentIndexChanged.connect(lambda _index: self._tell())
        self._tell()
        self.setMinimumWidth(480)
        self.reason.setFocus()

    def take(self) -> None:
        try:
            until = self.until.day()
        except WorkbenchError as error:
            self.complain(error)
            return
        if until is None:
            self.complain("请写明有效到哪一天。")
            return
        wish, by = self._wish, self._session.inspector
        scope, reason = IgnoreScope(self.scope.currentData()), self.reason.text()
        subject = None if self.everywhere.currentData() else wish.subject

        def stored(saved: Ignore) -> None:
            self._done(saved)
            self.accept()

        self._session.act(
            self,
            lambda workspace: add_ignore(
                workspace,
                subject=subject,
                what=wish.what,
                scope=scope,
                target=wish.address,
                reason=reason,
                until=until,
                by=by,
            ),
            subjects=None,
            done=stored,
            failed=self.complain,
        )

    def _tell(self) -> None:
        scope, address = IgnoreScope(self.scope.currentData()), self._wish.address
        told = {
            IgnoreScope.LINK: address,
            IgnoreScope.HOST: urlsplit(address).netloc,
            IgnoreScope.PREFIX: f"{address} 以及以它开头的网址",
            IgnoreScope.SUBJECT: f"{self._wish.subject.name}的全部{self._wish.title}",
        }
        self.target.setText(told[scope])


def _scopes(address: str) -> tuple[IgnoreScope, ...]:
    """A problem without an address can only be ignored for the whole subject."""
    return tuple(IgnoreScope) if "://" in address else (IgnoreScope.SUBJECT,)
