"""Shows a picture that was kept as evidence: enlarge it, mark it, say what it shows, export it, take it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.domain.evidence import Evidence
from workbench.errors import fault_in_words
from workbench.gui.file_asking import ask_target
from workbench.gui.pictures.mark_canvas import MarkCanvas
from workbench.gui.pictures.picture_bytes import decode_picture
from workbench.gui.pictures.picture_facts import facts_of
from workbench.gui.pictures.picture_marks import Mark, MarkKind, draw_marks
from workbench.gui.pictures.picture_tools import PictureTools
from workbench.gui.theme import TypeScale
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.elided_label import ElidedLabel
from workbench.gui.widgets.fields import LineField

_ZOOMS = (0.1, 4.0)
_ZOOM_STEP = 1.25
_ROOM_FOR_WORDS = 820
_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg"}
_UNSAVED = "标记还没有保存：按 Ctrl+Enter 保存；再关闭一次就放弃。"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureActs:
    """What can be done with a picture; `read` hands it over, None where this file does not hold it."""

    read: Callable[[Evidence, Callable[["LoadedPicture | None"], None]], None]
    noted: Callable[[Evidence, str], None]
    marked: Callable[[Evidence, QImage], None]
    removed: Callable[[Evidence], None]


@dataclass(frozen=True, slots=True)
class LoadedPicture:
    content: bytes
    image: QImage


def load_picture(content: bytes | None) -> LoadedPicture | None:
    """Takes its time with a long page: not for the window's thread.

    Raises:
        WrongUseError: the bytes are no picture.
    """
    return None if content is None else LoadedPicture(content, decode_picture(content))


class PictureDialog(DialogFrame):
    def __init__(
        self,
        parent: QWidget | None,
        *,
        pictures: Sequence[Evidence],
        first: Evidence,
        inspector: str,
        acts: PictureActs,
    ) -> None:
        super().__init__(parent, title="证据", text=" ", accept="保存标记", cancel="关闭")
        self._pictures = list(pictures)
        self._acts = acts
        self._inspector = inspector
        self._content = b""
        self._is_fitted = True
        self._has_warned = False
        self._is_closed = False
        self._words_at = QPointF()
        self._build()
        self._connect()
        room = self.screen().availableSize() * 0.92
        self.tools.show_words(has_room=room.width() >= _ROOM_FOR_WORDS)
        self.resize(QSize(1100, 780).boundedTo(room))
        self.show_picture(first)

    def show_picture(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._content = b""
        self.set_text(facts_of(evidence))
        self.note.setText(evidence.note)
        is_own = evidence.inspector == self._inspector
        self.note.setReadOnly(not is_own)
        self.tools.actions["remove"].setEnabled(is_own)
        place = self._pictures.index(evidence)
        self.tools.actions["previous"].setEnabled(place > 0)
        self.tools.actions["next"].setEnabled(place + 1 < len(self._pictures))
        self.canvas.show_image(QImage())
        self._acts.read(evidence, lambda loaded: self._take_content(evidence, loaded))

    def take(self) -> None:
        """Keep the marked copy beside the picture."""
        if not self.canvas.marks:
            self.complain("还没有画标记：按 B 画框、A 画箭头、M 打马赛克、T 写字。")
            return
        self._acts.marked(self.evidence, draw_marks(self.canvas.image, self.canvas.marks))
        self.accept()

    def reject(self) -> None:
        if self.canvas.marks and not self._has_warned:
            self._has_warned = True
            self.complain(_UNSAVED)
            return
        self._keep_note()
        super().reject()

    def done(self, result: int) -> None:
        """A picture that is still being read comes too late."""
        self._is_closed = True
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self._fit()

    def _build(self) -> None:
        self.canvas = MarkCanvas(marked=self._marks_changed, asked_words=self._ask_words)
        self.tools = PictureTools(self, tool_taken=self._take_tool)
        self._area = QScrollArea()
        self._area.setWidget(self.canvas)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setAccessibleName("图片")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = LineField(name="标记文字", hint="写在图上的文字，按回车放到所选位置")
        self.note = LineField(name="说明", hint="这张图说明什么（回车保存）")
        self._how = ElidedLabel(tone="muted", size=TypeScale.SMALL)
        self.add(self.tools.frame)
        self.add(self.words)
        self.add(self._area, stretch=1)
        foot = row(self.note, gap=8)
        self.add(foot)
        self.add(self._how)
        self.words.hide()
        self._marks_changed()

    def _connect(self) -> None:
        actions = self.tools.actions
        acts: dict[str, Callable[[], None]] = {
            "take-back": self.canvas.take_back,
            "zoom-in": lambda: self._set_zoom(self.canvas.zoom * _ZOOM_STEP),
            "zoom-out": lambda: self._set_zoom(self.canvas.zoom / _ZOOM_STEP),
            "zoom-fit": self._fit,
            "previous": lambda: self._step(-1),
            "next": lambda: self._step(1),
            "export": self._export,
            "remove": self._remove,
        }
        for name, act in acts.items():
            actions[name].triggered.connect(lambda _checked=False, act=act: act())
        self.words.returnPressed.connect(self._put_words)
        self.note.returnPressed.connect(self._keep_note)

    def _take_content(self, evidence: Evidence, loaded: LoadedPicture | None) -> None:
        if evidence is not self.evidence or self._is_closed:
            return
        if loaded is None:
            self.complain("这个文件里没有这张图片（备份不含图片），请到原来的文件里查看。")
            return
        self._content = loaded.content
        self.canvas.show_image(loaded.image)
        self._marks_changed()
        self._fit()
        self.canvas.setFocus()

    def _take_tool(self, tool: MarkKind | None) -> None:
        self.canvas.take_tool(tool)
        self.words.hide()
        self.canvas.setFocus()
        self._how.set_text(
            "拖动鼠标画；或用方向键移动十字，空格定起点，再按空格定终点，Shift+方向键微调。" if tool else ""
        )

    def _ask_words(self, at: QPointF) -> None:
        self._words_at = at
        self.words.clear()
        self.words.show()
        self.words.setFocus()

    def _put_words(self) -> None:
        text = self.words.text().strip()
        self.words.hide()
        self.canvas.setFocus()
        self.canvas.add(Mark(kind=MarkKind.WORDS, first=self._words_at, last=self._words_at, text=text))

    def _marks_changed(self) -> None:
        count = len(self.canvas.marks)
        self._has_warned = False
        self.tools.actions["take-back"].setEnabled(count > 0)
        if self.accept_button is not None:
            self.accept_button.setText(f"保存标记（{count}）" if count else "保存标记")

    def _fit(self) -> None:
        """The whole width; a long page is scrolled."""
        image, room = self.canvas.image, self._area.viewport().size()
        if image.isNull() or room.width() < 1:
            return
        self._set_zoom(min(1.0, (room.width() - 2) / image.width()))
        self._is_fitted = True

    def _set_zoom(self, zoom: float) -> None:
        self._is_fitted = False
        self.canvas.set_zoom(min(_ZOOMS[1], max(_ZOOMS[0], zoom)))
        self.tools.scale.setText(f"{self.canvas.zoom:.0%}")

    def _step(self, by: int) -> None:
        if self.canvas.marks and not self._has_warned:
            self._has_warned = True
            self.complain(_UNSAVED)
            return
        self._keep_note()
        self.complain("")
        self.show_picture(self._pictures[self._pictures.index(self.evidence) + by])

    def _keep_note(self) -> None:
        text = self.note.text().strip()
        if text == self.evidence.note or self.note.isReadOnly():
            return
        self._acts.noted(self.evidence, text)
        place = self._pictures.index(self.evidence)
        self.evidence = self._pictures[place] = replace(self.evidence, note=text)

    def _export(self) -> None:
        if not self._content:
            return
        suffix = _SUFFIXES.get(self.evidence.media_type, ".png")
        name = f"证据-{self.evidence.indicator}-{self.evidence.digest[:8]}{suffix}"
        chosen, _kind = ask_target(self, "导出图片", name, f"图片 (*{suffix})")
        if chosen is None:
            return
        try:
            chosen.write_bytes(self._content)
        except OSError as error:
            self.complain(f"写不了“{chosen}”（{fault_in_words(error)}），请换一个文件夹。")

    def _remove(self) -> None:
        self.canvas.show_image(QImage())
        self._acts.removed(self.evidence)
        self.accept()
