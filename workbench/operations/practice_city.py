"""The practice city as it is served on this PC: on the same ports each time, so that a practice campaign can be opened again."""

from datetime import date

from workbench.errors import EnvironmentFaultError
from workbench.practice.city import build_city
from workbench.practice.server import CityServer
from workbench.storage.workspace import Workspace

FIRST_PORT = 18640
_KEY = "practice-city"


def serve_city(as_of: date) -> CityServer:
    """The started city of that monitoring day; on ports of the system's choice where the usual ones are taken."""
    city = build_city(as_of)
    try:
        server = CityServer(city, first_port=FIRST_PORT)
        server.start()
    except EnvironmentFaultError:
        server = CityServer(city)
        server.start()
    return server


def remember_city(workspace: Workspace, *, as_of: date) -> None:
    """Note in the campaign that its sites are the practice city's."""
    workspace.remember(_KEY, as_of.isoformat())


def city_of(workspace: Workspace) -> date | None:
    """The day of the practice city a campaign is about, or None for a real one."""
    noted = workspace.recall(_KEY)
    return date.fromisoformat(noted) if noted else None
