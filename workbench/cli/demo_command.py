"""`workbench demo`: a complete round on the bundled practice city, and then the window on it."""

import os
import shlex
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from datetime import date, datetime
from pathlib import Path

from workbench.cli.check_progress import progress_bar
from workbench.cli.output import complain, console, say, side_console
from workbench.cli.ranked_table import print_ranked
from workbench.cli.verb import verb
from workbench.errors import WrongUseError
from workbench.operations.play_practice_round import PRACTICE_FILE, play_practice_round
from workbench.operations.practice_city import serve_city
from workbench.settings.options import Options


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", metavar="DIR", type=Path, help="文件放到哪个文件夹（默认在个人目录下新建）")
    parser.add_argument("--no-window", action="store_true", help="最后不打开窗口")


@verb("demo", summary="在练习城市上完整做一轮检查", arguments=_arguments)
def demo(arguments: Namespace) -> int:
    folder = arguments.out or Path.home() / "巡检工作台练习" / f"{datetime.now():%Y%m%d-%H%M%S}"
    if (folder / PRACTICE_FILE).exists():
        raise WrongUseError(f"“{folder}”里已有一轮练习，请用 --out 换一个文件夹，或不写 --out。")
    today = date.today()
    side = side_console()
    with serve_city(today) as server, progress_bar() as announce:
        server_note = f"练习城市已在本机开启：{len(server.city.hosts)} 个网站。"
        side.print(server_note)
        played = play_practice_round(
            folder,
            as_of=today,
            server=server,
            options=Options(retry_delay_s=0.2, reopens_in_browser=False),
            say=side.print,
            announce=announce,
        )
    print_ranked(played.table, console())
    say(f"排名表已写到 {played.ranking}")
    say(f"批次文件在 {played.campaign}")
    if arguments.no_window:
        return 0
    return _open_window(played.campaign)


def _open_window(campaign: Path) -> int:
    """The window is a process of its own, which serves the city again: the command line knows no Qt."""
    command = [sys.executable, "-m", "workbench", "window", str(campaign)]
    if not _has_display():
        complain(f"这台机器没有显示器，窗口没有打开；在有桌面时运行：{shlex.join(command)}")
        return 0
    return subprocess.run(command, check=False).returncode


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
