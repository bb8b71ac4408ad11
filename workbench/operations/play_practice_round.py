"""A whole inspection round on the practice city, through the same operations as a real one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.operations.create_campaign import create_campaign
from workbench.operations.export_results import export_results
from workbench.operations.import_register import apply_register, preview_register
from workbench.operations.merge_results import merge_results
from workbench.operations.practice_city import remember_city
from workbench.operations.practice_ticks import apply_inspector, apply_settlement
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.operations.run_follower import Announce
from workbench.operations.split_tasks import split_tasks
from workbench.operations.write_report import model_of, write_report
from workbench.practice.planted_messages import write_messages
from workbench.practice.planted_reprints import write_reprints
from workbench.practice.practice_register import write_columns, write_register
from workbench.practice.server import CityServer
from workbench.practice.ticks import Ticks, load_ticks
from workbench.reports.report_model import ReportModel
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace

PRACTICE_FILE = "练习城市.inspection"
_LISTS = (
    ("台账.csv", write_register),
    ("栏目.csv", write_columns),
    ("留言.csv", write_messages),
    ("应转载文件.csv", write_reprints),
)
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRound:
    """What the round left: the campaign file, the ranking as a workbook, and the table to print."""

    campaign: Path
    ranking: Path
    table: ReportModel


def start_practice(folder: Path, *, as_of: date, server: CityServer) -> Workspace:
    """A new campaign in `folder` with the practice city's register in it, open; nothing is checked yet."""
    ticks = load_ticks()
    folder.mkdir(parents=True, exist_ok=True)
    workspace = create_campaign(
        folder / PRACTICE_FILE,
        standard_id=ticks.standard,
        period=f"{as_of.year}Q{(as_of.month + 2) // 3}",
        as_of=as_of,
        lead=ticks.lead,
        unit="练习城市政务公开办公室",
    )
    remember_city(workspace, as_of=as_of, first_port=server.first_port)
    for name, write in _LISTS:
        write(server.city, folder / name, server.addresses)
        apply_register(workspace, preview_register(workspace, folder / name), by=ticks.lead)
    return workspace


def play_practice_round(
    folder: Path, *, as_of: date, server: CityServer, options: Options, say: Say, announce: Announce
) -> PracticeRound:
    """Play the round to the ranked table; `say` hears each step in one line, `announce` the progress of the checks."""
    ticks = load_ticks()
    with start_practice(folder, as_of=as_of, server=server) as workspace:
        say(f"已新建批次并导入台账：{len(workspace.subjects())} 个对象，{len(workspace.columns())} 个栏目。")
        summary = run_checks(workspace, CheckRequest(), options=options, announce=announce)
        say(f"自动检查完成：{summary.subjects} 个网站，{summary.found} 处疑似问题待人工确认。")
        packs = _inspect(workspace, ticks, folder, server, say)
        say(merge_results(workspace, packs).in_words())
        for tick in ticks.settlements:
            subject = apply_settlement(workspace, tick, lead=ticks.lead, address_of=server.url)
            say(f"组长裁定争议：{subject.name} · {tick.indicator}：{tick.reason}。")
        ranking = write_report(workspace, kind="ranking-xlsx", target=folder / "排名表.xlsx")
        return PracticeRound(campaign=workspace.path, ranking=ranking, table=model_of(workspace))


def _inspect(workspace: Workspace, ticks: Ticks, folder: Path, server: CityServer, say: Say) -> list[Path]:
    """Each inspector ticks in his own task pack and hands in a result file."""
    tasks = {inspector.name: inspector.subjects for inspector in ticks.inspectors}
    results = []
    for inspector, pack in zip(
        ticks.inspectors, split_tasks(workspace, tasks, folder / "任务包"), strict=True
    ):
        with Workspace.open(pack) as task:
            acts = apply_inspector(task, inspector, address_of=server.url)
            target = folder / "结果包" / pack.name
            results.append(export_results(task, target, by=inspector.name).path)
        say(f"{inspector.name}判定 {acts} 项，已导出结果包 {target.name}。")
    return results
