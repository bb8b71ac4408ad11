"""The ranked table in a terminal."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from workbench.domain.score import Result
from workbench.reports.report_model import ReportModel

_STYLES = {
    Result.PASS.value: "green",
    Result.FAIL.value: "red",
    Result.PROVISIONAL.value: "magenta",
    Result.INCOMPLETE.value: "yellow",
    Result.NOT_CHECKED.value: "bright_black",
}


def print_ranked(model: ReportModel, console: Console) -> None:
    table = Table(title=model.title, box=SIMPLE_HEAD, title_justify="left", title_style="bold")
    table.add_column("名次", justify="right")
    table.add_column("网站名称", overflow="fold")
    table.add_column("得分", justify="right")
    table.add_column("结果")
    table.add_column("突出问题", ratio=1, overflow="fold")
    for row in model.rows:
        problems = "\n".join(
            part for part in (row.problems, f"（{row.remark}）" if row.remark else "") if part
        )
        result = Text(row.result, style=_STYLES.get(row.result, ""))
        rank = "—" if row.rank is None else str(row.rank)
        table.add_row(rank, Text(row.name), row.number, result, Text(problems))
    console.print(table)
    for rate in model.rates:
        console.print(f"{rate.label}：{rate.shown()}")
    for word, count in model.outside:
        console.print(f"不计入合格率：{word} {count} 个")
    if model.ignored:
        held_back = sum(row.problems for row in model.ignored)
        console.print(f"忽略清单：{len(model.ignored)} 条，涉及 {held_back} 处疑似问题；详见各报告附表")
