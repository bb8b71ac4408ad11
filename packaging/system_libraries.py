"""The system libraries that Qt's wheels expect: which are missing, and how Debian and its kin get them.

Found out on a bare Debian 12 by running every layer. A wheel brings Qt itself, but neither OpenGL, fonts nor the
X11 and sound libraries that the browser engine loads at its start.
"""

import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from child_process import is_root
from setup_error import SetupError

NO_EXTRAS = "--no-install-recommends"
LOADER_FOLDERS = "/usr/sbin:/sbin"
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
CHINESE_FONT = re.compile(
    r"wqy|cjk|droidsansfallback|sourcehan|ukai|uming|simsun|noto.*(sc|tc)[-.]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Library:
    """A file the loader must find, and the package that holds it, under its newer name too where it was renamed."""

    soname: str
    packages: tuple[str, ...]


LIBRARIES = tuple(
    Library(soname, tuple(packages.split()))
    for soname, packages in (
        # The window itself, and every test without a display.
        ("libGL.so.1", "libgl1"),
        ("libEGL.so.1", "libegl1"),
        ("libglib-2.0.so.0", "libglib2.0-0 libglib2.0-0t64"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libbrotlidec.so.1", "libbrotli1"),
        # The embedded browser.
        ("libnss3.so", "libnss3"),
        ("libasound.so.2", "libasound2 libasound2t64"),
        ("libXcomposite.so.1", "libxcomposite1"),
        ("libXdamage.so.1", "libxdamage1"),
        ("libXrandr.so.2", "libxrandr2"),
        ("libXtst.so.6", "libxtst6"),
        # Debian 12 brings this one along with others of this list, Debian 13 does not.
        ("libXfixes.so.3", "libxfixes3"),
        ("libxkbfile.so.1", "libxkbfile1"),
        ("libgbm.so.1", "libgbm1"),
        ("libxcb-dri3.so.0", "libxcb-dri3-0"),
        # A real X11 display.
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
        ("libxcb-shape.so.0", "libxcb-shape0"),
        ("libxcb-xkb.so.1", "libxcb-xkb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    )
)
VENV = ("python3-venv",)
FONT = ("fonts-wqy-microhei",)


def ensure() -> None:
    """Install what is missing where the caller may; otherwise say so in one sentence and let the program go on.

    Raises:
        SetupError: without it no environment can be made, so there is nothing to go on with.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = _missing()
    if not missing:
        return
    told = _install_or_tell(missing)
    if told and importlib.util.find_spec("ensurepip") is None:
        raise SetupError(f"{told}，再运行同一条命令。")
    if told:
        print(f"{told}；暂以简化方式继续。")


def _install_or_tell(missing: Sequence[tuple[str, ...]]) -> str:
    """The remedy, without its ending, where this program could not do it by itself."""
    if shutil.which("apt-get") is None:
        return f"缺少系统组件 {' '.join(_names_elsewhere(missing))}，请用系统的软件管理器安装"
    if not is_root():
        return f"缺少系统组件，请运行：sudo apt-get update && sudo apt-get install {NO_EXTRAS} {' '.join(_installable(missing))}"
    return _install(missing)


def _missing() -> list[tuple[str, ...]]:
    """The packages that are needed, each as its possible names."""
    known = _loadable()
    missing = [library.packages for library in LIBRARIES if known and library.soname not in known]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(VENV)
    if not _has_chinese_font():
        missing.append(FONT)
    return missing


def _loadable() -> set[str]:
    """Every library in the loader's cache; empty where there is no such cache to ask."""
    ldconfig = shutil.which("ldconfig", path=os.pathsep.join([os.environ.get("PATH", ""), LOADER_FOLDERS]))
    if ldconfig is None:
        return set()
    listing = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    return {line.split()[0] for line in listing.splitlines()[1:] if line.strip()}


def _has_chinese_font() -> bool:
    files = (file for folder in FONT_FOLDERS if folder.is_dir() for file in folder.rglob("*.[to]t[fc]"))
    return any(CHINESE_FONT.search(file.name) for file in files)


def _names_elsewhere(missing: Sequence[tuple[str, ...]]) -> list[str]:
    sonames = {library.packages: library.soname for library in LIBRARIES}
    return [sonames.get(packages, packages[0]) for packages in missing]


def _install(missing: Sequence[tuple[str, ...]]) -> str:
    print(f"正在安装 {len(missing)} 个系统组件 …")
    updated = _apt(["update"])
    names = _installable(missing)
    installed = _apt(["install", "--yes", NO_EXTRAS, *names])
    if installed.returncode == 0:
        # What apt has just put on the disk must not be judged by what was looked up before.
        importlib.invalidate_caches()
        return ""
    reasons = [line for line in (updated.stderr + installed.stderr).splitlines() if line.startswith("E:")]
    why = " ".join(reasons[-1:]) or "原因不明"
    return f"系统组件没有装上（{why}），请检查网络和软件源后运行：apt-get update && apt-get install {NO_EXTRAS} {' '.join(names)}"


def _installable(missing: Sequence[tuple[str, ...]]) -> list[str]:
    """Of each package's names the one this release offers; the first where apt knows none."""
    asked = [name for packages in missing for name in packages]
    answer = subprocess.run(
        ["apt-cache", "policy", *asked], capture_output=True, text=True, env=_plain_english()
    )
    offered = set(
        re.findall(r"^(\S+):\n  Installed: .*\n  Candidate: (?!\(none\))", answer.stdout, re.MULTILINE)
    )
    return [next((name for name in packages if name in offered), packages[0]) for packages in missing]


def _apt(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["apt-get", "--quiet", *arguments], capture_output=True, text=True, env=_plain_english()
    )


def _plain_english() -> dict[str, str]:
    """Answers are read by this program, and nothing may wait for a key."""
    return dict(os.environ) | {"LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
