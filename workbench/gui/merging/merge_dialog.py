"""What result files would bring, before anything is taken in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.gui.session import Session
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words
from workbench.operations.merge_results import MergeSummary, merge_results

_MOST_LISTED = 8


class MergeDialog(DialogFrame):
    """`done` is handed the summary of what was taken in."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        files: Sequence[Path],
        preview: MergeSummary,
        done: Callable[[MergeSummary], None],
    ) -> None:
        super().__init__(
            parent,
            title="合并结果包",
            text="合并不会覆盖任何人的判定，重复合并也不会多出内容。",
            accept="合并",
        )
        self._session = session
        self._files = tuple(files)
        self._done = done
        self.add(
            framed(
                column(*(words(file.name) for file in self._files), margins=(12, 8, 12, 8), gap=4),
                kind="quote",
            )
        )
        self.add(_line("person", "muted", f"检查员：{'、'.join(preview.inspectors) or '没有'}"))
        self.add(
            _line(
                "new-row",
                "passed",
                _news(preview),
            )
        )
        self.add(_line("dispute", "doubtful" if preview.disputes else "muted", _disputes(preview)))
        self.setMinimumWidth(480)
        if preview.is_empty and self.accept_button is not None:
            self.accept_button.setEnabled(False)
            self.accept_button.setToolTip("没有新内容，不用合并。")
            self.set_text("这些文件的内容都已经在这里，不用再合并；要并入新的判定，请检查员重新导出结果包。")

    def take(self) -> None:
        if self.accept_button is not None:
            self.accept_button.setEnabled(False)

        def taken(summary: MergeSummary) -> None:
            self._done(summary)
            self.accept()

        self._session.act(
            self,
            lambda workspace: merge_results(workspace, self._files),
            subjects=None,
            done=taken,
            failed=self.complain,
        )


def _news(preview: MergeSummary) -> str:
    if preview.added:
        return f"新增 {preview.added} 条记录"
    return "没有新的判定，只有新的自动检查结果" if preview.brings_checks else "没有新内容，都已经在这里。"


def _disputes(preview: MergeSummary) -> str:
    if not preview.disputes:
        return "合并后没有争议。"
    listed = "、".join(f"{name} {indicator}" for name, indicator in preview.disputes[:_MOST_LISTED])
    more = " 等" if len(preview.disputes) > _MOST_LISTED else ""
    return f"合并后有 {len(preview.disputes)} 项争议待裁定：{listed}{more}"


def _line(meaning: str, tone: str, text: str) -> QWidget:
    layout = row(IconLabel(meaning, tone=tone), words(text, wraps=True))
    layout.setStretch(1, 1)
    shown = QWidget()
    shown.setLayout(layout)
    return shown
