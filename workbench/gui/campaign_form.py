"""Starts a campaign: period, standard, monitoring day, lead, and where the file goes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from workbench.gui.file_asking import ask_target, start_folder, with_ending
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField, indent_text
from workbench.gui.widgets.form_rows import labelled
from workbench.operations.create_campaign import create_campaign
from workbench.settings.options import load_options
from workbench.standards.pack_reader import list_standards
from workbench.storage.workspace import Workspace

SUFFIX = ".inspection"


class CampaignForm(DialogFrame):
    def __init__(
        self, parent: QWidget | None, *, lead: str, make: Callable[[Callable[[], Workspace]], None]
    ) -> None:
        super().__init__(
            parent, title="新建批次", text="一个批次是一个季度的检查，全部内容都在一个文件里。", accept="新建"
        )
        self._make = make
        self._build(lead)
        self.place.editingFinished.connect(self._keep_place)
        self.period.textChanged.connect(self._suggest)
        self._is_place_own = False
        self._suggest()
        self.setMinimumWidth(520)

    def _build(self, lead: str) -> None:
        today = date.today()
        self.period = LineField(name="检查周期", text=f"{today.year}Q{(today.month - 1) // 3 + 1}")
        self._standard = ChoiceField(name="指标体系", is_long=True)
        for listing in list_standards():
            if not listing.problems:
                self._standard.addItem(f"{listing.title}（{listing.document}）", listing.id)
        self._standard.setCurrentIndex(max(0, self._standard.findData("national-2019")))
        self.as_of = QDateEdit(QDate(today.year, today.month, today.day))
        self.as_of.setCalendarPopup(True)
        self.as_of.setDisplayFormat("yyyy年M月d日")
        self.as_of.setAccessibleName("监测时间点")
        indent_text(self.as_of)
        self._lead = LineField(name="组长", text=lead)
        self._unit = LineField(name="单位", hint="开展检查的单位", text=load_options().unit)
        self.place = LineField(name="保存到")
        browse = push_button("选择…")
        browse.clicked.connect(self._browse)
        place = QWidget()
        place.setLayout(row(self.place, browse))
        place.setAccessibleName("保存到")
        self.add(
            row(
                labelled("检查周期", self.period, hint="例如 2026Q4"),
                labelled("监测时间点", self.as_of, hint="此后的内容不计"),
                gap=12,
            )
        )
        self.add(labelled("指标体系", self._standard, hint="新建后固定在批次里，不再变化。"))
        self.add(row(labelled("组长", self._lead), labelled("单位", self._unit), gap=12))
        self.add(labelled("保存到", place))

    def _suggest(self) -> None:
        if self._is_place_own:
            return
        name = self.period.text().strip().replace("/", "-") or "批次"
        self.place.setText(str(start_folder() / f"{name}{SUFFIX}"))

    def _keep_place(self) -> None:
        self._is_place_own = self.place.isModified()

    def _browse(self) -> None:
        chosen, _kind = ask_target(self, "新建批次", self.place.text(), f"批次文件 (*{SUFFIX})")
        if chosen is not None:
            self._is_place_own = True
            self.place.setText(str(with_ending(chosen, SUFFIX)))

    def take(self) -> None:
        path = Path(self.place.text().strip()).expanduser()
        if path.exists():
            self.complain(f"文件“{path.name}”已存在，请换一个名字，或关掉这里直接打开它。")
            return
        if not self.period.text().strip() or not self._lead.text().strip():
            self.complain("检查周期和组长都要填写。")
            return
        day = self.as_of.date()
        as_of = date(day.year(), day.month(), day.day())
        standard, period = str(self._standard.currentData()), self.period.text()
        lead, unit = self._lead.text(), self._unit.text().strip()

        def work() -> Workspace:
            path.parent.mkdir(parents=True, exist_ok=True)
            return create_campaign(
                path, standard_id=standard, period=period, as_of=as_of, lead=lead, unit=unit
            )

        self._make(work)
        self.accept()
