"""Typed totals where no list of messages exists: those there are, and a form for more; the parts must add up."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.clocks.message_figures import MessageSpan
from workbench.clocks.message_platforms import message_platforms
from workbench.domain.message_totals import MessageTotals
from workbench.domain.subject import SubjectKind
from workbench.errors import WorkbenchError
from workbench.gui.messages_page.totals_draft import (
    OTHER_LABELS,
    OTHER_PARTS,
    PARTS,
    fit_in_words,
    totals_of,
)
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.day_field import DayField
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, NumberField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.gui.widgets.words import set_tone, words
from workbench.operations.edit_message import delete_message_totals, save_message_totals
from workbench.operations.message_book import MessageBook, read_message_book

_MOST = 9_999_999
_TABLE_HEIGHT = 150


class MessageTotalsDialog(DialogFrame):
    """`done` is called after something was stored or deleted; the dialog stays open for the next platform."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        book: MessageBook,
        span: MessageSpan,
        done: Callable[[str], None],
    ) -> None:
        super().__init__(
            parent,
            title="留言汇总数",
            text="没有逐条清单的平台，把它公布的数字填在这里。各项相加要等于收到条数；已有逐条留言的平台和日期不重复计。",
            accept="保存这一份",
            cancel="关闭",
        )
        self._session = session
        self._done = done
        self._names = {each.id: each.name for each in message_platforms().values()}
        self._sites = {each.id: each.name for each in book.subjects.values()}
        self._make_table()
        self._make_place(book, span)
        self._make_counts()
        self.show_totals(book.totals)
        self._tell_fit()
        self.resize(760, 640 if book.totals else 460)
        self.site.setFocus()

    def take(self) -> None:
        try:
            totals = self._filled()
        except WorkbenchError as error:
            self.complain(error)
            return
        by = self._session.inspector
        self._session.act(
            self,
            lambda workspace: save_message_totals(workspace, totals, by=by),
            subjects=(),
            done=lambda _saved: self._stored("已保存汇总数，可以撤销（Ctrl+Z）。"),
            failed=self.complain,
        )

    def delete_chosen(self) -> None:
        chosen = self.model.row(self.table.currentIndex())
        if chosen is None:
            self.complain("请先在上面的表里选中一份汇总数。")
            return
        by = self._session.inspector
        self._session.act(
            self,
            lambda workspace: delete_message_totals(workspace, chosen, by=by),
            subjects=(),
            done=lambda _nothing: self._stored("已删除汇总数，可以撤销（Ctrl+Z）。"),
            failed=self.complain,
        )

    def show_totals(self, totals: tuple[MessageTotals, ...]) -> None:
        self.model.show(totals)
        self.table.setVisible(bool(totals))
        self.delete.setVisible(bool(totals))

    def _make_table(self) -> None:
        fields: tuple[Field[MessageTotals], ...] = (
            Field(title="网站", text=lambda found: self._sites.get(found.subject_id, "")),
            Field(title="平台", text=lambda found: self._names.get(found.platform, found.platform)),
            Field(title="第一天", text=lambda found: str(found.first_day)),
            Field(title="最后一天", text=lambda found: str(found.last_day)),
            Field(
                title="收到",
                text=lambda found: str(found.received),
                is_number=True,
                order=lambda found: (found.received,),
            ),
            Field(
                title="逾期未办结",
                text=lambda found: str(found.overdue),
                is_number=True,
                order=lambda found: (found.overdue,),
            ),
        )
        self.model = RowModel(fields, parent=self)
        self.table = RecordTable(
            name="已填写的汇总数",
            model=self.model,
            widths=(180, 140, 96, 96, 64, 90),
            stretches=0,
            empty="还没有填过汇总数；在下面填好，按“保存这一份”就列在这里。",
        )
        self.table.setProperty("kind", "framed")
        self.table.setMaximumHeight(_TABLE_HEIGHT)
        self.delete = push_button("删除选中的", meaning="remove", kind="danger")
        self.delete.clicked.connect(self.delete_chosen)
        self.add(self.table)
        self.add(row(None, self.delete))

    def _make_place(self, book: MessageBook, span: MessageSpan) -> None:
        self.site = ChoiceField(name="网站")
        for subject in sorted(book.subjects.values(), key=lambda each: each.code):
            if subject.kind is not SubjectKind.ACCOUNT:
                self.site.addItem(subject.name, subject.id)
        self.platform = ChoiceField(name="平台")
        for identity, name in self._names.items():
            self.platform.addItem(name, identity)
        self.first = DayField(name="第一天", day=span.first if span.first > date.min else None)
        self.last = DayField(name="最后一天", day=span.last if span.last < date.max else None)
        self.add(
            row(
                labelled("网站", self.site),
                labelled("平台", self.platform),
                labelled("第一天", self.first),
                labelled("最后一天", self.last),
                gap=12,
            )
        )

    def _make_counts(self) -> None:
        named = {"received": "收到", **dict(PARTS)}
        named |= {word: OTHER_LABELS.get(word, word) for word in OTHER_PARTS}
        named |= {"rated": "有评价的", "satisfied": "满意和基本满意"}
        self.counts = {
            key: NumberField(name=f"{label}（条）", lowest=0, highest=_MOST, value=0)
            for key, label in named.items()
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, (key, label) in enumerate(named.items()):
            line, side = divmod(place, 4)
            grid.addLayout(labelled(label, self.counts[key]), line, side)
            self.counts[key].valueChanged.connect(lambda _value: self._tell_fit())
        self._fit = words(tone="muted")
        self.add(grid)
        self.add(self._fit)
        self.body.addStretch(1)

    def _filled(self) -> MessageTotals:
        return totals_of(
            self.site.currentData(),
            platform=str(self.platform.currentData()),
            first=self.first.day(),
            last=self.last.day(),
            counts={key: field.value() for key, field in self.counts.items()},
        )

    def _tell_fit(self) -> None:
        received = self.counts["received"].value()
        parts = sum(self.counts[key].value() for key in (*dict(PARTS), *OTHER_PARTS))
        self._fit.setText(fit_in_words(received, parts))
        set_tone(self._fit, "muted" if not received else "passed" if received == parts else "fail")

    def _stored(self, told: str) -> None:
        self.complain("")
        for field in self.counts.values():
            field.setValue(0)
        # What comes next is another platform of the same site.
        self.platform.setFocus()
        self._done(told)
        self._session.read(self, read_message_book, done=lambda book: self.show_totals(book.totals))
