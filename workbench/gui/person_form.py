"""Asks who sits here: every verdict is kept under this name."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.domain.ids import inspector_name
from workbench.errors import WorkbenchError
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.settings.options import change_options, load_options


class PersonForm(DialogFrame):
    def __init__(self, parent: QWidget | None, *, taken: Callable[[str], None]) -> None:
        super().__init__(
            parent, title="检查员", text="您的每一次判定都记在这个名下，导出的结果包也用它。", accept="保存"
        )
        options = load_options()
        self._taken = taken
        self.name = LineField(name="姓名", hint="例如：王芳", text=options.inspector)
        self.unit = LineField(name="单位", hint="例如：市政府办公室", text=options.unit)
        self.add(labelled("姓名", self.name))
        self.add(labelled("单位", self.unit))
        self.setMinimumWidth(420)
        self.name.setFocus()

    def take(self) -> None:
        try:
            name = inspector_name(self.name.text())
            change_options(inspector=name, unit=self.unit.text().strip())
        except (ValueError, WorkbenchError) as error:
            self.complain(error)
            return
        self._taken(name)
        self.accept()
