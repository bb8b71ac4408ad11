"""Find the column the user named, by its address or its name, and the page that was saved of it."""

from difflib import get_close_matches

from workbench.domain.column import Column
from workbench.domain.place import normalise_place
from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.inspecting.asked_address import as_asked
from workbench.storage.capture_records import SavedPage
from workbench.storage.workspace import Workspace
from workbench.views.page_view import PageView


def find_column(workspace: Workspace, subject: Subject, wanted: str) -> Column:
    """Raises WrongUseError, naming the nearest, where the subject has no such column or several of that name."""
    columns = {column.id: column for column in workspace.columns(subject.id)}.values()
    text = wanted.strip()
    address = _place(text)
    found = [column for column in columns if _place(column.url) == address or column.name == text]
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongUseError(f"“{subject.name}”有{len(found)}个叫“{text}”的栏目，请写栏目网址。")
    known = [text for column in columns for text in (column.name, column.url)]
    near = get_close_matches(text, known, n=1, cutoff=0.5)
    hint = f"，是不是“{near[0]}”？" if near else "，请核对栏目网址，或先登记这个栏目。"
    raise WrongUseError(f"“{subject.name}”没有登记栏目“{text}”{hint}")


def saved_page_of(workspace: Workspace, column: Column) -> PageView | None:
    """The column's page as it was saved last, seen on the monitoring day; None where none was."""
    saved = {_place(page.url): page for page in workspace.captures(column.subject_id)}
    page: SavedPage | None = saved.get(_place(column.url))
    capture = workspace.capture(page.id) if page is not None else None
    if capture is None:
        return None
    return PageView(
        capture.body,
        url=capture.final_url,
        content_type=dict(capture.headers).get("content-type", ""),
        as_of=workspace.campaign.as_of,
    )


def _place(url: str) -> str:
    return normalise_place(as_asked(url)) if url else ""
