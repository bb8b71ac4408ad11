"""Shows what a recipe made by pointing finds on the page, and keeps it with a column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from workbench.domain.column import COLUMN_CLASS_WORDS, Column, ColumnClass
from workbench.domain.column_recipe import ColumnRecipe
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.views.list_items import ListItem

_NEW = "登记为新栏目"
_FIELDS: tuple[Field[ListItem], ...] = (
    Field(title="标题", text=lambda item: item.title, hint=lambda item: item.url),
    Field(
        title="日期",
        text=lambda item: item.date.isoformat() if item.date else "—",
        hint=lambda item: item.date_source,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeChoice:
    """`column` is None for one that is yet to be registered under `name` and `column_class`."""

    column: Column | None
    name: str
    column_class: ColumnClass


class RecipeForm(DialogFrame):
    """`taken` is handed the column the recipe is for; the form stays open until told that it was stored."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        recipe: ColumnRecipe,
        items: Sequence[ListItem],
        columns: Sequence[Column],
        at: str,
        name: str,
        taken: Callable[[RecipeChoice], None],
    ) -> None:
        dated = sum(item.date is not None for item in items)
        super().__init__(
            parent,
            title="栏目的读法",
            text=f"按您指的位置找到 {len(items)} 条信息，其中 {dated} 条有日期。核对无误后保存，以后的检查照此读这个栏目。",
            accept="保存",
        )
        self._taken = taken
        self._columns = tuple(columns)
        self.column = ChoiceField(name="栏目", is_long=True)
        for column in self._columns:
            self.column.addItem(f"{column.name}　{column.url}", str(column.id))
        self.column.addItem(_NEW, "")
        here = next((n for n, column in enumerate(self._columns) if column.url == at), len(self._columns))
        self.column.setCurrentIndex(here)
        self.name = LineField(name="栏目名称", text=name)
        self.column_class = ChoiceField(name="栏目类别")
        for each, word in COLUMN_CLASS_WORDS.items():
            self.column_class.addItem(word, each.value)
        self.add(labelled("栏目", self.column))
        self._new = QWidget()
        fields = row(labelled("栏目名称", self.name), labelled("类别", self.column_class), gap=12)
        fields.setStretch(0, 1)
        self._new.setLayout(fields)
        self.add(self._new)
        self.model = RowModel(_FIELDS, parent=self)
        self.model.show(tuple(items))
        table = RecordTable(name="找到的信息", model=self.model, widths=(420, 100), stretches=0)
        table.setProperty("kind", "framed")
        self.add(table, stretch=1)
        how = "　".join(part for part in (recipe.item, recipe.title, recipe.date) if part)
        self.set_hint(how)
        self.column.currentIndexChanged.connect(lambda _index: self._show_new())
        self._show_new()
        self.resize(680, 560)

    def set_hint(self, how: str) -> None:
        self.setToolTip(f"读法：{how}")

    def take(self) -> None:
        chosen = str(self.column.currentData())
        column = next((each for each in self._columns if str(each.id) == chosen), None)
        name = self.name.text().strip()
        if column is None and not name:
            self.complain("请写栏目名称，例如“通知公告”。")
            self.name.setFocus()
            return
        if self.accept_button is not None:
            self.accept_button.setEnabled(False)
        self._taken(
            RecipeChoice(column=column, name=name, column_class=ColumnClass(self.column_class.currentData()))
        )

    def _show_new(self) -> None:
        self._new.setVisible(not self.column.currentData())
