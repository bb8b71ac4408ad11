"""What belongs to a saved page is kept beside it and is no page of its own."""

from dataclasses import replace
from datetime import UTC, datetime

from workbench.domain.capture import Capture
from workbench.domain.subject import Subject
from workbench.storage.workspace import Workspace

HOME = "http://a.cn/"
PAGE = Capture(
    url=HOME,
    final_url=HOME,
    status=200,
    headers=(),
    body=b"<img src=b.png>",
    at=datetime(2026, 11, 20, tzinfo=UTC),
)
PICTURE = replace(PAGE, url=f"{HOME}b.png", final_url=f"{HOME}b.png", body=b"png")


def test_an_asset_is_no_page_and_is_found_by_the_page_that_asks_for_it(
    workspace: Workspace, subject: Subject
) -> None:
    run = workspace.begin_run()
    page = workspace.save_capture(run, subject.id, PAGE)
    picture = workspace.save_page_asset(run, subject.id, PICTURE, pages=[HOME, "http://a.cn/unknown"])
    assert [saved.id for saved in workspace.captures(subject.id)] == [page]
    assert workspace.capture_at([PICTURE.url]) is None
    assert workspace.page_assets(page) == {PICTURE.url: picture}
    assert workspace.capture(picture) == PICTURE


def test_a_page_saved_anew_has_the_assets_saved_with_it(workspace: Workspace, subject: Subject) -> None:
    for body in (b"old", b"new"):
        run = workspace.begin_run()
        page = workspace.save_capture(run, subject.id, PAGE)
        number = workspace.save_page_asset(run, subject.id, replace(PICTURE, body=body), pages=[HOME])
        assert workspace.page_assets(page) == {PICTURE.url: number}


def test_told_once_more_after_a_kill_it_is_kept_once(workspace: Workspace, subject: Subject) -> None:
    run = workspace.begin_run()
    page = workspace.save_capture(run, subject.id, PAGE)
    numbers = {workspace.save_page_asset(run, subject.id, PICTURE, pages=[HOME]) for _ in range(2)}
    assert set(workspace.page_assets(page).values()) == numbers
    assert len(numbers) == 1
