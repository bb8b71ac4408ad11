"""`workbench standards`: which standards there are, and what is wrong with a pack."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workbench.cli.arguments import add_json
from workbench.cli.output import say, say_json
from workbench.cli.verb import verb
from workbench.domain.standard import Certainty, Standard
from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.standards.pack_problems import PackProblem
from workbench.standards.pack_reader import PackListing, PackReading, list_standards, read_pack_file


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action", nargs="?", choices=("list", "check"), default="list", help="列出，或检查一个文件"
    )
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path, help="要检查的指标体系文件（*.toml）")
    add_json(parser)


@verb("standards", summary="列出指标体系，或检查指标体系文件", arguments=_arguments)
def standards(arguments: Namespace) -> int:
    if arguments.action == "list":
        return _list(is_json=arguments.json)
    if arguments.file is None:
        raise WrongUseError("请写明要检查的文件，例如 workbench standards check 我的指标.toml。")
    return _check(arguments.file, is_json=arguments.json)


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
    if not file.is_file():
        raise EnvironmentFaultError(f"没有文件“{file.name}”，请检查路径。")
    reading = read_pack_file(file)
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
