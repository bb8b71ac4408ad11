"""What is done with the messages selected in the list; every act is stored at once and can be undone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.clocks.message_figures import MessageSpan
from workbench.domain.message import (
    MESSAGE_STATE_WORDS,
    SATISFACTION_WORDS,
    Message,
    MessageState,
    Satisfaction,
)
from workbench.errors import WrongUseError
from workbench.gui.file_asking import ask_file, ask_target, with_ending
from workbench.gui.messages_page.answer_form import AnswerForm
from workbench.gui.messages_page.message_import_dialog import MessageImportDialog
from workbench.gui.messages_page.message_list_rows import MessageRow
from workbench.gui.messages_page.message_totals_dialog import MessageTotalsDialog
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.session import Session
from workbench.operations.edit_message import (
    NOT_ANSWERED,
    mark_perfunctory,
    set_message_state,
    set_satisfaction,
)
from workbench.operations.import_register import preview_register
from workbench.operations.message_book import MessageBook, export_messages
from workbench.register.register_preview import RegisterPreview
from workbench.register.register_table import TableKind
from workbench.storage.workspace import Workspace

MESSAGE_FILES = "留言表 (*.csv *.xlsx *.xls *.zip)"


class MessageDesk:
    """`chosen` gives the selected messages; `edited` is handed what was changed, `reread` called where more was."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        *,
        chosen: Callable[[], tuple[Message, ...]],
        edited: Callable[[tuple[Message, ...]], None],
        reread: Callable[[], None],
        tell: Callable[[NoticeLine], None],
    ) -> None:
        self._parent = parent
        self._edited = edited
        self._reread = reread
        self._session = session
        self._chosen = chosen
        self._tell = tell

    def set_state(self, state: MessageState) -> None:
        word = MESSAGE_STATE_WORDS[state]
        self._change(
            lambda workspace, messages: set_message_state(
                workspace, messages, state, by=self._session.inspector
            ),
            f"已改为“{word}”",
        )

    def set_satisfaction(self, satisfaction: Satisfaction) -> None:
        self._change(
            lambda workspace, messages: set_satisfaction(
                workspace, messages, satisfaction, by=self._session.inspector
            ),
            f"的满意度已改为“{SATISFACTION_WORDS[satisfaction]}”",
        )

    def why_not_perfunctory(self) -> str:
        """Why the selected messages cannot be marked, in a sentence; empty where they can. A mark is always taken away."""
        chosen = self._chosen()
        if all(each.is_perfunctory for each in chosen):
            return ""
        unanswered = next((each for each in chosen if not each.has_answer), None)
        return f"留言 {unanswered.number} {NOT_ANSWERED}" if unanswered else ""

    def swap_perfunctory(self) -> None:
        """Marks all that are selected, or takes the mark away where all have it."""
        is_it = not all(each.is_perfunctory for each in self._chosen())
        self._change(
            lambda workspace, messages: mark_perfunctory(
                workspace, messages, is_it=is_it, by=self._session.inspector
            ),
            "已标为敷衍" if is_it else "已取消敷衍标记",
        )

    def ask_answer(self) -> None:
        messages = self._chosen()
        snapshot = self._session.snapshot
        if not messages or snapshot is None:
            self._ask_to_choose()
            return
        AnswerForm(
            self._parent,
            session=self._session,
            messages=messages,
            suggested=snapshot.campaign.as_of,
            done=lambda changed: self._told(changed, "已记为已回复"),
        ).open()

    def choose_file(self) -> None:
        chosen = ask_file(self._parent, "导入留言", MESSAGE_FILES)
        if chosen is not None:
            self.preview(chosen)

    def preview(self, file: Path) -> None:
        """Look at the file first; nothing is stored before the preview is accepted."""

        def show(found: RegisterPreview) -> None:
            MessageImportDialog(
                self._parent, session=self._session, file=file, preview=found, done=self._imported
            ).open()

        self._tell(NoticeLine(f"正在读取“{file.name}”…"))
        self._session.read(self._parent, lambda workspace: _look_at(workspace, file), done=show)

    def ask_totals(self, book: MessageBook | None, span: MessageSpan) -> None:
        if book is not None:
            MessageTotalsDialog(
                self._parent,
                session=self._session,
                book=book,
                span=span,
                done=self._counted,
            ).open()

    def export(self, book: MessageBook | None, rows: tuple[MessageRow, ...]) -> None:
        """What the list shows, as a workbook that can be imported again."""
        if book is None or not rows:
            self._tell(NoticeLine("列表是空的，没有可导出的留言；请先放宽筛选。"))
            return
        chosen, _kind = ask_target(self._parent, "导出留言", f"留言-{book.as_of}.xlsx", "Excel (*.xlsx)")
        if chosen is not None:
            target = with_ending(chosen, ".xlsx")
            self._session.read(
                self._parent,
                lambda _workspace: export_messages(book, [found.reading for found in rows], target),
                done=lambda file: self._tell(NoticeLine(f"已导出 {len(rows)} 条留言：{file}", Tone.DONE)),
            )

    def _change(
        self, act: Callable[[Workspace, tuple[Message, ...]], tuple[Message, ...]], what: str
    ) -> None:
        messages = self._chosen()
        if not messages:
            self._ask_to_choose()
            return
        self._session.act(
            self._parent,
            lambda workspace: act(workspace, messages),
            subjects=(),
            done=lambda changed: self._told(changed, what),
        )

    def _told(self, changed: tuple[Message, ...], what: str) -> None:
        if changed:
            self._edited(changed)
            self._tell(NoticeLine(f"{len(changed)} 条留言{what}，可以撤销（Ctrl+Z）。", Tone.DONE))
        else:
            self._tell(NoticeLine("选中的留言本来就是这样，没有改动。"))

    def _ask_to_choose(self) -> None:
        self._tell(NoticeLine("请先在列表里选中留言，可以按住 Shift 选多条。"))

    def _counted(self, told: str) -> None:
        self._reread()
        self._tell(NoticeLine(told, Tone.DONE))

    def _imported(self, saved: int, faulty: int) -> None:
        self._reread()
        left = f"，有误的 {faulty} 行没有导入" if faulty else ""
        self._tell(
            NoticeLine(
                f"已导入 {saved} 条留言{left}，可以撤销（Ctrl+Z）；按 P 把超期的提为疑似问题。", Tone.DONE
            )
        )


def _look_at(workspace: Workspace, file: Path) -> RegisterPreview:
    found = preview_register(workspace, file)
    if found.kind is not TableKind.MESSAGES:
        raise WrongUseError(
            f"“{file.name}”是台账，不是留言表；留言表要有“留言时间”和“编号”或“标题”，台账请在“台账”页导入。"
        )
    return found
