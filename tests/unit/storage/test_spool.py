from pathlib import Path

import pytest

from workbench.domain.link import LinkKind, LinkOutcome, LinkResult
from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.storage.spool import Spool
from workbench.storage.workspace import Workspace


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool.create(tmp_path / "engine-1.spool")


def test_batches_come_out_in_order_and_as_they_were(spool: Spool) -> None:
    with spool:
        assert [spool.append(batch) for batch in (b"one", b"", b"\0\xff")] == [1, 2, 3]
        assert list(spool.read_after(0)) == [(1, b"one"), (2, b""), (3, b"\0\xff")]
        assert list(spool.read_after(2)) == [(3, b"\0\xff")]
        assert list(spool.read_after(3)) == []


def test_one_end_appends_while_the_other_reads(spool: Spool) -> None:
    with spool, Spool.open(spool.path) as reader:
        assert reader.id == spool.id
        spool.append(b"one")
        batches = reader.read_after(0)
        assert next(batches) == (1, b"one")
        spool.append(b"two")
        assert next(batches) == (2, b"two")


def test_an_existing_file_is_never_overwritten(spool: Spool) -> None:
    spool.close()
    with pytest.raises(WrongUseError, match="已存在"):
        Spool.create(spool.path)


def link(text: str) -> LinkResult:
    return LinkResult(url=text, kind=LinkKind.PAGE, outcome=LinkOutcome.OK)


def test_each_batch_is_taken_in_once(workspace: Workspace, subject: Subject, spool: Spool) -> None:
    run = workspace.begin_run()

    def take(url: str) -> None:
        workspace.save_links(run, subject.id, [link(url)])

    with spool:
        spool.append(b"http://a.cn/1")
        assert workspace.drain(spool, read=bytes.decode, take=take) == 1
        assert workspace.drain(spool, read=bytes.decode, take=take) == 0
        spool.append(b"http://a.cn/2")
        assert workspace.drain(spool, read=bytes.decode, take=take) == 1
    assert [result.url for result in workspace.links(subject.id)] == ["http://a.cn/1", "http://a.cn/2"]


def test_a_batch_that_failed_half_way_is_taken_in_anew(
    workspace: Workspace, subject: Subject, spool: Spool
) -> None:
    run = workspace.begin_run()

    def stumble(url: str) -> None:
        workspace.save_links(run, subject.id, [link(url)])
        raise RuntimeError("killed here")

    with spool:
        spool.append(b"http://a.cn/1")
        with pytest.raises(RuntimeError, match="killed here"):
            workspace.drain(spool, read=bytes.decode, take=stumble)
        assert workspace.links(subject.id) == ()
        taken: list[str] = []
        assert workspace.drain(spool, read=bytes.decode, take=taken.append) == 1
        assert taken == ["http://a.cn/1"]


def test_a_state_is_left_with_its_batch_and_comes_back_in_order(tmp_path: Path) -> None:
    with Spool.create(tmp_path / "a") as spool:
        spool.append(b"one", state=b"1")
        spool.append(b"two")
        spool.append(b"three", state=b"3")
        assert list(spool.states()) == [b"1", b"3"]


def test_who_has_been_relieved_cannot_append_any_more(tmp_path: Path) -> None:
    with Spool.create(tmp_path / "a") as first, Spool.open(tmp_path / "a") as second:
        first.claim()
        first.append(b"one", state=b"1")
        second.claim()
        with pytest.raises(WrongUseError):
            first.append(b"late", state=b"2")
        second.append(b"two")
        assert [body for _, body in second.read_after(0)] == [b"one", b"two"]
