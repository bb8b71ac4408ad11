import os
from pathlib import Path

import pytest

import pip_install
from setup_error import SetupError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


def stand_in(folder: Path, *, says: str, status: int) -> Path:
    """A program in Python's place that writes down what it was asked and answers like pip."""
    program = folder / "python"
    program.write_text(
        f"#!/bin/sh\necho \"$*\" >> '{folder}/asked'\ncat <<'SAID'\n{says}\nSAID\nexit {status}\n"
    )
    program.chmod(0o755)
    return program


def install(program: Path, *, extras: str = "") -> None:
    pip_install.install(program, Path("/checkout"), extras=extras, constraints=Path("/checkout/pins.txt"))


@pytest.mark.parametrize(
    ("said", "word"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "磁盘已满",
        ),
        ("ProxyError('Cannot connect to proxy.', ConnectionRefusedError)\nNewConnectionError", "HTTPS_PROXY"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))", "PIP_CERT"),
        (
            "NewConnectionError: Temporary failure in name resolution\nERROR: No matching distribution found",
            "连不上",
        ),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied", "写入权限"),
        ("ERROR: No matching distribution found for PySide6", "64 位 Python"),
    ],
)
def test_a_known_trouble_is_one_sentence_with_the_remedy(tmp_path: Path, said: str, word: str) -> None:
    with pytest.raises(SetupError, match=word) as told:
        install(stand_in(tmp_path, says=said, status=1))
    assert "\n" not in str(told.value)


def test_an_unknown_trouble_shows_the_end_of_what_pip_said(tmp_path: Path) -> None:
    said = "\n".join(f"line {number}" for number in range(100))
    with pytest.raises(SetupError) as told:
        install(stand_in(tmp_path, says=said, status=1))
    assert "line 99" in str(told.value)
    assert "line 10\n" not in str(told.value)


def test_words_of_trouble_in_a_good_run_mean_nothing(tmp_path: Path) -> None:
    install(stand_in(tmp_path, says="WARNING: Connection timed out, retrying", status=0))


def test_both_steps_are_held_by_the_pins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install(stand_in(tmp_path, says="  Downloading peewee-4.5.3.whl (194 kB)", status=0), extras="dev")
    builder, project = (tmp_path / "asked").read_text().splitlines()
    assert builder.endswith("-c /checkout/pins.txt setuptools")
    assert project.endswith("-c /checkout/pins.txt --no-build-isolation --editable /checkout[dev]")
    assert "下载 peewee-4.5.3.whl (194 kB)" in capsys.readouterr().out
