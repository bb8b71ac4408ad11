import subprocess
import sys
from pathlib import Path

START = Path(__file__).resolve().parents[3] / "packaging" / "start.py"


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", START, *arguments], capture_output=True, encoding="utf-8"
    )


def test_without_a_verb_it_explains_itself() -> None:
    told = start()
    assert told.returncode == 0
    assert all(verb in told.stdout for verb in ("demo", "test", "window", "check", "setup"))


def test_an_unknown_verb_is_one_sentence() -> None:
    told = start("dmeo")
    assert told.returncode == 2
    assert told.stderr.splitlines() == ["没有 dmeo 这个命令，可用的是：demo test window check setup。"]


def test_a_python_too_old_is_told_so() -> None:
    pretend = (
        f"import sys; sys.version_info = (3, 9, 2); sys.path.insert(0, {str(START.parent)!r})\n"
        "import start; sys.exit(start.main())"
    )
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", pretend], capture_output=True, encoding="utf-8"
    )
    assert told.returncode == 3
    assert "需要 Python 3.11" in told.stderr
    assert "3.9.2" in told.stderr


def test_a_console_that_cannot_write_chinese_gets_no_traceback() -> None:
    surroundings = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    told = subprocess.run([sys.executable, START], capture_output=True, env=surroundings)
    assert told.returncode == 0
    assert b"Traceback" not in told.stderr
