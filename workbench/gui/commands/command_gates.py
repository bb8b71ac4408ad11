"""All gates of the window and its pages, brought up to date together."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

from workbench.gui.check_events import CheckState
from workbench.gui.commands.command_catalogue import all_commands
from workbench.gui.commands.command_gate import CommandGate
from workbench.gui.commands.command_needs import Circumstances, Need, missing
from workbench.gui.notice_line import NoticeLine
from workbench.gui.session import Session


class CommandGates:
    """`take` adds the actions of one more place; what needs nothing is left to its page."""

    def __init__(self, tell: Callable[[NoticeLine], None]) -> None:
        self._tell = tell
        self._needs = {entry.command_id: entry.needs for entry in all_commands()}
        self._gates: list[tuple[Need, CommandGate]] = []

    def take(self, actions: Mapping[str, QAction]) -> None:
        for name, action in actions.items():
            if self._needs[name] is not Need.NOTHING:
                self._gates.append((self._needs[name], CommandGate(action, self._tell)))

    def settle(self, session: Session, checks: CheckState) -> None:
        snapshot = session.snapshot
        found = Circumstances(
            is_open=session.is_open,
            is_lead=session.is_lead,
            lead=snapshot.campaign.lead if snapshot else "",
            is_running=checks.is_running,
            is_paused=checks.is_paused,
        )
        for need, gate in self._gates:
            gate.show_reason(missing(need, found))
