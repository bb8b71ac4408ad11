"""The main job, once through: the practice city from its register to the ranked table, held against its truth file."""

import json
import sqlite3
import zlib
from collections import Counter
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from workbench.domain.finding import Finding
from workbench.domain.link import LinkOutcome
from workbench.domain.place import normalise_place
from workbench.operations.play_practice_round import PracticeRound, play_practice_round
from workbench.operations.practice_city import city_of
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.operations.score_campaign import score_campaign
from workbench.operations.write_report import report_kinds, write_report
from workbench.practice.city import build_city
from workbench.practice.server import CityServer
from workbench.reports.report_catalogue import reports
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace

DAY = date(2026, 11, 20)
QUICK = Options(retry_delay_s=0.05, reopens_in_browser=False)
BROKEN = {LinkOutcome.DEAD, *(o for o in LinkOutcome if o not in (LinkOutcome.OK, LinkOutcome.REDIRECT))}

pytestmark = pytest.mark.slow


class Played(NamedTuple):
    round: PracticeRound
    server: CityServer
    steps: list[str]
    events: list[dict[str, object]]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """One round, played with the city's server still open for whoever wants to check again."""
    steps: list[str] = []
    events: list[dict[str, object]] = []
    server = CityServer(build_city(DAY))
    with server:
        done = play_practice_round(
            tmp_path_factory.mktemp("round"),
            as_of=DAY,
            server=server,
            options=QUICK,
            say=steps.append,
            announce=lambda event: events.append(dict(event)),
        )
        with Workspace.open(done.campaign) as workspace:
            # A second run over everything: what people decided must stay, and nothing may be charged twice.
            run_checks(
                workspace, CheckRequest(), options=QUICK, announce=lambda event: events.append(dict(event))
            )
    return Played(done, server, steps, events)


def test_every_proposal_is_a_known_defect_and_every_known_defect_is_proposed(played: Played) -> None:
    truth = played.server.city.truth
    expected = Counter(
        (
            d.subject,
            d.check,
            d.aspect,
            normalise_place(played.server.url(d.subject, played.server.city.place_of(d))),
        )
        for d in truth.defects
    )
    with Workspace.open(played.round.campaign) as workspace:
        codes = {subject.id: subject.code for subject in workspace.subjects()}
        found = Counter(
            (codes[f.subject_id], f.check, f.aspect, normalise_place(f.place)) for f in proposals(workspace)
        )
    assert found == expected


def test_odd_links_are_told_apart_and_propose_nothing(played: Played) -> None:
    truth = played.server.city.truth
    expected = {normalise_place(played.server.url(o.subject, o.place)): o.outcome for o in truth.odd_links}
    dead = {
        normalise_place(played.server.url(d.subject, d.place))
        for d in truth.defects
        if d.check == "dead-links"
    }
    with Workspace.open(played.round.campaign) as workspace:
        odd = {
            normalise_place(link.url): link.outcome
            for subject in workspace.subjects()
            for link in workspace.links(subject.id, limit=10_000)
            if link.outcome in BROKEN and normalise_place(link.url) not in dead
        }
    assert odd == {place: outcome for place, outcome in expected.items() if outcome in BROKEN}


def test_the_table_is_the_one_the_defects_make(played: Played) -> None:
    shown = {row.code: (row.number, row.result) for row in played.round.table.rows}
    assert shown == {
        "9901000001": ("98.9", "合格"),
        "JC-PD-01": ("99.9", "合格"),
        "JC-MK-01": ("95", "合格"),
        "9901000002": ("94", "合格"),
        "9901000003": ("93.9", "合格"),
        "9901000004": ("96", "合格"),
        "9901000005": ("96.7", "合格"),
        "9901000006": ("94.8", "合格"),
        "9901000007": ("单项否决", "不合格"),
        "9901210001": ("100", "合格"),
        "JC-XM-01": ("", "未检查"),
        "JC-XM-02": ("", "未检查"),
    }
    assert [rate.shown() for rate in played.round.table.rates][0] == "90.0%（9/10）"


def test_the_ranking_workbook_says_the_same(played: Played) -> None:
    sheet = openpyxl.load_workbook(played.round.ranking)["排名表"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert len(rows) == 12
    assert rows[0][6] == 100
    assert "单项否决" in [row[6] for row in rows]


def test_the_dispute_was_settled_by_the_lead_and_is_told(played: Played) -> None:
    assert any("1 项争议待组长裁定" in step for step in played.steps)
    assert any("组长裁定争议" in step for step in played.steps)


def test_checking_again_keeps_every_decision(played: Played) -> None:
    with Workspace.open(played.round.campaign) as workspace:
        scores = {standing.subject.code: standing.score for standing in score_campaign(workspace)}
        assert len(workspace.runs()) == 2
        assert city_of(workspace) == DAY
    assert {code: score.open_proposals for code, score in scores.items()} == dict.fromkeys(scores, 0)
    assert str(scores["9901000001"].number) == "98.9"


def test_no_number_of_a_person_leaves_the_page_it_stands_on(played: Played) -> None:
    """Neither in any file of the round, saved pages and attachments themselves apart, nor in what was told."""
    (planted,) = [d for d in played.server.city.truth.defects if d.check == "personal-data"]
    assert planted.link is not None
    number = planted.link.lines[-1].split("　")[-1]
    folder = played.round.campaign.parent
    with Workspace.open(played.round.campaign) as workspace:
        workspace.checkpoint()
        (shown,) = [f for f in proposals(workspace) if f.check == "personal-data"]
        assert f"{number[:4]}{'*' * 12}{number[-2:]}" in shown.excerpt
        for kind in report_kinds():
            write_report(workspace, kind=kind, target=folder / f"{kind}{reports[kind].suffix}")
    for file in folder.rglob("*.inspection"):
        assert number not in words_in(file), file.name
    reported = [file for kind in report_kinds() for file in folder.glob(f"{kind}.*")]
    for file in reported:
        assert number not in file.read_bytes().decode("utf-8", "ignore") + words_of_book(file)
        file.unlink()
    assert number not in json.dumps(played.events, ensure_ascii=False) + "".join(played.steps)


def words_in(file: Path) -> str:
    """Everything a workspace says, without the bytes of its pages."""
    with closing(sqlite3.connect(file)) as plain:
        tables = [name for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = [row for table in tables if table != "blob" for row in plain.execute(f"SELECT * FROM {table}")]
    return "\n".join(
        cell if isinstance(cell, str) else unpacked(cell)
        for row in rows
        for cell in row
        if isinstance(cell, str | bytes)
    )


def unpacked(cell: bytes) -> str:
    with suppress(zlib.error):
        cell = zlib.decompress(cell)
    return cell.decode("utf-8", "ignore")


def words_of_book(file: Path) -> str:
    if file.suffix != ".xlsx":
        return ""
    return "".join(str(v) for sheet in openpyxl.load_workbook(file) for row in sheet.values for v in row)


def test_progress_is_told_in_plain_events(played: Played) -> None:
    kinds = [event["event"] for event in played.events]
    assert kinds[0] == "started"
    assert kinds[-1] == "finished"
    assert kinds.count("subject-done") == 20
    assert json.loads(json.dumps(played.events)) == played.events


def proposals(workspace: Workspace) -> list[Finding]:
    return [finding for finding in workspace.findings() if finding.is_proposal and finding.is_seen]


def test_files_are_where_a_person_looks_for_them(played: Played) -> None:
    folder: Path = played.round.campaign.parent
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert names == {
        "练习城市.inspection",
        "台账.csv",
        "栏目.csv",
        "留言.csv",
        "应转载文件.csv",
        "排名表.xlsx",
        "任务包/闻人溪.inspection",
        "任务包/钟离棠.inspection",
        "结果包/闻人溪.inspection",
        "结果包/钟离棠.inspection",
    }
