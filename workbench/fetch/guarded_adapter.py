"""Lets `requests` connect only to addresses the guard allows, and tells which one it was."""

from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from workbench.fetch.guarded_connection import GuardedHTTPConnection, GuardedHTTPSConnection


class GuardedAdapter(HTTPAdapter):
    """Behind a proxy only the proxy is connected to, so there the guard judges addresses as written and nothing more."""

    def __init__(self, *, is_proxied: bool, size: int) -> None:
        super().__init__(pool_connections=64, pool_maxsize=size)
        if not is_proxied:
            self.poolmanager.pool_classes_by_scheme = {"http": self._http_pool, "https": self._https_pool}

    def close(self) -> None:
        """Close the kept connections now; urllib3 would leave that to the garbage collector."""
        pools = self.poolmanager.pools
        for key in list(pools.keys()):
            pools[key].close()
        super().close()

    def _http_pool(self, host: str, port: int | None = None, **settings: Any) -> HTTPConnectionPool:
        pool = HTTPConnectionPool(host, port, **settings)
        pool.ConnectionCls = GuardedHTTPConnection
        return pool

    def _https_pool(self, host: str, port: int | None = None, **settings: Any) -> HTTPSConnectionPool:
        pool = HTTPSConnectionPool(host, port, **settings)
        pool.ConnectionCls = GuardedHTTPSConnection
        return pool
