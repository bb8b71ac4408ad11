"""Where things lie: shipped resources, the office's own folders, the user's data."""

import sys
from pathlib import Path

import platformdirs

APP_NAME = "inspection-workbench"


def resources_dir() -> Path:
    """The shipped resources, in a checkout, an installed package and a frozen build alike."""
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [
        Path(frozen) / "resources" if frozen else None,
        # A wheel carries them inside the package (packaging/wheel_resources.py); a checkout has them beside it.
        Path(__file__).resolve().parent / "resources",
        Path(__file__).resolve().parent.parent / "resources",
    ]
    for folder in candidates:
        if folder is not None and folder.is_dir():
            return folder
    raise FileNotFoundError("找不到程序自带的 resources 文件夹，请重新安装本程序。")


def user_data_dir() -> Path:
    """The office's own data on this PC; created on demand by whoever writes there."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def user_settings_file() -> Path:
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.json"


def user_cache_dir() -> Path:
    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))
