"""The verbs of `start.py`: what each sets up first and what it then runs."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import gates
import private_environment
import system_libraries
from child_process import run_child
from setup_error import SetupError

USAGE_STATUS = 2
ENVIRONMENT_STATUS = 3
INTERRUPTED_STATUS = 130


@dataclass(frozen=True, slots=True)
class StartVerb:
    summary: str
    run: Callable[[Sequence[str]], int]


def demo(arguments: Sequence[str]) -> int:
    return _workbench("demo", *arguments)


def window(arguments: Sequence[str]) -> int:
    return _workbench(*arguments)


def test(arguments: Sequence[str]) -> int:
    _prepare(has_gates=True)
    return gates.run_gates(private_environment.python(), pytest_arguments=arguments)


def check(arguments: Sequence[str]) -> int:
    """The gates alone: no look at the system, nothing installed."""
    if not private_environment.is_ready(has_gates=True):
        raise SetupError("还没有可用的测试环境，请先运行：python3 packaging/start.py setup")
    return gates.run_gates(private_environment.python(), chosen=arguments)


def setup(arguments: Sequence[str]) -> int:
    if arguments:
        raise SetupError("setup 不需要其他参数，请直接运行：python3 packaging/start.py setup")
    _prepare(has_gates=True)
    print(f"环境已就绪：{private_environment.FOLDER}")
    return 0


VERBS = {
    "demo": StartVerb("准备环境，在自带的演练城市上完整走一轮巡检，然后打开窗口", demo),
    "test": StartVerb("准备环境，依次运行全部检查和测试（后面的参数交给 pytest）", test),
    "window": StartVerb("准备环境，打开窗口（后面的参数交给 workbench）", window),
    "check": StartVerb(
        "不准备环境，只运行检查和测试（后面可写名称：format lint types layers sizes tests）", check
    ),
    "setup": StartVerb("只准备环境", setup),
}


def run(arguments: Sequence[str]) -> int:
    """Run the verb named first; what follows is the verb's own."""
    for stream in (sys.stdout, sys.stderr):
        # An English Windows console cannot write Chinese; a question mark is better than a traceback.
        stream.reconfigure(errors="replace", line_buffering=True)  # type: ignore[union-attr]  # a TextIO without it is no console
    # Only the first word is ours: an option behind it, `--help` too, belongs to what is started.
    chosen, rest = (arguments[0], arguments[1:]) if arguments else ("", ())
    if chosen in {"", "-h", "--help"}:
        return _explain()
    if chosen not in VERBS:
        print(f"没有 {chosen} 这个命令，可用的是：{' '.join(VERBS)}。", file=sys.stderr)
        return USAGE_STATUS
    return _run_plainly(VERBS[chosen], rest)


def _run_plainly(verb: StartVerb, arguments: Sequence[str]) -> int:
    """Whatever the person can mend is one sentence; anything else is a bug and shows as one."""
    try:
        return verb.run(arguments)
    except SetupError as error:
        print(error, file=sys.stderr)
        return ENVIRONMENT_STATUS
    except OSError as error:
        print(
            f"读写失败：{error.strerror or error}（{error.filename or '磁盘'}）。请检查权限和磁盘空间后重试。",
            file=sys.stderr,
        )
        return ENVIRONMENT_STATUS
    except KeyboardInterrupt:
        print("已停止；再次运行同一条命令会接着做。", file=sys.stderr)
        return INTERRUPTED_STATUS


def _explain() -> int:
    print("巡检工作台的起步命令：在本文件夹内建立独立环境（.venv），不改动系统里的 Python。\n")
    print("用法：python3 packaging/start.py VERB [参数 …]\n")
    for name, verb in VERBS.items():
        print(f"  {name:8}{verb.summary}")
    return 0


def _prepare(*, has_gates: bool) -> None:
    system_libraries.ensure()
    private_environment.ensure(has_gates=has_gates)


def _workbench(*arguments: str) -> int:
    _prepare(has_gates=False)
    # -P: a file in the caller's folder must not pass for one of ours.
    return run_child([private_environment.python(), "-P", "-m", "workbench", *arguments])
