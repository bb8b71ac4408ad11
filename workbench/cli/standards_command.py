"""`workbench standards`: which standards there are, what is wrong with a pack, and the standard of a campaign."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from workbench.cli.arguments import add_by, add_json
from workbench.cli.campaign_standard import change_cell, export_cells, revert_cell, show_cells
from workbench.cli.output import say, say_json
from workbench.cli.verb import verb
from workbench.domain.standard import Certainty, Standard
from workbench.errors import WrongUseError
from workbench.operations.check_standard import check_standard
from workbench.standards.pack_problems import PackProblem
from workbench.standards.pack_reader import PackListing, PackReading, list_standards

_ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "cells": show_cells,
    "change": change_cell,
    "revert": revert_cell,
    "export": export_cells,
}


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        choices=("list", "check", *_ACTIONS),
        default="list",
        help="列出全部；检查一个文件；批次指标的格子：列出、修改、恢复原值、另存为本单位指标体系",
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        type=Path,
        help="指标体系文件（*.toml），或批次文件（*.inspection）",
    )
    parser.add_argument("--unverified", action="store_true", help="只列未核实的格子")
    parser.add_argument("--cell", metavar="CELL", help="要改的格子，例如 rule:P5.stale/price")
    parser.add_argument("--value", metavar="V", help="核实后的值；没有分值的条款写 confirmed")
    parser.add_argument("--source", metavar="TEXT", help="依据：文件和条款")
    parser.add_argument("--dry-run", action="store_true", help="只看得分会怎样变，不改动")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="写出的指标体系文件（*.toml）")
    add_by(parser)
    add_json(parser)


@verb("standards", summary="列出、检查指标体系，核实和修改批次的指标", arguments=_arguments)
def standards(arguments: Namespace) -> int:
    if arguments.action == "list":
        return _list(is_json=arguments.json)
    if arguments.file is None:
        what = "我的指标.toml" if arguments.action == "check" else "批次.inspection"
        raise WrongUseError(f"请写明文件，例如 workbench standards {arguments.action} {what}。")
    if arguments.action == "check":
        return _check(arguments.file, is_json=arguments.json)
    return _ACTIONS[arguments.action](arguments)


def _list(*, is_json: bool) -> int:
    listings = list_standards()
    if is_json:
        say_json([_plain_listing(listing) for listing in listings])
        return 0
    for listing in listings:
        say(f"{listing.id}  {listing.title}  {listing.document}".rstrip())
        _say_problems(listing.problems)
    return 0


def _check(file: Path, *, is_json: bool) -> int:
    reading = check_standard(file)
    if is_json:
        say_json(_plain_reading(reading))
    elif reading.standard is not None:
        say(f"没有发现问题：{_summary(reading.standard)}。")
    else:
        _say_problems(reading.problems)
    return 1 if reading.problems else 0


def _summary(standard: Standard) -> str:
    rules = [rule for indicator in standard.indicators for rule in indicator.rules]
    unverified = sum(rule.certainty is Certainty.UNVERIFIED for rule in rules)
    counted = f"{len(standard.indicators)}项指标、{len(rules)}条细则，其中{unverified}条未核实"
    return f"{standard.id} {standard.title}，{counted}"


def _say_problems(problems: Iterable[PackProblem]) -> None:
    for problem in problems:
        where = f"{problem.where}：" if problem.where else ""
        say(f"  {problem.code}  {where}{problem.message}")


def _plain_listing(listing: PackListing) -> dict[str, Any]:
    return {
        "id": listing.id,
        "title": listing.title,
        "document": listing.document,
        "shipped": listing.is_shipped,
        "problems": [_plain_problem(problem) for problem in listing.problems],
    }


def _plain_reading(reading: PackReading) -> dict[str, Any]:
    return {
        "id": reading.standard.id if reading.standard else None,
        "problems": [_plain_problem(problem) for problem in reading.problems],
    }


def _plain_problem(problem: PackProblem) -> dict[str, str]:
    return {"code": problem.code, "where": problem.where, "message": problem.message}
