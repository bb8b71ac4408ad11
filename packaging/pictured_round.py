"""The campaign the pictures show: the bundled practice round, once in the middle and once with its dispute open."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.operations.export_results import export_results
from workbench.operations.merge_results import merge_results
from workbench.operations.play_practice_round import start_practice
from workbench.operations.practice_ticks import apply_inspector
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.operations.split_tasks import split_tasks
from workbench.practice.server import CityServer
from workbench.practice.ticks import load_ticks
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace

MONITORING_DAY = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class PicturedRound:
    """`under_way` holds one inspector's results, `merged` both; `results` are the files they handed in."""

    under_way: Path
    merged: Path
    results: tuple[Path, ...]
    register: Path


def play_round(folder: Path, city: CityServer) -> PicturedRound:
    """Everything up to the lead's settlement, with a copy from before the second inspector's results came in."""
    with start_practice(folder, as_of=MONITORING_DAY, server=city) as campaign:
        run_checks(campaign, CheckRequest(), options=Options(retry_delay_s=0.2), announce=lambda _event: None)
        results = _inspect(campaign, folder, city)
        merge_results(campaign, results[:1])
        campaign.checkpoint()
        under_way = folder / "进行中.inspection"
        under_way.write_bytes(campaign.path.read_bytes())
        merge_results(campaign, results)
    register = _next_register(folder / "台账.csv", folder / "下季度台账.csv")
    return PicturedRound(under_way=under_way, merged=campaign.path, results=results, register=register)


def _next_register(source: Path, target: Path) -> Path:
    """The office's next register: a changed organiser, a new site, an address that is none."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = list(rows[0])
    organiser = next(name for name in names if "主办" in name)
    code, title, home = (next(n for n in names if word in n) for word in ("标识码", "名称", "网址"))
    rows[2][organiser] = f"{rows[2][organiser]}办公室"
    new = dict.fromkeys(names, "") | {
        code: "9901000009",
        title: "霁川市林业局",
        home: "http://127.0.0.1:18699/",
    }
    faulty = dict.fromkeys(names, "") | {title: "霁川市粮食局", home: "javascript:void(0)"}
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows([*rows, new, faulty])
    return target


def _inspect(campaign: Workspace, folder: Path, city: CityServer) -> tuple[Path, ...]:
    ticks = load_ticks()
    tasks = {inspector.name: inspector.subjects for inspector in ticks.inspectors}
    packs = split_tasks(campaign, tasks, folder / "任务包")
    results = []
    for inspector, pack in zip(ticks.inspectors, packs, strict=True):
        with Workspace.open(pack) as task:
            apply_inspector(task, inspector, address_of=city.url)
            results.append(export_results(task, folder / "结果包" / pack.name, by=inspector.name).path)
    return tuple(results)
