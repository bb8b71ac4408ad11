"""One subject of the register, whole: who runs it, where it is, what state it is in, who inspects it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLayout, QLineEdit, QScrollArea, QWidget

from workbench.domain.closing import Closing
from workbench.domain.subject import KIND_WORDS, STATE_WORDS, Subject, SubjectKind, SubjectState
from workbench.errors import WorkbenchError
from workbench.gui.register_page.name_list import names_in
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.day_field import DayField
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.words import words
from workbench.operations.edit_subject import save_subject

_TEXTS = {
    "code": ("编号", "网站标识码，或本单位自己的编号"),
    "name": ("名称", ""),
    "home_url": ("首页网址", ""),
    "organiser": ("主办单位", ""),
    "supervisor": ("主管单位", ""),
    "platform": ("所在平台", "账号才填，例如 微信公众号"),
    "region": ("地区", ""),
    "level": ("层级", "例如 市级、县级"),
    "parent_code": ("上级网站的编号", "频道和模块要填"),
    "predecessor_code": ("前身的编号", "由哪个网站迁来"),
    "successor_code": ("后继的编号", "迁到了哪个网站"),
    "contact": ("联系人", ""),
    "phone": ("联系电话", ""),
    "icp": ("ICP备案号", ""),
    "police_record": ("公安备案号", ""),
}
_CLOSING = {
    "applied": "申请",
    "approved": "核准",
    "announced": "公告",
    "offline": "下线",
    "last_upkeep": "停止维护（已停的才填）",
}
_FLAGS = {
    "is_drawn": "本批检查",
    "has_service": "有办事服务",
    "failed_last_time": "上次不合格",
}


class SubjectForm(DialogFrame):
    """`done` is handed the subject as saved; `columns_asked` opens its columns, None for a subject not yet saved."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        subject: Subject,
        is_new: bool,
        done: Callable[[Subject], None],
        columns_asked: Callable[[Subject], None] | None = None,
    ) -> None:
        super().__init__(
            parent,
            title="新增对象" if is_new else subject.name,
            text="编号和名称必填，网站还要有首页网址；其余可以以后再补。" if is_new else subject.code,
            accept="保存",
        )
        self._session = session
        self._subject = subject
        self._done = done
        self.texts = {
            name: LineField(name=label, hint=hint, text=str(getattr(subject, name)))
            for name, (label, hint) in _TEXTS.items()
        }
        self.kind = ChoiceField(name="类型")
        for kind in SubjectKind:
            self.kind.addItem(KIND_WORDS[kind], kind.value)
        self.kind.setCurrentIndex(self.kind.findData(subject.kind.value))
        self.prefixes = LineField(
            name="网址前缀", hint="频道和模块的栏目地址，几个用空格分开", text=" ".join(subject.url_prefixes)
        )
        self.assigned = LineField(name="检查员", hint="几个人用顿号分开", text="、".join(subject.assigned_to))
        self.state = ChoiceField(name="状态")
        for state in SubjectState:
            self.state.addItem(STATE_WORDS[state], state.value)
        self.state.setCurrentIndex(self.state.findData(subject.state.value))
        self.reason = LineField(name="状态说明", hint="不检查时写明原因", text=subject.state_reason)
        closing = subject.closing or Closing()
        self.days = {
            name: DayField(name=f"关停{label}", day=getattr(closing, name))
            for name, label in _CLOSING.items()
        }
        self.flags = {name: _check(label, is_on=getattr(subject, name)) for name, label in _FLAGS.items()}
        self.state.currentIndexChanged.connect(lambda _index: self._show_closing())
        self.state.activated.connect(lambda _index: QTimer.singleShot(0, self, self._reveal_closing))
        self._build()
        self._show_closing()
        if columns_asked is not None:
            self._offer_columns(columns_asked)
        self._refuse_others()
        self.resize(760, 640)
        self.texts["code" if is_new else "name"].setFocus()

    def take(self) -> None:
        try:
            filled = self._filled()
        except WorkbenchError as error:
            self.complain(error)
            return
        by = self._session.inspector

        def stored(saved: Subject) -> None:
            self._done(saved)
            self.accept()

        self._session.act(
            self,
            lambda workspace: save_subject(workspace, filled, by=by),
            subjects=None,
            done=stored,
            failed=self.complain,
        )

    def _filled(self) -> Subject:
        """Raises WorkbenchError where a day cannot be read."""
        days = {name: field.day() for name, field in self.days.items()}
        closing = Closing(**days) if any(days.values()) else None
        said: dict[str, Any] = {name: field.text().strip() for name, field in self.texts.items()}
        said |= {name: flag.isChecked() for name, flag in self.flags.items()}
        return replace(
            self._subject,
            **said,
            kind=SubjectKind(self.kind.currentData()),
            url_prefixes=tuple(self.prefixes.text().split()),
            assigned_to=names_in(self.assigned.text()),
            state=SubjectState(self.state.currentData()),
            state_reason=self.reason.text().strip(),
            closing=closing,
        )

    def _build(self) -> None:
        inside = QWidget()
        self._closing = _group("关停程序", [(label, self.days[name]) for name, label in _CLOSING.items()])
        inside.setLayout(
            column(
                _grid(
                    self._row("code"),
                    self._row("name"),
                    labelled("类型", self.kind),
                    self._row("home_url"),
                    labelled("网址前缀", self.prefixes),
                    self._row("platform"),
                ),
                words("单位", scale="heading"),
                _grid(
                    *(self._row(name) for name in ("organiser", "supervisor", "region", "level")),
                    *(self._row(name) for name in ("contact", "phone", "icp", "police_record")),
                ),
                words("上下级", scale="heading"),
                _grid(*(self._row(f"{name}_code") for name in ("parent", "predecessor", "successor"))),
                words("本批检查", scale="heading"),
                _grid(
                    labelled("状态", self.state),
                    labelled("状态说明", self.reason),
                ),
                self._closing,
                _grid(labelled("检查员", self.assigned)),
                _grid(*self.flags.values(), columns=3),
                None,
                gap=14,
                margins=(0, 0, 12, 0),
            )
        )
        self.area = area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName("对象的各项内容")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(area, stretch=1)

    def _row(self, name: str) -> QLayout:
        return labelled(_TEXTS[name][0], self.texts[name])

    def _show_closing(self) -> None:
        is_closing = self.state.currentData() == SubjectState.CLOSING.value
        self._closing.setVisible(is_closing or any(field.text() for field in self.days.values()))

    def _reveal_closing(self) -> None:
        """The days of the closing appear below what was just chosen, and nobody looks for them there."""
        if self._closing.isVisible():
            self.area.ensureWidgetVisible(self._closing)

    def _offer_columns(self, asked: Callable[[Subject], None]) -> None:
        button = push_button("栏目…", meaning="columns")
        button.clicked.connect(lambda: asked(self._subject))
        self.acts.addWidget(button)

    def _refuse_others(self) -> None:
        snapshot = self._session.snapshot
        if snapshot is not None and not self._session.is_lead and self.accept_button is not None:
            self.complain(f"台账由组长{snapshot.campaign.lead}修改；您可以查看。")
            self.accept_button.setEnabled(False)
            for field in self.findChildren(QLineEdit):
                field.setReadOnly(True)
            for choice in (self.kind, self.state, *self.flags.values()):
                choice.setEnabled(False)


def _check(label: str, *, is_on: bool) -> QCheckBox:
    box = QCheckBox(label)
    box.setAccessibleName(label)
    box.setChecked(is_on)
    return box


def _grid(*parts: QWidget | QLayout, columns: int = 2) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    for place, part in enumerate(parts):
        at = divmod(place, columns)
        if isinstance(part, QLayout):
            grid.addLayout(part, *at)
        else:
            grid.addWidget(part, *at)
    for index in range(columns):
        grid.setColumnStretch(index, 1)
    return grid


def _group(title: str, fields: list[tuple[str, QWidget]]) -> QWidget:
    group = QWidget()
    grid = _grid(*(labelled(label, field) for label, field in fields), columns=3)
    group.setLayout(column(words(title, scale="heading"), grid, gap=8))
    return group
