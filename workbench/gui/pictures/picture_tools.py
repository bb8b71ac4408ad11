"""The tools over a picture: what is drawn with, how large it is shown, what is done with it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from workbench.gui.commands.command_catalogue import key_in_words
from workbench.gui.icons import icon
from workbench.gui.pictures.picture_marks import MarkKind
from workbench.gui.theme import Space
from workbench.gui.widgets.boxes import Part, framed, line, row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.words import words

_TOOLS = (
    (MarkKind.BOX, "框", "mark-box", "B"),
    (MarkKind.ARROW, "箭头", "mark-arrow", "A"),
    (MarkKind.MOSAIC, "马赛克", "mark-mosaic", "M"),
    (MarkKind.WORDS, "文字", "mark-words", "T"),
)
_ACTS = (
    ("take-back", "撤销标记", "undo", "Ctrl+Z"),
    ("zoom-out", "缩小", "zoom-out", "Ctrl+-"),
    ("zoom-fit", "适应窗口", "find", "Ctrl+0"),
    ("zoom-in", "放大", "zoom-in", "Ctrl+="),
    ("previous", "上一张", "back", "PgUp"),
    ("next", "下一张", "forward", "PgDown"),
    ("export", "导出图片…", "save-as", "Ctrl+S"),
    ("remove", "删除", "remove", "Ctrl+Delete"),
)


class PictureTools:
    """`actions` by name, for the frame that shows them and for the one who connects them."""

    def __init__(self, owner: QWidget, *, tool_taken: Callable[[MarkKind | None], None]) -> None:
        self._tool_taken = tool_taken
        self.actions: dict[str, QAction] = {}
        self.marking = QActionGroup(owner)
        self.marking.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for kind, title, meaning, key in _TOOLS:
            action = self._make(owner, kind.value, title, meaning, key)
            action.setCheckable(True)
            action.toggled.connect(lambda _on: self._tell())
            self.marking.addAction(action)
        for name, title, meaning, key in _ACTS:
            self._make(owner, name, title, meaning, key)
        self.scale = words(tone="muted", scale="small")
        self.frame = self._frame()

    def held(self) -> MarkKind | None:
        checked = self.marking.checkedAction()
        return MarkKind(checked.objectName()) if checked is not None else None

    def show_words(self, *, has_room: bool) -> None:
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if has_room else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for button in self._worded:
            button.setToolButtonStyle(style)

    def _tell(self) -> None:
        self._tool_taken(self.held())

    def _make(self, owner: QWidget, name: str, title: str, meaning: str, key: str) -> QAction:
        action = QAction(icon(meaning), title, owner)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        action.setToolTip(f"{title}（{key_in_words(action.shortcut())}）")
        owner.addAction(action)
        self.actions[name] = action
        return action

    def _frame(self) -> QFrame:
        drawing = [self._button(kind.value, shows_text=True) for kind, *_rest in _TOOLS]
        sizes = [self._button(name) for name in ("zoom-out", "zoom-fit", "zoom-in")]
        moves = [self._button(name) for name in ("previous", "next")]
        ends = [self._button(name, shows_text=True) for name in ("export", "remove")]
        self._worded = (*drawing, *ends)
        parts: list[Part] = [
            *drawing,
            self._button("take-back"),
            line(upright=True),
            *sizes,
            self.scale,
            line(upright=True),
            *moves,
            None,
            *ends,
        ]
        return framed(row(*parts, margins=(8, 4, 8, 4), gap=2), kind="card")

    def _button(self, name: str, *, shows_text: bool = False) -> QToolButton:
        button = action_button(self.actions[name], shows_text=shows_text)
        button.setIconSize(QSize(Space.ICON, Space.ICON))
        return button
