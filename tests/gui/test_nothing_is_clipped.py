"""Every page and every dialog whole on small and on much enlarged screens, each scale in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Width and height in the screen's own pixels, and the scale the system is set to.
SCREENS = {
    "laptop": (1366, 768, 1.0),
    "laptop-150": (1366, 768, 1.5),
    "laptop-200": (1366, 768, 2.0),
    "desktop-125": (1920, 1080, 1.25),
    "desktop-200": (1920, 1080, 2.0),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", ["pages", "dialogs"])
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_clipped(name: str, what: str, tmp_path: Path) -> None:
    width, height, scale = SCREENS[name]
    screen = {"name": name, "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [screen | {"logicalBaseDpi": 96, "dpr": 1}]}), "utf-8")
    own = dict.fromkeys(
        ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"),
        str(tmp_path),
    )
    settings = {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "QT_SCALE_FACTOR": str(scale)}
    run = subprocess.run(
        [sys.executable, "-m", "tests.gui.clipping_walk", str(tmp_path), what],
        cwd=ROOT,
        env=os.environ | own | settings,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == []
