"""What only the lead may do: edit the register, draw, settle."""

from workbench.domain.ids import inspector_name
from workbench.errors import NotAllowedError
from workbench.storage.workspace import Workspace


def require_lead(workspace: Workspace, by: str) -> None:
    """Raises NotAllowedError where `by` is somebody else."""
    if inspector_name(by) != workspace.campaign.lead:
        raise NotAllowedError(
            f"只有组长{workspace.campaign.lead}可以这样做；如果您就是组长，请换成这个姓名（命令行用 --by）。"
        )
