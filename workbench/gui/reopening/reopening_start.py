"""The verb `reopen-pages`, which no person types: orders come in on standard input, one JSON line each, answers go out."""

import os
import sys
import threading
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import suppress

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.guarded_proxy import GuardedProxy
from workbench.fetch.reopened_page import READY_LINE, ReopenedPage, ReopenOrder
from workbench.gui.application import prepare_environment

_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"


class _Post(QObject):
    """Brings what the reading thread hears to the thread of the pages."""

    did_order = Signal(ReopenOrder)
    did_end = Signal()


def run_reopening(arguments: Sequence[str]) -> int:
    """Until standard input ends; the exit status is 1 where the engine loads nothing here."""
    given = _read(arguments)
    guard = AddressGuard(given.allow)
    proxy = GuardedProxy(guard, timeout_s=given.timeout, upstream=given.proxy)
    prepare_engine(proxy.port)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication([sys.argv[0]])
    try:
        from workbench.gui.reopening.reopening_room import ReopeningRoom
    except ImportError:
        return 1
    room = ReopeningRoom(desks=given.at_once, limit_s=given.timeout, guard=guard, answered=_tell)
    post = _Post()
    post.did_order.connect(room.take)
    post.did_end.connect(app.quit)

    def begin(is_good: bool) -> None:
        if not is_good:
            app.exit(1)
            return
        _write(READY_LINE)
        threading.Thread(target=_listen, args=(post,), name="orders", daemon=True).start()

    room.warm_up(begin)
    status = app.exec()
    room.close_down()
    proxy.close()
    return status


def prepare_engine(proxy_port: int) -> None:
    """Everything goes through the guarded proxy, loopback too, which the engine would ask directly; nothing is shown."""
    prepare_environment()
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    flags = (
        os.environ.get(_FLAGS, ""),
        "--disable-gpu",
        f"--proxy-server=http://127.0.0.1:{proxy_port}",
        "--proxy-bypass-list=<-loopback>",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    )
    os.environ[_FLAGS] = " ".join(flags).strip()


def _listen(post: _Post) -> None:
    with suppress(OSError, msgspec.DecodeError):
        for line in sys.stdin.buffer:
            post.did_order.emit(msgspec.json.decode(line, type=ReopenOrder))
    post.did_end.emit()


def _tell(answer: ReopenedPage) -> None:
    _write(msgspec.json.encode(answer) + b"\n")


def _write(line: bytes) -> None:
    try:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
    except OSError:
        # Nobody listens any more.
        QApplication.quit()


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
