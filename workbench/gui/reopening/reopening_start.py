"""The verb `reopen-pages`, which no person types: orders come in on standard input, one JSON line each, answers go out."""

from argparse import ArgumentParser
from collections.abc import Sequence

import msgspec

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.guarded_proxy import GuardedProxy
from workbench.fetch.reopened_page import READY_LINE, ReopenedPage, ReopenOrder
from workbench.gui.browser.engine_child import Orders, make_child_application, write_line


def run_reopening(arguments: Sequence[str]) -> int:
    """Until standard input ends; the exit status is 1 where the engine loads nothing here."""
    given = _read(arguments)
    guard = AddressGuard(given.allow)
    proxy = GuardedProxy(guard, timeout_s=given.timeout, upstream=given.proxy)
    app = make_child_application(proxy.port)
    try:
        from workbench.gui.reopening.reopening_room import ReopeningRoom
    except ImportError:
        return 1
    room = ReopeningRoom(desks=given.at_once, limit_s=given.timeout, guard=guard, answered=_tell)
    orders = Orders(ReopenOrder)
    orders.did_order.connect(room.take)
    orders.did_end.connect(app.quit)

    def begin(is_good: bool) -> None:
        if not is_good:
            app.exit(1)
            return
        write_line(READY_LINE)
        orders.listen()

    room.warm_up(begin)
    status = app.exec()
    room.close_down()
    proxy.close()
    return status


def _tell(answer: ReopenedPage) -> None:
    write_line(msgspec.json.encode(answer) + b"\n")


class _Given:
    allow: Sequence[str]
    proxy: str
    timeout: float
    at_once: int


def _read(arguments: Sequence[str]) -> _Given:
    parser = ArgumentParser(prog="workbench reopen-pages")
    parser.add_argument("--allow", action="append", default=[], metavar="CIDR")
    parser.add_argument("--proxy", default="")
    parser.add_argument("--timeout", type=float, default=15.0)
    parser.add_argument("--at-once", type=int, default=3)
    return parser.parse_args(arguments, namespace=_Given())
