"""What an inspector does at the bench, by key."""

from typing import TYPE_CHECKING

from workbench.domain.verdict import Outcome
from workbench.gui.commands.command_catalogue import command

if TYPE_CHECKING:
    from workbench.gui.bench.bench_page import BenchPage

_JUDGE, _FIND, _MOVE = "判定", "问题", "移动"


@command("judge-pass", title="通过", icon="pass", group=_JUDGE, order=200, keys=("1",), on="bench")
def judge_pass(bench: "BenchPage") -> None:
    bench.steps.judge(Outcome.PASS)


@command("judge-fail", title="不通过", icon="fail", group=_JUDGE, order=201, keys=("2",), on="bench")
def judge_fail(bench: "BenchPage") -> None:
    bench.steps.judge(Outcome.FAIL)


@command("judge-na", title="不适用", icon="na", group=_JUDGE, order=202, keys=("3",), on="bench")
def judge_na(bench: "BenchPage") -> None:
    bench.steps.judge(Outcome.NOT_APPLICABLE)


@command("judge-doubtful", title="存疑", icon="doubtful", group=_JUDGE, order=203, keys=("4",), on="bench")
def judge_doubtful(bench: "BenchPage") -> None:
    bench.steps.judge(Outcome.DOUBTFUL)


@command(
    "pass-the-rest",
    title="其余通过",
    icon="the-rest",
    group=_JUDGE,
    order=204,
    keys=("Ctrl+Return",),
    on="bench",
)
def pass_the_rest(bench: "BenchPage") -> None:
    bench.desk.pass_the_rest()


@command("mark-topic-na", title="整组不适用", icon="na", group=_JUDGE, order=204, keys=("T",), on="bench")
def mark_topic_na(bench: "BenchPage") -> None:
    bench.mark_topic_not_applicable()


@command("edit-note", title="备注", icon="edit", group=_JUDGE, order=205, keys=("B",), on="bench")
def edit_note(bench: "BenchPage") -> None:
    bench.indicator_panel.edit_note()


@command("phrases", title="常用语", icon="phrases", group=_JUDGE, order=205, keys=("P",), on="bench")
def phrases(bench: "BenchPage") -> None:
    bench.desk.ask_phrase()


@command(
    "why-this-score", title="为什么是这个分", icon="why", group=_JUDGE, order=206, keys=("W",), on="bench"
)
def why_this_score(bench: "BenchPage") -> None:
    bench.desk.explain()


@command(
    "confirm-finding",
    title="确认",
    icon="accept",
    group=_FIND,
    order=220,
    keys=("Return", "Enter"),
    on="bench",
)
def confirm_finding(bench: "BenchPage") -> None:
    bench.steps.confirm()


@command("dismiss-finding", title="不成立", icon="reject", group=_FIND, order=221, keys=("D",), on="bench")
def dismiss_finding(bench: "BenchPage") -> None:
    bench.desk.ask_dismissal()


@command("change-finding", title="修改", icon="edit", group=_FIND, order=222, keys=("E",), on="bench")
def change_finding(bench: "BenchPage") -> None:
    bench.desk.ask_change()


@command("count-finding", title="改数量", icon="count", group=_FIND, order=222, keys=("C",), on="bench")
def count_finding(bench: "BenchPage") -> None:
    bench.desk.ask_count()


@command("add-finding", title="新增问题", icon="add", group=_FIND, order=223, keys=("N",), on="bench")
def add_finding(bench: "BenchPage") -> None:
    bench.desk.ask_finding()


@command(
    "withdraw-finding",
    title="撤回本人记录的问题",
    icon="remove",
    group=_FIND,
    order=224,
    keys=("Delete",),
    on="bench",
)
def withdraw_finding(bench: "BenchPage") -> None:
    bench.desk.withdraw_findings()


@command("next-finding", title="下一条问题", icon="next", group=_FIND, order=226, keys=("]",), on="bench")
def next_finding(bench: "BenchPage") -> None:
    bench.steps.to_finding(1)


@command(
    "previous-finding", title="上一条问题", icon="previous", group=_FIND, order=227, keys=("[",), on="bench"
)
def previous_finding(bench: "BenchPage") -> None:
    bench.steps.to_finding(-1)


@command(
    "open-place", title="打开问题所在页面", icon="place", group=_FIND, order=225, keys=("O",), on="bench"
)
def open_place(bench: "BenchPage") -> None:
    bench.open_place()


@command(
    "next-indicator",
    title="下一项指标",
    icon="next",
    group=_MOVE,
    order=240,
    keys=("J", "Ctrl+Down"),
    on="bench",
)
def next_indicator(bench: "BenchPage") -> None:
    bench.steps.to_indicator(1)


@command(
    "previous-indicator",
    title="上一项指标",
    icon="previous",
    group=_MOVE,
    order=241,
    keys=("K", "Ctrl+Up"),
    on="bench",
)
def previous_indicator(bench: "BenchPage") -> None:
    bench.steps.to_indicator(-1)


@command(
    "next-open-indicator",
    title="下一项未判定的指标",
    icon="next",
    group=_MOVE,
    order=242,
    keys=("G",),
    on="bench",
)
def next_open_indicator(bench: "BenchPage") -> None:
    bench.steps.go_on()


@command(
    "next-subject", title="下一个对象", icon="next", group=_MOVE, order=243, keys=("Alt+Down",), on="bench"
)
def next_subject(bench: "BenchPage") -> None:
    bench.steps.to_subject(1)


@command(
    "previous-subject",
    title="上一个对象",
    icon="previous",
    group=_MOVE,
    order=244,
    keys=("Alt+Up",),
    on="bench",
)
def previous_subject(bench: "BenchPage") -> None:
    bench.steps.to_subject(-1)


@command(
    "assembly-line",
    title="流水线：同一指标逐个对象检查",
    icon="line-mode",
    group=_MOVE,
    order=246,
    keys=("L",),
    on="bench",
)
def assembly_line(bench: "BenchPage") -> None:
    bench.tools.line.toggle()


@command(
    "focus-results",
    title="键盘进入 / 离开检查结果",
    icon="links",
    group=_MOVE,
    order=247,
    keys=("Shift+F6",),
    on="bench",
)
def focus_results(bench: "BenchPage") -> None:
    bench.results.swap_focus(bench.indicator_list)


@command("filter-subjects", title="筛选对象", icon="filter", group=_MOVE, order=245, keys=("/",), on="bench")
def filter_subjects(bench: "BenchPage") -> None:
    bench.subject_list.search.setFocus()
