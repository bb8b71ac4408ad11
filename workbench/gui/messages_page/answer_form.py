"""The day on which messages were answered, for one or several at once."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.domain.message import Message
from workbench.errors import WorkbenchError
from workbench.gui.session import Session
from workbench.gui.widgets.day_field import DayField
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.form_rows import labelled
from workbench.operations.edit_message import answer_messages


class AnswerForm(DialogFrame):
    """`done` is handed what was changed."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        messages: Sequence[Message],
        suggested: date,
        done: Callable[[tuple[Message, ...]], None],
    ) -> None:
        many = f"{len(messages)} 条留言" if len(messages) > 1 else f"留言 {messages[0].number}"
        super().__init__(parent, title="已回复", text=f"{many}：填写答复日期，回车保存。", accept="保存")
        self._session = session
        self._messages = tuple(messages)
        self._done = done
        known = {each.answered for each in messages}
        answered = known.pop() if len(known) == 1 else None
        self.day = DayField(name="答复日期", day=answered or suggested)
        self.add(labelled("答复日期", self.day, hint="按期还是逾期由它计算；不知道就留空，记作日期不详"))
        self.setMinimumWidth(380)
        self.day.setFocus()
        self.day.selectAll()

    def take(self) -> None:
        try:
            day = self.day.day()
        except WorkbenchError as error:
            self.complain(error)
            return
        by, messages = self._session.inspector, self._messages

        def stored(changed: tuple[Message, ...]) -> None:
            self._done(changed)
            self.accept()

        self._session.act(
            self,
            lambda workspace: answer_messages(workspace, messages, day, by=by),
            subjects=(),
            done=stored,
            failed=self.complain,
        )
