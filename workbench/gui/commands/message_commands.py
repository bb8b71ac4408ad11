"""What is done with messages, by key."""

from typing import TYPE_CHECKING

from workbench.domain.message import MessageState, Satisfaction
from workbench.gui.commands.command_catalogue import command

if TYPE_CHECKING:
    from workbench.gui.messages_page.messages_page import MessagesPage

_MESSAGES = "留言"


@command(
    "message-answered", title="已回复…", icon="pass", group=_MESSAGES, order=500, keys=("1",), on="messages"
)
def message_answered(page: "MessagesPage") -> None:
    page.desk.ask_answer()


@command(
    "message-in-work", title="在办", icon="clock", group=_MESSAGES, order=501, keys=("2",), on="messages"
)
def message_in_work(page: "MessagesPage") -> None:
    page.desk.set_state(MessageState.IN_WORK)


@command(
    "message-not-public",
    title="不公开",
    icon="secure",
    group=_MESSAGES,
    order=502,
    keys=("3",),
    on="messages",
)
def message_not_public(page: "MessagesPage") -> None:
    page.desk.set_state(MessageState.NOT_PUBLIC)


@command("message-invalid", title="无效", icon="na", group=_MESSAGES, order=503, keys=("4",), on="messages")
def message_invalid(page: "MessagesPage") -> None:
    page.desk.set_state(MessageState.INVALID)


@command(
    "message-untrue", title="不属实", icon="reject", group=_MESSAGES, order=504, keys=("5",), on="messages"
)
def message_untrue(page: "MessagesPage") -> None:
    page.desk.set_state(MessageState.UNTRUE)


@command(
    "message-perfunctory",
    title="敷衍",
    icon="perfunctory",
    group=_MESSAGES,
    order=505,
    keys=("F",),
    on="messages",
)
def message_perfunctory(page: "MessagesPage") -> None:
    page.desk.swap_perfunctory()


@command(
    "message-satisfied",
    title="满意",
    icon="satisfied",
    group=_MESSAGES,
    order=506,
    keys=("7",),
    on="messages",
)
def message_satisfied(page: "MessagesPage") -> None:
    page.desk.set_satisfaction(Satisfaction.SATISFIED)


@command(
    "message-fair", title="基本满意", icon="fair", group=_MESSAGES, order=507, keys=("8",), on="messages"
)
def message_fair(page: "MessagesPage") -> None:
    page.desk.set_satisfaction(Satisfaction.FAIR)


@command(
    "message-dissatisfied",
    title="不满意",
    icon="dissatisfied",
    group=_MESSAGES,
    order=508,
    keys=("9",),
    on="messages",
)
def message_dissatisfied(page: "MessagesPage") -> None:
    page.desk.set_satisfaction(Satisfaction.DISSATISFIED)


@command(
    "message-unrated",
    title="未评价",
    icon="not_checked",
    group=_MESSAGES,
    order=509,
    keys=("0",),
    on="messages",
)
def message_unrated(page: "MessagesPage") -> None:
    page.desk.set_satisfaction(Satisfaction.NONE)


@command(
    "import-messages",
    title="导入留言…",
    icon="import",
    group=_MESSAGES,
    order=520,
    keys=("I",),
    on="messages",
)
def import_messages(page: "MessagesPage") -> None:
    page.desk.choose_file()


@command(
    "message-totals", title="汇总数…", icon="totals", group=_MESSAGES, order=521, keys=("T",), on="messages"
)
def message_totals(page: "MessagesPage") -> None:
    page.ask_totals()


@command(
    "export-messages", title="导出…", icon="export", group=_MESSAGES, order=522, keys=("X",), on="messages"
)
def export_messages(page: "MessagesPage") -> None:
    page.export()


@command(
    "propose-messages",
    title="提出疑似问题",
    icon="proposed",
    group=_MESSAGES,
    order=523,
    keys=("P",),
    on="messages",
)
def propose_messages(page: "MessagesPage") -> None:
    page.propose()


@command(
    "find-message", title="查找留言", icon="find", group=_MESSAGES, order=524, keys=("/",), on="messages"
)
def find_message(page: "MessagesPage") -> None:
    page.filters.search.setFocus()
