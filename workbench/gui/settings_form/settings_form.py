"""The preferences: every option of this PC with its help, by groups; defaults are a button away."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from workbench.errors import WorkbenchError
from workbench.gui.settings_form.option_field import OptionField, option_field
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.words import words
from workbench.settings.fit_options import note_of, refuse_unfit
from workbench.settings.options import OptionNote, Options, load_options, save_options


class SettingsForm(DialogFrame):
    """`taken` is handed the options as saved."""

    def __init__(self, parent: QWidget | None, *, taken: Callable[[Options], None]) -> None:
        super().__init__(parent, title="设置", text="只管这台电脑；批次文件里的内容不受影响。", accept="保存")
        self._taken = taken
        self.fields: dict[str, OptionField] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("各项设置")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        restore = push_button("恢复默认", meaning="undo")
        restore.clicked.connect(self.show_defaults)
        self.acts.addWidget(restore)
        self.add(self._area, stretch=1)
        self.show_options(load_options())
        self.resize(600, 640)

    def show_options(self, options: Options) -> None:
        self.fields.clear()
        groups: dict[str, list[QLayout | QWidget]] = {}
        for option in fields(Options):
            note = note_of(option)
            made = option_field(note, getattr(options, option.name))
            self.fields[option.name] = made
            groups.setdefault(note.group, []).append(_titled(note, made))
        inside = QWidget()
        whole = column(gap=12, margins=(0, 0, 14, 0))
        for title, parts in groups.items():
            whole.addWidget(words(title, scale="heading"))
            for part in parts:
                whole.addLayout(part) if isinstance(part, QLayout) else whole.addWidget(part)
        whole.addStretch(1)
        inside.setLayout(whole)
        self._area.setWidget(inside)

    def show_defaults(self) -> None:
        """Who sits here stays; nothing is saved before it is told to."""
        now = load_options()
        self.show_options(replace(Options(), inspector=now.inspector, unit=now.unit))

    def take(self) -> None:
        try:
            said: dict[str, Any] = {name: made.read() for name, made in self.fields.items()}
            filled = replace(load_options(), **said)
            refuse_unfit(filled)
            save_options(filled)
        except WorkbenchError as error:
            self.complain(error)
            return
        self._taken(filled)
        self.accept()


def _titled(note: OptionNote, made: OptionField) -> QLayout:
    if not made.has_own_title:
        return labelled(note.title, made.widget, hint=note.explanation)
    hint = words(note.explanation, scale="small", tone="muted", wraps=True)
    return column(made.widget, *((hint,) if note.explanation else ()), gap=2)
