"""The verb `look-at-pages`, which no person types: orders come in on standard input, one JSON line each, answers go out."""

import sys
import threading
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import suppress

import msgspec
import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.guarded_proxy import GuardedProxy
from workbench.fetch.looked_page import LookedPage, LookOrder
from workbench.gui.reopening.reopening_start import prepare_engine


class _Post(QObject):
    """Brings what the reading thread hears to the thread of the pages."""

    did_order = Signal(LookOrder)
    did_end = Signal()


def run_looking(arguments: Sequence[str]) -> int:
    """Until standard input has ended and all is answered; the exit status is 1 where the engine loads nothing here."""
    given = _read(arguments)
    guard = AddressGuard(given.allow)
    proxy = GuardedProxy(guard, timeout_s=given.timeout, upstream=given.proxy)
    prepare_engine(proxy.port)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication([sys.argv[0]])
    try:
        from workbench.gui.looking.looking_desk import LookingDesk
        from workbench.gui.reopening.reopening_room import Sieve
        from workbench.gui.web_engine import make_profile
    except ImportError:
        return 1
    sieve = Sieve(guard, unneeded=frozenset())
    profile = make_profile(sieve)
    has_ended = threading.Event()

    def tell(answer: LookedPage) -> None:
        with suppress(OSError):
            sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
            sys.stdout.buffer.flush()
        if has_ended.is_set() and desk.is_idle:
            app.quit()

    desk = LookingDesk(profile, limit_s=given.timeout, answered=tell)
    post = _Post()
    post.did_order.connect(desk.take)
    post.did_end.connect(lambda: app.quit() if desk.is_idle else None)

    def listen() -> None:
        with suppress(OSError, msgspec.DecodeError):
            for line in sys.stdin.buffer:
                post.did_order.emit(msgspec.json.decode(line, type=LookOrder))
        has_ended.set()
        post.did_end.emit()

    def begin(is_good: bool) -> None:
        if is_good:
            threading.Thread(target=listen, name="orders", daemon=True).start()
        else:
            app.exit(1)

    desk.warm_up(begin)
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
