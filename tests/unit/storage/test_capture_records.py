import os
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from workbench.domain.capture import Capture
from workbench.domain.subject import Subject
from workbench.errors import ForeignFileError
from workbench.storage.blob_records import digest_of_bytes, open_blob
from workbench.storage.workspace import Workspace

PAGE = Capture(
    url="http://a.cn/",
    final_url="http://a.cn/index.html",
    status=200,
    headers=(("content-type", "text/html; charset=gb18030"), ("set-cookie", "a=1"), ("set-cookie", "b=2")),
    body="朱镕基".encode("gb18030") * 100,
    at=datetime(2026, 11, 20, 9, tzinfo=UTC),
)


def count_of(workspace: Workspace, table: str) -> int:
    with closing(sqlite3.connect(workspace.path)) as connection:
        count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return count


def test_a_page_reads_back_as_it_came(workspace: Workspace, subject: Subject) -> None:
    run = workspace.begin_run()
    number = workspace.save_capture(run, subject.id, PAGE)
    assert workspace.capture(number) == PAGE
    assert workspace.capture(number + 1) is None
    (page,) = workspace.captures(subject.id)
    assert (page.id, page.url, page.final_url, page.status, page.at) == (
        number,
        PAGE.url,
        PAGE.final_url,
        200,
        PAGE.at,
    )
    assert page.size_bytes == len(PAGE.body)


def test_the_same_bytes_are_kept_once_and_nothing_is_thrown_away(
    workspace: Workspace, subject: Subject
) -> None:
    first = workspace.save_capture(None, subject.id, PAGE)
    second = workspace.save_capture(None, subject.id, replace(PAGE, status=304, at=None))
    third = workspace.save_capture(None, subject.id, replace(PAGE, url="http://a.cn/b", body=b""))
    assert count_of(workspace, "blob") == 2
    assert [page.id for page in workspace.captures(subject.id)] == [second, third]
    assert workspace.capture(first) == PAGE
    assert workspace.capture(third) == replace(PAGE, url="http://a.cn/b", body=b"")


def test_an_answer_told_once_more_after_a_kill_is_kept_once(workspace: Workspace, subject: Subject) -> None:
    run = workspace.begin_run()
    assert workspace.save_capture(run, subject.id, PAGE) == workspace.save_capture(run, subject.id, PAGE)
    assert count_of(workspace, "capture") == 1


def test_a_page_is_found_by_its_address_whatever_it_was_saved_for(
    workspace: Workspace, subject: Subject
) -> None:
    workspace.save_capture(None, subject.id, replace(PAGE, body=b"old"))
    number = workspace.save_capture(None, uuid4(), PAGE)
    found = workspace.capture_at({"https://a.cn/", "http://a.cn/"})
    assert found is not None
    assert (found.id, found.at) == (number, PAGE.at)
    assert workspace.capture_at(["http://a.cn/b"]) is None


def test_an_altered_body_is_refused(workspace: Workspace, subject: Subject) -> None:
    number = workspace.save_capture(None, subject.id, PAGE)
    with closing(sqlite3.connect(workspace.path)) as connection, connection:
        connection.execute("UPDATE blob SET content = ?", (zlib.compress(b"x" * len(PAGE.body)),))
    with pytest.raises(ForeignFileError, match="已损坏"):
        workspace.capture(number)


def test_a_blob_never_grows_beyond_what_it_promises() -> None:
    body = b"\0" * 2**22
    packed = zlib.compress(body)
    assert open_blob(digest_of_bytes(body), len(body), packed) == body
    noise = os.urandom(64)
    for size, content in ((len(body) - 1, packed), (2**60, packed), (-1, packed), (len(body), noise)):
        with pytest.raises(ValueError, match=r".+"):
            open_blob(digest_of_bytes(body), size, content)
