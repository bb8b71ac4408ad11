"""Installs the project into an environment with pip, and says in one sentence what kept it from doing so."""

import re
import subprocess
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from child_process import child_environment
from setup_error import SetupError

DOWNLOADING = re.compile(r"\s*Downloading (?P<what>.+)")
TAIL_LINES = 15

# In the order of asking: a dead proxy also looks like a dead network, a full disk also like a broken download.
TROUBLES = (
    (
        ("No space left on device", "[Errno 28]", "WinError 112"),
        "磁盘已满，程序组件没有装完；请清理出 2 GB 空间后再运行同一条命令。",
    ),
    (
        ("ProxyError", "Cannot connect to proxy", "407 Proxy", "InvalidProxyURL", "Tunnel connection failed"),
        "代理服务器连不上或拒绝了请求；请检查环境变量 HTTPS_PROXY 和系统的代理设置后重试。",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLCertVerificationError", "SSLError"),
        "软件包服务器的证书通不过验证；如单位网络会替换证书，请把单位根证书的路径写入环境变量 PIP_CERT 后重试。",
    ),
    (
        (
            *(
                "NewConnectionError",
                "NameResolutionError",
                "Temporary failure in name",
                "Network is unreachable",
            ),
            *("Connection refused", "ConnectionResetError", "timed out", "TimeoutError"),
        ),
        "连不上软件包服务器；请检查网络后重试，内网电脑请先用“pip config set global.index-url 镜像地址”设好镜像。",
    ),
    (
        ("Permission denied", "[Errno 13]", "WinError 5]"),
        "没有写入权限；请把本文件夹放到自己可写的位置（如用户目录）后重试。",
    ),
    (
        ("No matching distribution found", "Could not find a version", "ResolutionImpossible"),
        "软件源里没有适合这台电脑的组件；请确认使用 64 位 Python 3.11 或更新版本，且镜像是完整的。",
    ),
)


def install(python: Path, project: Path, *, extras: str, constraints: Path) -> None:
    """Install `project` so that edits in the checkout count at once, every package in the version that was tested."""
    print("正在安装程序组件（第一次约需下载 300 MB）…")
    # The builder comes first and from the pins as well, so that the project's own build asks the network for nothing.
    _pip(python, ["-c", str(constraints), "setuptools"])
    target = f"{project}[{extras}]" if extras else str(project)
    _pip(python, ["-c", str(constraints), "--no-build-isolation", "--editable", target])


def _pip(python: Path, arguments: Sequence[str]) -> None:
    command = [str(python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *arguments]
    tail: deque[str] = deque(maxlen=TAIL_LINES)
    troubles: set[int] = set()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=child_environment({"PYTHONIOENCODING": "utf-8", "PIP_USER": "0"}),
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            tail.append(line)
            troubles.update(_troubles_in(line))
            if download := DOWNLOADING.match(line):
                print(f"  下载 {download['what'].strip()}")
    if process.returncode != 0:
        raise SetupError(_remedy(troubles, tail))


def _troubles_in(line: str) -> Iterator[int]:
    return (place for place, (signs, _) in enumerate(TROUBLES) if any(sign in line for sign in signs))


def _remedy(troubles: set[int], tail: Sequence[str]) -> str:
    if troubles:
        return TROUBLES[min(troubles)][1]
    return "".join(tail) + "安装程序组件失败，原因见上；请按提示处理后再运行同一条命令。"
