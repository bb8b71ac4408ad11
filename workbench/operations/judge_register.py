"""Hold the register itself against the rules of who may run what; nothing is fetched and nothing is written."""

from workbench.checks.catalogue import checks
from workbench.domain.observation import Observation
from workbench.storage.workspace import Workspace
from workbench.views.register_view import RegisterView


def judge_register(workspace: Workspace) -> tuple[Observation, ...]:
    """What the checks of the register say, in the order of their ids and of the register."""
    view = RegisterView(workspace.subjects())
    chosen = [check for check in checks if check.sees is RegisterView]
    return tuple(observation for check in chosen for observation in check.run(view))
