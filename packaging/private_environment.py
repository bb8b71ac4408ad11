"""The private environment of this checkout: `.venv`, made from the pins and remembered by a stamp.

The stamp is written last and taken away before anything is changed, so an environment without one is half-made.
"""

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import time
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

import pip_install
from child_process import ROOT
from setup_error import SetupError

FOLDER = ROOT / ".venv"
STAMP_FILE = FOLDER / "inspection-workbench.json"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
NEEDED_BYTES = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made from; `place` because it does not work elsewhere when the folder is moved."""

    interpreter: str
    pins: str
    place: str
    has_gates: bool


def python() -> Path:
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready(*, has_gates: bool) -> bool:
    found = _read_stamp()
    return found is not None and found in (_stamp(has_gates=has_gates), _stamp(has_gates=True))


def ensure(*, has_gates: bool) -> None:
    """Make or complete the environment where it is not what the pins ask for; without the network where it is."""
    if is_ready(has_gates=has_gates):
        return
    started = time.monotonic()
    if _read_stamp() != _stamp(has_gates=False):
        _make_empty()
    STAMP_FILE.unlink(missing_ok=True)
    pip_install.install(python(), ROOT, extras="dev" if has_gates else "", constraints=CONSTRAINTS)
    _write_stamp(_stamp(has_gates=has_gates))
    print(f"独立环境已建好，用时 {time.monotonic() - started:.0f} 秒。")


def _make_empty() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError(
            "这个 Python 不带 venv；请用系统的软件管理器装上它，或改用完整安装的 Python 再运行同一条命令。"
        )
    _remove()
    _refuse_small_disk()
    print(f"正在建立独立环境 {FOLDER} …")
    made = subprocess.run(
        [sys.executable, "-m", "venv", FOLDER], capture_output=True, text=True, errors="replace"
    )
    if made.returncode != 0:
        reason = (made.stderr or made.stdout).strip().splitlines()[-1:]
        raise SetupError(
            f"建立独立环境失败（{''.join(reason)}）；请检查本文件夹是否可写、Python 安装是否完整，然后重试。"
        )


def _remove() -> None:
    if not FOLDER.exists():
        return
    if Path(sys.prefix).resolve() == FOLDER.resolve():
        raise SetupError(
            "独立环境要重建，而这条命令正由它里面的 Python 运行；请退出该环境（deactivate），用系统的 Python 再运行同一条命令。"
        )
    print("原有的独立环境不完整，或 Python、组件版本已变，正在重建 …")
    try:
        shutil.rmtree(FOLDER)
    except OSError as error:
        raise SetupError(
            f"删不掉旧环境 {FOLDER}（{error.strerror}）；请关闭正在运行的工作台后重试。"
        ) from error


def _refuse_small_disk() -> None:
    free = shutil.disk_usage(ROOT).free
    # Some mounted file systems report no size at all; they are given the benefit of the doubt.
    if 0 < free < NEEDED_BYTES:
        raise SetupError(f"磁盘只剩 {free / 1e9:.1f} GB，建立环境需要 2 GB；请清理磁盘后再运行同一条命令。")


def _stamp(*, has_gates: bool) -> Stamp:
    interpreter = f"{sys.implementation.cache_tag} {platform.system()} {platform.machine()} {sys.base_prefix}"
    return Stamp(interpreter=interpreter, pins=_digest_of_pins(), place=str(ROOT), has_gates=has_gates)


def _digest_of_pins() -> str:
    """Of what decides which packages are installed: settings of the tools in the same file change nothing."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = declared["project"]
    asked = [
        declared["build-system"],
        project["dependencies"],
        project["optional-dependencies"],
        project["scripts"],
    ]
    text = json.dumps(asked, sort_keys=True) + CONSTRAINTS.read_text("utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def _read_stamp() -> Stamp | None:
    try:
        found = Stamp(**json.loads(STAMP_FILE.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return found if python().exists() else None


def _write_stamp(stamp: Stamp) -> None:
    fresh = STAMP_FILE.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(stamp), indent=1), "utf-8")
    fresh.replace(STAMP_FILE)
