"""Bring a register into the campaign: look first, then save what is new or changed in one act."""

from pathlib import Path

from workbench.domain.column import Column
from workbench.domain.ids import inspector_name
from workbench.domain.subject import Subject
from workbench.operations.lead_only import require_lead
from workbench.register.register_file import read_register
from workbench.register.register_preview import RegisterPreview, preview
from workbench.storage.workspace import Workspace


def preview_register(workspace: Workspace, file: Path) -> RegisterPreview:
    """What importing the file would do, row by row; nothing is changed.

    Raises:
        WrongUseError: the file is not a register, in one sentence with the remedy.
    """
    return preview(
        read_register(file),
        campaign=workspace.campaign.id,
        existing=workspace.subjects(),
        existing_columns=workspace.columns(),
    )


def apply_register(workspace: Workspace, register: RegisterPreview, *, by: str) -> int:
    """Save the new and changed rows, all or none; faulty rows are left out. How many were saved.

    Raises:
        NotAllowedError: `by` is not the lead.
    """
    require_lead(workspace, by)
    records: tuple[Subject | Column, ...] = (*register.subjects_to_save, *register.columns_to_save)
    if records:
        workspace.save(*records, inspector=inspector_name(by), why="导入台账")
    return len(records)
