"""What was tried at a link is kept with it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from workbench.domain.link import Attempt, LinkKind, LinkOutcome, LinkResult
from workbench.storage.migration_catalogue import migrations
from workbench.storage.workspace import Workspace

Make = Callable[..., Workspace]
AT = datetime(2026, 11, 20, 8, 0, 1, 500_000, tzinfo=UTC)


def test_attempts_come_back_as_they_were_saved(make: Make) -> None:
    tried = tuple(
        Attempt(at=AT, how=how, took_s=0.25, status=404, said="404，页面不存在") for how in ("HEAD", "GET")
    )
    dead = LinkResult(url="http://a.cn/x", kind=LinkKind.PAGE, outcome=LinkOutcome.DEAD, attempts=tried)
    fine = LinkResult(url="http://a.cn/y", kind=LinkKind.PAGE, outcome=LinkOutcome.OK)
    workspace = make()
    workspace.save_links(workspace.begin_run(), UUID(int=7), [dead, fine])
    assert workspace.links(UUID(int=7)) == (dead, fine)


def test_a_file_of_schema_1_gains_the_column(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "old", isolation_level=None)) as connection:
        steps = migrations()
        steps[1].up(connection)
        steps[2].up(connection)
        names = [row[1] for row in connection.execute("PRAGMA table_info(link_result)")]
    assert names[-1] == "attempts"
