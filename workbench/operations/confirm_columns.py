"""Propose the columns of a registered site, told apart from those it has, and register those a person has confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.column import Column
from workbench.domain.ids import column_id, inspector_name
from workbench.domain.place import normalise_place
from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.operations.checking_policy import networks_of
from workbench.operations.discover_columns import (
    MOST_PAGES,
    ColumnDiscovery,
    Told,
    discover_columns,
    walk_columns,
)
from workbench.operations.lead_only import require_lead
from workbench.operations.read_page import PageRequest
from workbench.operations.show_saved_page import address_key, find_saved_page
from workbench.storage.workspace import Workspace
from workbench.views.column_proposals import ColumnProposal
from workbench.views.page_view import PageView

# Looking up what was not saved costs nothing.
_MOST_LOOKED_UP = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectColumns:
    """`new` are proposed and not registered yet, `known` are registered; `gone` are registered and nowhere on the site."""

    subject: Subject
    discovery: ColumnDiscovery
    new: tuple[ColumnProposal, ...]
    known: tuple[Column, ...]
    gone: tuple[Column, ...]


def propose_subject_columns(
    workspace: Workspace, subject: Subject, *, most_pages: int = MOST_PAGES, told: Told | None = None
) -> SubjectColumns:
    """Asks the site; nothing is changed. `told` as in `discover_columns`.

    Raises:
        WrongUseError: the subject has no home page.
    """
    if not subject.home_url:
        raise WrongUseError(f"“{subject.name}”没有首页网址，不能查找栏目，请先在台账里补上。")
    request = PageRequest(
        source=subject.home_url,
        as_of=workspace.campaign.as_of,
        may_be_private=bool(networks_of(subject)),
    )
    return _compared(workspace, subject, discover_columns(request, most_pages=most_pages, told=told))


def propose_saved_columns(workspace: Workspace, subject: Subject) -> SubjectColumns:
    """From the pages the last checks have saved: asks nobody. What was not saved is not known of."""
    saved = find_saved_page(workspace, subject_id=subject.id, url=subject.home_url).copy
    home = _saved_page(workspace, saved.id) if saved is not None else None
    if saved is None or home is None:
        return _compared(workspace, subject, ColumnDiscovery(error=f"“{subject.name}”的首页还没有保存过。"))
    numbers = saved.pages

    def read(url: str) -> PageView | None:
        number = numbers.get(address_key(url))
        return _saved_page(workspace, number) if number is not None else None

    return _compared(workspace, subject, walk_columns(home, read, most_pages=_MOST_LOOKED_UP))


def _saved_page(workspace: Workspace, number: int) -> PageView | None:
    capture = workspace.capture(number)
    if capture is None or not capture.body:
        return None
    content_type = dict(capture.headers).get("content-type", "")
    return PageView(
        capture.body, url=capture.final_url, content_type=content_type, as_of=workspace.campaign.as_of
    )


def _compared(workspace: Workspace, subject: Subject, discovery: ColumnDiscovery) -> SubjectColumns:
    """With what is registered."""
    held = {normalise_place(column.url): column for column in workspace.columns(subject.id)}
    places = {normalise_place(found.url) for found in discovery.columns}
    return SubjectColumns(
        subject=subject,
        discovery=discovery,
        new=tuple(found for found in discovery.columns if normalise_place(found.url) not in held),
        known=tuple(column for place, column in held.items() if place in places),
        gone=tuple(column for place, column in held.items() if place not in places),
    )


def save_proposed_columns(
    workspace: Workspace, subject: Subject, chosen: Iterable[ColumnProposal], *, by: str
) -> tuple[Column, ...]:
    """The columns as registered, all in one act; those registered already stay as they are.

    Raises:
        NotAllowedError: `by` is not the lead.
    """
    require_lead(workspace, by)
    held = {column.id for column in workspace.columns(subject.id)}
    fresh = {column.id: column for column in (_column(subject, found) for found in chosen)}
    saved = tuple(column for key, column in fresh.items() if key not in held)
    if saved:
        workspace.save(*saved, inspector=inspector_name(by), why="登记查找到的栏目")
    return saved


def _column(subject: Subject, found: ColumnProposal) -> Column:
    return Column(
        id=column_id(subject.id, found.url),
        subject_id=subject.id,
        name=found.name,
        url=found.url,
        column_class=found.column_class,
        level=found.level,
    )
