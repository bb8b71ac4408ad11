"""Bring a register, messages or papers to be reprinted into the campaign: look first, then save what is new in one act."""

from pathlib import Path

from workbench.clocks.message_platforms import MessagePlatform
from workbench.domain.column import Column
from workbench.domain.ids import inspector_name
from workbench.domain.message import Message
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.subject import Subject
from workbench.operations.lead_only import require_lead
from workbench.register.register_file import read_register
from workbench.register.register_preview import RegisterPreview, preview
from workbench.register.register_table import TableKind
from workbench.storage.workspace import Workspace

_WHY = {TableKind.MESSAGES: "导入留言", TableKind.REPRINTS: "导入应转载的文件"}


def preview_register(
    workspace: Workspace,
    file: Path,
    *,
    platform: MessagePlatform | None = None,
    owner: Subject | None = None,
) -> RegisterPreview:
    """What importing the file would do, row by row; nothing is changed.

    `platform` and `owner` are those of messages whose rows do not say.

    Raises:
        WrongUseError: the file is not a register, in one sentence with the remedy.
    """
    return preview(
        read_register(file),
        campaign=workspace.campaign.id,
        existing=workspace.subjects(),
        existing_columns=workspace.columns(),
        existing_messages=workspace.records(Message),
        existing_reprints=workspace.records(ReprintTitle),
        platform=platform,
        owner=owner,
    )


def apply_register(workspace: Workspace, register: RegisterPreview, *, by: str) -> int:
    """Save the new and changed rows, all or none; faulty rows are left out. How many were saved.

    Messages may be brought in by anybody: they are the platform's facts, not the register.

    Raises:
        NotAllowedError: `by` is not the lead, and it is the register.
    """
    is_messages = register.kind is TableKind.MESSAGES
    if not is_messages:
        require_lead(workspace, by)
    records: tuple[Subject | Column | Message | ReprintTitle, ...] = (
        *register.subjects_to_save,
        *register.columns_to_save,
        *register.messages_to_save,
        *register.reprints_to_save,
    )
    if records:
        workspace.save(*records, inspector=inspector_name(by), why=_WHY.get(register.kind, "导入台账"))
    return len(records)
