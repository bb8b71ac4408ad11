"""The two lines above the register: what can be done with it, in the order of the work, and what of it is shown."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame

from workbench.domain.subject import KIND_WORDS, SubjectKind
from workbench.gui.register_page.register_list_rows import STATE_FILTERS
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button, command_button
from workbench.gui.widgets.elided_label import ElidedLabel
from workbench.gui.widgets.fields import ChoiceField, SearchField

_ROOM_FOR_WORDS = 960
_ACTS = (
    "add-subject",
    "edit-subject",
    "subject-columns",
    "list-organisers",
    "take-sample",
    "plan-rounds",
    "assign-subjects",
    "task-packs",
)


class RegisterBar(QFrame):
    """`found` is called with the text looked for, `narrowed` when another kind or state is chosen."""

    def __init__(
        self, actions: Mapping[str, QAction], *, found: Callable[[str], None], narrowed: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.search = SearchField(name="查找对象", hint="名称、编号、网址或单位", found=found)
        self.search.setMaximumWidth(300)
        self.kind = ChoiceField(name="显示哪些类型")
        self.kind.addItem("全部类型", None)
        for kind in SubjectKind:
            self.kind.addItem(KIND_WORDS[kind], kind.value)
        self.state = ChoiceField(name="显示哪些状态")
        for key, (title, _is_shown) in STATE_FILTERS.items():
            self.state.addItem(title, key)
        for choice in (self.kind, self.state):
            choice.currentIndexChanged.connect(lambda _index: narrowed())
        self._told = ElidedLabel(tone="muted")
        take_in = command_button(actions["take-in-register"], meaning="import", kind="primary")
        self._acts = tuple(action_button(actions[name], shows_text=True) for name in _ACTS)
        shown = row(self.search, self.kind, self.state, self._told)
        for place, stretch in ((0, 2), (3, 3)):
            shown.setStretch(place, stretch)
        self.setLayout(column(row(take_in, 4, *self._acts, None, gap=4), shown, margins=(20, 10, 20, 10)))

    @property
    def chosen_kind(self) -> SubjectKind | None:
        chosen = self.kind.currentData()
        return SubjectKind(chosen) if chosen else None

    def tell(self, parts: Sequence[str]) -> None:
        """What is shown, and who edits it."""
        self._told.set_text("　·　".join(part for part in parts if part))

    def told(self) -> str:
        return self._told.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words of all buttons have no room, icons stand for all but the first."""
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        is_wide = self.width() >= _ROOM_FOR_WORDS
        for button in self._acts:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if is_wide else style.ToolButtonIconOnly)
