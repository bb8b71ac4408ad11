"""The verb `look-at-pages`, which no person types: orders come in on standard input, one JSON line each, answers go out."""

from argparse import ArgumentParser
from collections.abc import Sequence

import msgspec
import shiboken6

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.guarded_proxy import GuardedProxy
from workbench.fetch.looked_page import LookedPage, LookOrder
from workbench.gui.browser.engine_child import Orders, make_child_application, write_line


def run_looking(arguments: Sequence[str]) -> int:
    """Until standard input has ended and all is answered; the exit status is 1 where the engine loads nothing here."""
    given = _read(arguments)
    guard = AddressGuard(given.allow)
    proxy = GuardedProxy(guard, timeout_s=given.timeout, upstream=given.proxy)
    app = make_child_application(proxy.port)
    try:
        from workbench.gui.browser.request_sieve import RequestSieve
        from workbench.gui.looking.looking_desk import LookingDesk
        from workbench.gui.web_engine import make_profile
    except ImportError:
        return 1
    # A picture of the page is asked for, so the page is fetched whole.
    sieve = RequestSieve(guard, unneeded=frozenset())
    profile = make_profile(sieve)

    def tell(answer: LookedPage) -> None:
        write_line(msgspec.json.encode(answer) + b"\n")
        if orders.have_ended and desk.is_idle:
            app.quit()

    desk = LookingDesk(profile, limit_s=given.timeout, answered=tell)
    orders = Orders(LookOrder)
    orders.did_order.connect(desk.take)
    orders.did_end.connect(lambda: app.quit() if desk.is_idle else None)
    desk.warm_up(lambda is_good: orders.listen() if is_good else app.exit(1))
    status = app.exec()
    desk.close_down()
    shiboken6.delete(profile)
    proxy.close()
    return status


class _Given:
    allow: Sequence[str]
    proxy: str
    timeout: float


def _read(arguments: Sequence[str]) -> _Given:
    parser = ArgumentParser(prog="workbench look-at-pages")
    parser.add_argument("--allow", action="append", default=[], metavar="CIDR")
    parser.add_argument("--proxy", default="")
    parser.add_argument("--timeout", type=float, default=30.0)
    return parser.parse_args(arguments, namespace=_Given())
