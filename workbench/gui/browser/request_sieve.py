"""What a hidden page may ask for: nothing that is forbidden as it is written, nothing its job does not need."""

from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.fetch_fault import Fault

Kind = QWebEngineUrlRequestInfo.ResourceType

_KEPT_OUT = (Fault.FORBIDDEN_ADDRESS, Fault.BAD_SCHEME)
_INLINE = frozenset({"data", "blob", "about"})


class RequestSieve(QWebEngineUrlRequestInterceptor):
    """Stops `unneeded` kinds and forbidden addresses; the rest meets the guard again in the proxy."""

    def __init__(self, guard: AddressGuard, *, unneeded: frozenset[Kind]) -> None:
        super().__init__()
        self._guard = guard
        self._unneeded = unneeded

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        is_inline = url.scheme() in _INLINE
        refusal = None if is_inline else self._guard.refusal(f"{url.scheme()}://{url.authority()}/")
        is_kept_out = refusal is not None and refusal.fault in _KEPT_OUT
        if info.resourceType() in self._unneeded or is_kept_out:
            info.block(True)
