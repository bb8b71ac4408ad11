"""`workbench recompute`: which scores of a printed table follow from its printed problems."""

from argparse import ArgumentParser, Namespace
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from workbench.cli.arguments import add_json
from workbench.cli.output import say_json
from workbench.cli.verb import verb
from workbench.domain.score import shown_number
from workbench.operations.recompute_scores import Recomputation, RecomputedRow, recompute_scores


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="成绩表（JSON），写法见 resources/standards/README.md"
    )
    parser.add_argument("--standard", metavar="ID", default="", help="按哪个指标体系复算；不写则按文件所写")
    add_json(parser)


@verb("recompute", summary="复算一张印出来的成绩表", arguments=_arguments)
def recompute(arguments: Namespace) -> int:
    found = recompute_scores(arguments.file, standard_id=arguments.standard)
    if arguments.json:
        say_json(_plain(found))
    else:
        _print(found, Console(markup=False, highlight=False))
    return 0 if all(row.is_match for row in found.rows) else 1


def _plain(found: Recomputation) -> dict[str, Any]:
    return {
        "standard": found.standard.id,
        "rows": [_plain_row(row) for row in found.rows],
        "totals": found.totals,
    }


def _plain_row(row: RecomputedRow) -> dict[str, Any]:
    return {
        "unit": row.unit,
        "printed": _number(row.printed),
        "recomputed": _number(row.recomputed),
        "match": row.is_match,
        "result": row.result.value,
        "unverified": list(row.unverified),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _print(found: Recomputation, console: Console) -> None:
    table = Table(title=f"按 {found.standard.id} 复算", box=SIMPLE_HEAD, title_justify="left")
    table.add_column("单位", overflow="fold")
    table.add_column("印出", justify="right")
    table.add_column("复算", justify="right")
    table.add_column("是否一致")
    table.add_column("说明", overflow="fold")
    for row in found.rows:
        table.add_row(
            row.unit,
            _shown(row.printed),
            _shown(row.recomputed),
            "一致" if row.is_match else "不一致",
            _note(row),
        )
    console.print(table)
    totals = found.totals
    console.print(
        f"共{totals['rows']}行，有得分的{totals['numeric']}行：一致{totals['matching']}行，"
        f"不一致{totals['not_matching']}行；单项否决{totals['vetoed']}行。"
    )


def _shown(value: Decimal | None) -> str:
    return shown_number(value) or "—"


def _note(row: RecomputedRow) -> str:
    if row.is_vetoed:
        return "单项否决，无得分"
    return f"{'、'.join(row.unverified)} 分值未核实，未计分" if row.unverified else ""
