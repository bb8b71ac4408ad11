"""What `workbench standards` does with the standard of a campaign: its cells, changing one, writing it as the office's own."""

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from workbench.cli.arguments import acting_lead
from workbench.cli.output import console, say, say_json
from workbench.domain.standard_change import StandardChange
from workbench.errors import WrongUseError
from workbench.operations.change_standard import change_standard, preview_change, revert_standard
from workbench.operations.export_standard import export_standard
from workbench.operations.score_shift import ScoreShift
from workbench.standards.cell_address import parse_address
from workbench.standards.cell_values import written
from workbench.standards.cell_words import (
    cell_in_words,
    cell_owner_in_words,
    cell_title,
    certainty_in_words,
)
from workbench.standards.standard_cells import StandardCell, cell_at, cells_of
from workbench.standards.standard_changes import AmendedStandard
from workbench.storage.workspace import Workspace


def show_cells(arguments: Namespace) -> int:
    with Workspace.open(arguments.file) as workspace:
        amended = workspace.amended_standard
    cells = [cell for cell in cells_of(amended.standard) if cell.is_unverified or not arguments.unverified]
    if arguments.json:
        say_json([_plain(cell, amended) for cell in cells])
        return 0
    _print_cells(cells, amended)
    unverified = sum(cell.is_unverified for cell in cells)
    say(f"{len(cells)}格，其中{unverified}格未核实，{len(amended.standing)}格由本单位改过。")
    for address in amended.disputed:
        say(f"  “{address}”在两台电脑上改得不同，暂按原值；请组长重新填写一次。")
    for change in amended.unfit:
        say(f"  “{change.cell}”的改动“{change.value}”与本批次的指标体系不符，没有采用。")
    return 0


def change_cell(arguments: Namespace) -> int:
    cell, value, source = _given(arguments, "cell"), _given(arguments, "value"), arguments.source or ""
    with Workspace.open(arguments.file) as workspace:
        shifts = preview_change(workspace, cell=cell, value=value)
        if not arguments.dry_run:
            by = acting_lead(arguments, workspace)
            change_standard(workspace, cell=cell, value=value, source=source, by=by)
        _tell(workspace, cell, shifts, arguments)
    return 0


def revert_cell(arguments: Namespace) -> int:
    cell = _given(arguments, "cell")
    with Workspace.open(arguments.file) as workspace:
        shifts = preview_change(workspace, cell=cell, value=None)
        if not arguments.dry_run:
            revert_standard(workspace, cell=cell, by=acting_lead(arguments, workspace))
        _tell(workspace, cell, shifts, arguments)
    return 0


def export_cells(arguments: Namespace) -> int:
    if arguments.output is None:
        raise WrongUseError("请用 -o 写明要写出的文件，例如 -o 本单位指标.toml。")
    with Workspace.open(arguments.file) as workspace:
        written_file = export_standard(workspace, arguments.output)
    if arguments.json:
        say_json({"id": written_file.stem, "file": str(written_file)})
        return 0
    say(f"已写出“{written_file}”，新建批次时可用 --standard 指定它。")
    return 0


def _given(arguments: Namespace, name: str) -> str:
    value: str | None = getattr(arguments, name)
    if value is None:
        raise WrongUseError(f"请用 --{name} 写明要改的格子和值，格子可用 workbench standards cells 查看。")
    return value


def _tell(workspace: Workspace, address: str, shifts: Iterable[ScoreShift], arguments: Namespace) -> None:
    is_taken = not arguments.dry_run
    if arguments.json:
        cell = cell_at(workspace.standard, parse_address(address))
        document = _plain(cell, workspace.amended_standard)
        say_json(document | {"taken": is_taken, "shifts": [_plain_shift(shift) for shift in shifts]})
        return
    _say_done(workspace, address, is_taken=is_taken)
    _say_shifts(shifts, is_taken=is_taken)


def _plain_shift(shift: ScoreShift) -> dict[str, str]:
    before, after = shift.in_words
    return {"code": shift.subject.code, "before": before, "after": after}


def _say_done(workspace: Workspace, address: str, *, is_taken: bool) -> None:
    cell = cell_at(workspace.standard, parse_address(address))
    state = f"现在是{cell_in_words(cell)}"
    say(f"{cell_owner_in_words(cell)}的{cell_title(cell)}{state}。" + ("" if is_taken else "还没有改动。"))


def _say_shifts(shifts: Iterable[ScoreShift], *, is_taken: bool) -> None:
    listed = tuple(shifts)
    if not listed:
        say("各对象的得分和结果不变。")
        return
    say(f"{len(listed)}个对象的得分或结果{'已' if is_taken else '会'}变：")
    for shift in listed:
        before, after = shift.in_words
        say(f"  {shift.subject.code}  {shift.subject.name}：{before} → {after}")


def _print_cells(cells: Iterable[StandardCell], amended: AmendedStandard) -> None:
    table = Table(box=SIMPLE_HEAD)
    for heading in ("格子", "名称", "现在", "依据", "本单位改动"):
        table.add_column(heading, overflow="fold")
    for cell in cells:
        change = amended.standing.get(cell.address)
        owner = "" if cell.indicator is None else f"{cell.indicator.name} "
        table.add_row(
            str(cell.address),
            f"{owner}{cell_title(cell)}",
            cell_in_words(cell),
            certainty_in_words(cell),
            _who(change) if change else "",
        )
    console().print(table)


def _who(change: StandardChange) -> str:
    day = f"{change.at.astimezone():%Y-%m-%d}" if change.at else ""
    return f"{change.inspector} {day} {change.source}"


def _plain(cell: StandardCell, amended: AmendedStandard) -> dict[str, Any]:
    change = amended.standing.get(cell.address)
    return {
        "cell": str(cell.address),
        "title": cell_title(cell),
        "value": written(cell.value),
        "certainty": cell.certainty.value if cell.certainty else None,
        "unverified": cell.is_unverified,
        "disputed": cell.address in amended.disputed,
        "change": None
        if change is None
        else {
            "by": change.inspector,
            "at": change.at.isoformat() if change.at else None,
            "source": change.source,
        },
    }
