"""Hold the register itself against the rules of who may run what; nothing is fetched and nothing is written."""

from workbench.domain.observation import Observation
from workbench.operations.register_findings import register_checks
from workbench.storage.workspace import Workspace
from workbench.views.register_view import RegisterView


def judge_register(workspace: Workspace) -> tuple[Observation, ...]:
    """What the checks of the register say, in the order of their ids and of the register."""
    view = RegisterView(workspace.subjects())
    return tuple(observation for check in register_checks() for observation in check.run(view))
