"""Register, change or drop a column of a subject by hand."""

from dataclasses import replace
from uuid import UUID

from workbench.domain.column import Column, ColumnClass
from workbench.domain.ids import column_id, inspector_name
from workbench.domain.place import normalise_place
from workbench.errors import WrongUseError
from workbench.operations.lead_only import require_lead
from workbench.register.faulty_row import FaultyRowError
from workbench.register.register_address import read_address
from workbench.storage.workspace import Workspace


def save_column(workspace: Workspace, column: Column, *, by: str) -> Column:
    """The column as saved. A new address makes another column of it: the old one goes in the same act.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: no name, no address, or the subject has a column of that address.
    """
    require_lead(workspace, by)
    name = " ".join(column.name.split())
    if not name:
        raise WrongUseError("栏目名称不能为空。")
    try:
        url = read_address(column.url, word="栏目网址")
    except FaultyRowError as fault:
        raise WrongUseError(str(fault)) from fault
    new_id = column_id(column.subject_id, url)
    held = {each.id: each for each in workspace.columns(column.subject_id)}
    if new_id in held and new_id != column.id:
        raise WrongUseError(f"这个网址已经登记为栏目“{held[new_id].name}”，请直接修改它。")
    saved = replace(column, id=new_id, name=name, url=url, level=max(1, column.level))
    who = inspector_name(by)
    if column.id in held and column.id != new_id:
        workspace.delete(held[column.id], inspector=who, why="栏目换了网址")
    workspace.save(saved, inspector=who, why="修改栏目" if column.id in held else "登记栏目")
    return saved


def register_column(
    workspace: Workspace, *, subject_id: UUID, name: str, url: str, column_class: ColumnClass, by: str
) -> Column:
    """A first-level column from a name and an address, as a link on a page gives them."""
    draft = Column(
        id=column_id(subject_id, normalise_place(url)),
        subject_id=subject_id,
        name=name,
        url=url,
        column_class=column_class,
    )
    return save_column(workspace, draft, by=by)


def remove_column(workspace: Workspace, column: Column, *, by: str) -> None:
    """Raises NotAllowedError where `by` is not the lead."""
    require_lead(workspace, by)
    workspace.delete(column, inspector=inspector_name(by), why="删除栏目")
