"""The two engines of second looks as one: `requests`, and the browser engine for what that could not open either."""

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.exchange import Engine, Exchange, Reply

# While both are at work neither can be waited for alone.
_SHARED_WAIT_S = 0.02


class SecondLooks:
    def __init__(self, plain: Engine, browser: Engine) -> None:
        self._plain = plain
        self._browser = browser

    def start(self, exchange: Exchange, guard: AddressGuard) -> None:
        engine = self._browser if exchange.by_browser else self._plain
        engine.start(exchange, guard)

    def finished(self, wait_s: float) -> list[tuple[Exchange, Reply]]:
        if not self._browser.open_count():
            return self._plain.finished(wait_s)
        if not self._plain.open_count():
            return self._browser.finished(wait_s)
        return self._browser.finished(0) + self._plain.finished(min(wait_s, _SHARED_WAIT_S))

    def open_count(self) -> int:
        return self._plain.open_count() + self._browser.open_count()

    def close(self) -> None:
        self._plain.close()
        self._browser.close()
