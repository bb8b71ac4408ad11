"""Why the pins stop before PySide6 6.12.0: on Python before 3.12 it loses a reference to None with every call.

The interpreter starts with some thousand of them and aborts when they are gone: within minutes, in any window.
"""

import os
import subprocess
import sys

CALLS = 500
COUNT = f"""
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
before = sys.getrefcount(None)
for _ in range({CALLS}):
    widget.setToolTip("x")
print(before - sys.getrefcount(None))
"""


def test_calls_of_qt_lose_no_reference_to_none() -> None:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, env=surroundings)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) < CALLS // 10
