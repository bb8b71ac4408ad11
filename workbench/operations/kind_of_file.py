"""What a file from outside is, before anybody decides what to do with it."""

from pathlib import Path

from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind


def kind_of_file(path: Path) -> WorkspaceKind:
    """Campaign, task pack or result pack.

    Raises:
        ForeignFileError: none of ours, or damaged.
    """
    with Workspace.open_pack(path) as outside:
        return outside.kind
