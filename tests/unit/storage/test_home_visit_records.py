"""The log of visits: kept at once, carried in packs, united like other machine results."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.domain.subject import Subject
from workbench.errors import ForeignFileError
from workbench.storage.pack_export import export_pack
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

Make = Callable[..., Workspace]
FIRST = datetime(2026, 11, 20, 8, tzinfo=UTC)


def visits_of(subject: Subject, *states: VisitState) -> list[HomeVisit]:
    return [
        HomeVisit(
            subject_id=subject.id,
            url="http://a.cn/",
            at=FIRST + timedelta(hours=number),
            state=state,
            status=200 if state is VisitState.OK else None,
            total_s=1.234,
            reason="" if state is VisitState.OK else "服务器拒绝连接",
        )
        for number, state in enumerate(states)
    ]


def test_a_visit_reads_back_with_the_pc_it_was_paid_from(workspace: Workspace, subject: Subject) -> None:
    visits = visits_of(subject, *VisitState)
    workspace.save_home_visits(*reversed(visits))
    assert workspace.home_visits(subject.id) == tuple(replace(visit, device="pc-a") for visit in visits)
    assert workspace.home_visits(UUID(int=9)) == ()


def test_the_log_is_only_added_to(workspace: Workspace, subject: Subject) -> None:
    (visit,) = visits_of(subject, VisitState.FAILED)
    workspace.save_home_visits(visit)
    workspace.save_home_visits(replace(visit, state=VisitState.OK))
    assert [held.state for held in workspace.home_visits(subject.id)] == [VisitState.FAILED]


def test_the_log_is_united_whatever_is_merged_first_and_how_often(
    make: Make, subject: Subject, tmp_path: Path
) -> None:
    logs: list[list[tuple[datetime, VisitState, str]]] = []
    for order in (("b", "c"), ("c", "b", "b")):
        lead = make("lead" + "".join(order))
        lead.save(subject, inspector="王组长")
        lead.save_home_visits(*visits_of(subject, VisitState.OK))
        for name in order:
            path = tmp_path / f"{name}{len(logs)}.pack"
            if not path.exists():
                pack_of(make(f"{name}{len(logs)}", device=f"pc-{name}"), subject, path)
            with Workspace.open_pack(path) as pack:
                lead.adopt_pack(pack)
        logs.append([(v.at, v.state, v.device.removeprefix("pc-")[0]) for v in lead.home_visits(subject.id)])
    assert logs[0] == logs[1]
    assert len(logs[0]) == 5


def pack_of(workspace: Workspace, subject: Subject, path: Path) -> None:
    workspace.save(subject, inspector="王组长")
    workspace.save_home_visits(*visits_of(subject, VisitState.FAILED, VisitState.OK))
    other = replace(subject, id=UUID(int=7))
    workspace.save_home_visits(*visits_of(other, VisitState.OK))
    export_pack(workspace, path, kind=WorkspaceKind.RESULT_PACK, inspector="李四", subject_ids=[subject.id])
    with Workspace.open_pack(path) as pack:
        assert pack.home_visits(other.id) == ()


@pytest.mark.parametrize("change", ["state = 'perhaps'", "at = '2026-11-20T08:00:00'", "at = 'gestern'"])
def test_a_log_that_is_none_of_ours_is_refused_whole(
    make: Make, subject: Subject, tmp_path: Path, change: str
) -> None:
    path = tmp_path / "b.pack"
    pack_of(make("b"), subject, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE home_visit SET {change} WHERE state = 'ok'")
        connection.commit()
    lead = make("lead")
    with Workspace.open_pack(path) as pack, pytest.raises(ForeignFileError, match="读不懂"):
        lead.adopt_pack(pack)
    assert lead.home_visits(subject.id) == ()
    assert lead.subjects() == ()
