"""The practice city as it is served on this PC: each practice campaign on ports of its own, the same each time it is opened."""

from contextlib import suppress
from datetime import date

from workbench.errors import EnvironmentFaultError
from workbench.practice.city import build_city
from workbench.practice.server import CityServer
from workbench.storage.workspace import Workspace

FIRST_PORT = 18640
# Room for every site of a city; a second practice campaign gets the next block.
_BLOCK = 40
_BLOCKS = 8
_KEY = "practice-city"
_PORT_KEY = "practice-city-port"


def serve_city(as_of: date, *, first_port: int | None = None) -> CityServer:
    """The started city of that monitoring day, on the first block of ports that is free, `first_port` before the others;
    on ports of the system's choice where none is.
    """
    city = build_city(as_of)
    blocks = [FIRST_PORT + number * _BLOCK for number in range(_BLOCKS)]
    for port in dict.fromkeys([*([first_port] if first_port else []), *blocks]):
        with suppress(EnvironmentFaultError):
            server = CityServer(city, first_port=port)
            server.start()
            return server
    server = CityServer(city)
    server.start()
    return server


def remember_city(workspace: Workspace, *, as_of: date, first_port: int) -> None:
    """Note in the campaign that its sites are the practice city's, and from which port on (0: the system's choice)."""
    workspace.remember(_KEY, as_of.isoformat())
    workspace.remember(_PORT_KEY, str(first_port))


def city_of(workspace: Workspace) -> date | None:
    """The day of the practice city a campaign is about, or None for a real one."""
    noted = workspace.recall(_KEY)
    return date.fromisoformat(noted) if noted else None


def port_of(workspace: Workspace) -> int:
    """The first port of a practice campaign's city; 0 where it has none of its own."""
    noted = workspace.recall(_PORT_KEY, str(FIRST_PORT))
    return int(noted) if noted.isdigit() else 0
