"""Write an inspector's result file: his own records and what they rest on, in one closed file to carry."""

from dataclasses import dataclass
from pathlib import Path

from workbench.domain.ids import inspector_name
from workbench.errors import WrongUseError
from workbench.storage.pack_export import export_pack
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind


@dataclass(frozen=True, slots=True)
class ResultPack:
    """`left_out` counts the saved pages that stayed behind because they show personal data."""

    path: Path
    left_out: int

    @property
    def remark(self) -> str:
        """What to know of the pack, in one sentence; empty where nothing was left out."""
        if not self.left_out:
            return ""
        return f"有{self.left_out}个保存的网页含个人信息，没有放进结果包；确需带上的，请在导出时注明。"


def export_results(
    workspace: Workspace, target: Path, *, by: str, with_personal_data: bool = False
) -> ResultPack:
    """The written result pack, whole or not at all.

    Raises:
        WrongUseError: this inspector has recorded nothing here, or the target holds something that would be lost.
    """
    who = inspector_name(by)
    held = {version.inspector for version in workspace.versions()}
    if who not in held:
        names = "、".join(sorted(held)) or "还没有人"
        raise WrongUseError(
            f"{who}在这个文件里还没有任何记录（有记录的是：{names}）；请先判定再导出，或换成有记录的姓名（命令行用 --by）。"
        )
    left_out = export_pack(
        workspace,
        target,
        kind=WorkspaceKind.RESULT_PACK,
        inspector=who,
        with_personal_data=with_personal_data,
    )
    return ResultPack(target, left_out)
