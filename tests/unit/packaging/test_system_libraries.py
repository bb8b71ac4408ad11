import importlib.util
import os
from pathlib import Path

import pytest

import system_libraries
from setup_error import SetupError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows brings all of this itself")

ALL_SONAMES = [library.soname for library in system_libraries.LIBRARIES]


class Machine:
    """Stand-ins for the system's own programs on a search path that holds nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.asked = folder / "asked"

    def has_libraries(self, sonames: list[str]) -> None:
        lines = [
            f"{len(sonames)} libs found in cache",
            *(f"\t{name} (libc6,x86-64) => /lib/{name}" for name in sonames),
        ]
        self._program("ldconfig", says="\n".join(lines))

    def has_apt(self, *, offers: list[str], status: int = 0, complains: str = "") -> None:
        policy = "\n".join(
            f"{name}:\n  Installed: (none)\n  Candidate: 1.0\n  Version table:" for name in offers
        )
        self._program("apt-cache", says=policy)
        self._program("apt-get", says="", status=status, complains=complains)

    def _program(self, name: str, *, says: str, status: int = 0, complains: str = "") -> None:
        program = self._folder / name
        program.write_text(
            f"#!/bin/sh\necho {name} \"$*\" >> '{self.asked}'\n/bin/cat <<'SAID'\n{says}\nSAID\n"
            f"echo '{complains}' >&2\nexit {status}\n"
        )
        program.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system_libraries, "LOADER_FOLDERS", str(tmp_path))
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "wqy-microhei.ttc").touch()
    monkeypatch.setattr(system_libraries, "FONT_FOLDERS", (fonts,))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return Machine(tmp_path)


def test_a_complete_machine_is_left_alone(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.has_libraries(ALL_SONAMES)
    machine.has_apt(offers=[])
    system_libraries.ensure()
    assert capsys.readouterr().out == ""
    assert "apt" not in machine.asked.read_text()


def test_root_installs_what_is_missing_and_nothing_else(machine: Machine) -> None:
    machine.has_libraries([name for name in ALL_SONAMES if name not in {"libGL.so.1", "libnss3.so"}])
    machine.has_apt(offers=["libgl1", "libnss3"])
    system_libraries.ensure()
    asked = machine.asked.read_text().splitlines()
    assert asked[-1] == "apt-get --quiet install --yes --no-install-recommends libgl1 libnss3"


def test_a_renamed_package_is_asked_for_by_the_name_this_release_offers(machine: Machine) -> None:
    machine.has_libraries([name for name in ALL_SONAMES if name != "libasound.so.2"])
    machine.has_apt(offers=["libasound2t64"])
    system_libraries.ensure()
    assert machine.asked.read_text().splitlines()[-1].endswith("--no-install-recommends libasound2t64")


def test_anyone_else_is_told_the_command(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    machine.has_libraries([name for name in ALL_SONAMES if name != "libGL.so.1"])
    machine.has_apt(offers=["libgl1"])
    system_libraries.ensure()
    told = capsys.readouterr().out.strip()
    assert "sudo apt-get install --no-install-recommends libgl1；" in told
    assert "\n" not in told
    assert "apt-get" not in machine.asked.read_text()


def test_without_venv_there_is_nothing_to_go_on_with(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    machine.has_libraries(ALL_SONAMES)
    machine.has_apt(offers=["python3-venv"])
    with pytest.raises(SetupError, match="sudo apt-get install --no-install-recommends python3-venv，再运行"):
        system_libraries.ensure()


def test_a_system_without_apt_is_told_the_names_of_the_files(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.has_libraries([name for name in ALL_SONAMES if name != "libGL.so.1"])
    system_libraries.ensure()
    assert "libGL.so.1" in capsys.readouterr().out


def test_a_failing_apt_is_told_with_its_reason_and_stops_nothing(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.has_libraries([])
    (machine.asked.parent / "fonts" / "wqy-microhei.ttc").unlink()
    machine.has_apt(offers=[], status=100, complains="E: Unable to locate package libgl1")
    system_libraries.ensure()
    told = capsys.readouterr().out.splitlines()[-1]
    assert "E: Unable to locate package libgl1" in told
    assert "fonts-wqy-microhei" in told


@pytest.mark.parametrize(
    "name", ["NotoSansCJK-Regular.ttc", "NotoSansSC-Regular.otf", "SourceHanSansCN.otf", "uming.ttc"]
)
def test_any_chinese_font_will_do(machine: Machine, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    fonts = machine.asked.parent / "fonts"
    (fonts / "wqy-microhei.ttc").rename(fonts / name)
    machine.has_libraries(ALL_SONAMES)
    system_libraries.ensure()
    assert capsys.readouterr().out == ""
