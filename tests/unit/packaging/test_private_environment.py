"""The environment is made for real, in a copy of the checkout; only the packages stay out of reach."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DEAD_END = "http://127.0.0.1:9/"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    copy = tmp_path / "check out 巡检"
    shutil.copytree(ROOT / "packaging", copy / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def start(
    checkout: Path, *arguments: str, interpreter: str = sys.executable, **surroundings: str
) -> subprocess.CompletedProcess[str]:
    """`start.py` on a machine whose system programs and package server are out of reach."""
    nothing_installed = {"PATH": str(checkout), "PIP_INDEX_URL": DEAD_END, "PIP_RETRIES": "1"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PIP_") and "proxy" not in name.lower()
    }
    return subprocess.run(
        [interpreter, "packaging/start.py", *arguments],
        cwd=checkout,
        env=kept | {"PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1"} | nothing_installed | surroundings,
        capture_output=True,
        encoding="utf-8",
    )


def test_no_network_is_one_sentence_and_the_half_made_environment_is_made_anew(checkout: Path) -> None:
    first = start(checkout, "setup")
    assert first.returncode == 3
    assert "连不上软件包服务器" in first.stderr
    assert len(first.stderr.splitlines()) == 1
    assert (checkout / ".venv").is_dir()
    second = start(checkout, "setup")
    assert "正在重建" in second.stdout


def test_a_dead_proxy_is_named_as_such(checkout: Path) -> None:
    told = start(checkout, "demo", PIP_INDEX_URL="https://packages.invalid/", HTTPS_PROXY=DEAD_END)
    assert "HTTPS_PROXY" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_an_environment_does_not_saw_off_the_branch_it_sits_on(checkout: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", checkout / ".venv"], check=True)
    own = checkout / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    told = start(checkout, "setup", interpreter=str(own))
    assert told.returncode == 3
    assert "用系统的 Python" in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert own.exists()


def stamp(checkout: Path, *, has_gates: bool) -> None:
    """Lay down an environment that is finished as far as its stamp says."""
    made = (
        "import sys; sys.path.insert(0, 'packaging'); import private_environment as e\n"
        f"e.python().parent.mkdir(parents=True); e.python().touch(); e._write_stamp(e._stamp(has_gates={has_gates}))"
    )
    subprocess.run([sys.executable, "-c", made], cwd=checkout, check=True)


def test_an_environment_whose_stamp_fits_is_taken_as_it_is(checkout: Path) -> None:
    stamp(checkout, has_gates=True)
    assert start(checkout, "setup").returncode == 0


def test_the_tools_of_the_gates_are_added_where_only_the_program_is(checkout: Path) -> None:
    stamp(checkout, has_gates=False)
    assert "正在重建" not in start(checkout, "setup").stdout


def test_changed_pins_make_it_anew_and_other_settings_do_not(checkout: Path) -> None:
    stamp(checkout, has_gates=True)
    with (checkout / "pyproject.toml").open("a") as settings:
        settings.write("\n[tool.something]\nnew = true\n")
    assert start(checkout, "setup").returncode == 0
    with (checkout / "packaging" / "constraints.txt").open("a") as pins:
        pins.write("another==1.0\n")
    assert "正在重建" in start(checkout, "setup").stdout


def test_a_folder_that_moved_gets_a_new_environment(checkout: Path) -> None:
    stamp(checkout, has_gates=True)
    moved = checkout.rename(checkout.with_name("elsewhere"))
    assert "正在重建" in start(moved, "setup").stdout


def test_the_gates_alone_ask_for_an_environment(checkout: Path) -> None:
    told = start(checkout, "check")
    assert told.returncode == 3
    assert "start.py setup" in told.stderr
