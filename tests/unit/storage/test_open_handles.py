import subprocess
import sys
from pathlib import Path

from tests.campaigns.small_campaign import WANG, make_small_campaign
from workbench.domain.verdict import Outcome
from workbench.operations.record_verdict import record_verdict
from workbench.storage.open_handles import reading_bytes
from workbench.storage.workspace import Workspace

# Another process opens the file, writes, and closes it as the last one would.
VISITOR = """
import sys
from pathlib import Path
from workbench.storage.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    workspace.remember("visited", "yes")
"""


def visit(path: Path) -> None:
    subprocess.run([sys.executable, "-c", VISITOR, str(path)], check=True, timeout=60)


def test_looking_at_an_open_file_again_does_not_cost_what_is_written_afterwards(tmp_path: Path) -> None:
    """Before this was seen to, the visitor threw the write-ahead log away that the open file went on writing to."""
    path = tmp_path / "批次.inspection"
    small = make_small_campaign(path)
    with small.workspace as workspace:
        Workspace.open_pack(path).close()
        Workspace.open(path).close()
        visit(path)
        assert workspace.recall("visited") == "yes"
        record_verdict(workspace, subject=small.portal, indicator="V1", outcome=Outcome.PASS, by=WANG)
        visit(path)
        with Workspace.open(path) as other:
            assert len(other.verdicts()) == 1
    with Workspace.open(path) as later:
        assert len(later.verdicts()) == 1


def test_a_file_that_is_not_open_is_closed_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bytes"
    path.write_bytes(b"abc")
    with reading_bytes(path) as handle:
        assert handle.read() == b"abc"
    assert handle.closed


def test_handles_held_back_go_with_the_last_connection(tmp_path: Path) -> None:
    path = tmp_path / "批次.inspection"
    with make_small_campaign(path).workspace:
        with reading_bytes(path) as handle:
            handle.read(4)
        assert not handle.closed
    assert handle.closed


def test_other_code_that_looks_into_an_open_file_costs_nothing_written_afterwards(tmp_path: Path) -> None:
    """The file dialogs of the desktop open and close what they list, to find out what kind of file it is."""
    path = tmp_path / "批次.inspection"
    small = make_small_campaign(path)
    with small.workspace as workspace:
        for each in tmp_path.iterdir():
            each.read_bytes()
        visit(path)
        log = path.with_name(path.name + "-wal")
        assert log.exists(), "the visitor knows that the file is in use"
        record_verdict(workspace, subject=small.portal, indicator="V1", outcome=Outcome.PASS, by=WANG)
        assert log.stat().st_size, "what is written goes where others read it"
    with Workspace.open(path) as later:
        assert len(later.verdicts()) == 1
    assert [each.name for each in tmp_path.iterdir()] == [path.name], "the last one clears up behind itself"
