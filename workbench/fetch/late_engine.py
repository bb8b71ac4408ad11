"""An engine that is made when it is first needed: most sites need no second look, and its libraries are large."""

import time
from collections.abc import Callable

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.exchange import Engine, Exchange, Reply


class LateEngine:
    def __init__(self, make: Callable[[], Engine]) -> None:
        self._make = make
        self._engine: Engine | None = None

    def start(self, exchange: Exchange, guard: AddressGuard) -> None:
        if self._engine is None:
            self._engine = self._make()
        self._engine.start(exchange, guard)

    def finished(self, wait_s: float) -> list[tuple[Exchange, Reply]]:
        if self._engine is not None:
            return self._engine.finished(wait_s)
        time.sleep(wait_s)
        return []

    def open_count(self) -> int:
        return self._engine.open_count() if self._engine is not None else 0

    def close(self) -> None:
        if self._engine is not None:
            self._engine.close()
