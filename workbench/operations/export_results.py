"""Write an inspector's result file: his own records and what they rest on, in one closed file to carry."""

from pathlib import Path

from workbench.domain.ids import inspector_name
from workbench.errors import WrongUseError
from workbench.storage.pack_export import export_pack
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind


def export_results(workspace: Workspace, target: Path, *, by: str) -> Path:
    """The written result pack, whole or not at all.

    Raises:
        WrongUseError: this inspector has recorded nothing here, or the target holds something that would be lost.
    """
    who = inspector_name(by)
    held = {version.inspector for version in workspace.versions()}
    if who not in held:
        names = "、".join(sorted(held)) or "还没有人"
        raise WrongUseError(
            f"{who}在这个文件里还没有任何记录（有记录的是：{names}），请用 --by 写明检查员姓名。"
        )
    export_pack(workspace, target, kind=WorkspaceKind.RESULT_PACK, inspector=who)
    return target
