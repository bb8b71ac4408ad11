"""What the processes with a hidden page share: the engine behind the guarded proxy, orders in, answers out.

The engine reads its settings as it loads, so this file imports nothing of it.
"""

import os
import sys
import threading
from contextlib import suppress

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from workbench.gui.application import prepare_environment

_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"


class Orders(QObject):
    """Standard input, one JSON line an order; brings what the reading thread hears to the thread of the pages."""

    did_order = Signal(object)
    did_end = Signal()

    def __init__(self, kind: type[object]) -> None:
        super().__init__()
        self._kind = kind
        self.have_ended = False

    def listen(self) -> None:
        threading.Thread(target=self._read, name="orders", daemon=True).start()

    def _read(self) -> None:
        with suppress(OSError, msgspec.DecodeError):
            for line in sys.stdin.buffer:
                self.did_order.emit(msgspec.json.decode(line, type=self._kind))
        self.have_ended = True
        self.did_end.emit()


def make_child_application(proxy_port: int) -> QApplication:
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
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    return QApplication([sys.argv[0]])


def write_line(line: bytes) -> None:
    """Ends the process's own loop where nobody listens any more."""
    try:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
    except OSError:
        QApplication.quit()
