"""Serves the practice city while a practice campaign is open, so that its pages can be looked at and checked.

What builds the city is loaded only when there is one to serve: the window must be there at once.
"""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.storage.workspace import Workspace

if TYPE_CHECKING:
    from workbench.practice.server import CityServer

FOLDER = "巡检工作台练习"


class PracticeHost:
    """Its methods run in the lane, where workspaces are opened; `close` runs when the lane has ended.

    `is_elsewhere`: another program holds the ports the open campaign knows, so its pages cannot be shown now.
    """

    def __init__(self) -> None:
        self._server: CityServer | None = None
        self.is_elsewhere = False

    @property
    def is_open(self) -> bool:
        """Whether the file opened last is a practice campaign."""
        return self._server is not None

    def open(self, path: Path) -> Workspace:
        """Open a file; where it is a practice campaign, its sites are there before it is shown."""
        from workbench.operations.practice_city import city_of, port_of, serve_city

        workspace = Workspace.open(path)
        day = city_of(workspace)
        self.close()
        if day is not None:
            self._server = serve_city(day, first_port=port_of(workspace))
            homes = {subject.home_url for subject in workspace.subjects()}
            self.is_elsewhere = homes.isdisjoint(_homes(self._server))
        return workspace

    def start_new(self) -> Workspace:
        """A fresh practice campaign in the user's home."""
        from workbench.operations.play_practice_round import start_practice
        from workbench.operations.practice_city import serve_city

        self.close()
        today = date.today()
        self._server = serve_city(today)
        folder = Path.home() / FOLDER / f"{datetime.now():%Y%m%d-%H%M%S}"
        return start_practice(folder, as_of=today, server=self._server)

    def close(self) -> None:
        self.is_elsewhere = False
        if self._server is not None:
            self._server.close()
            self._server = None


def _homes(server: "CityServer") -> set[str]:
    return {server.url(site.plan.code, site.plan.home) for site in server.city.sites}
