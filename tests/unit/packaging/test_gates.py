import sys
from pathlib import Path

import pytest

import gates
from setup_error import SetupError

ROOT = Path(__file__).resolve().parents[3]


def test_the_tests_come_last_so_that_their_closing_line_is_the_last() -> None:
    assert list(gates.GATES)[-1] == gates.TESTS


def test_ci_runs_the_readme_s_test_command_and_nothing_else() -> None:
    lines = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line.startswith("exec ")]
    assert lines == ["exec python3 packaging/start.py test"]
    assert "python3 packaging/start.py test" in (ROOT / "README.md").read_text()


def test_an_unknown_gate_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(SetupError, match="format lint types layers sizes tests"):
        gates.run_gates(Path(sys.executable), chosen=["speed"])


def test_a_failed_gate_is_named_and_the_status_says_so(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    two = {
        "good": gates.Gate("good one", ("-c", "print('looked')")),
        "bad": gates.Gate("bad one", ("-c", "raise SystemExit(1)")),
    }
    monkeypatch.setattr(gates, "GATES", two)
    assert gates.run_gates(Path(sys.executable)) == 1
    said = capfd.readouterr().out
    assert "looked" in said
    assert "通过：good one" in said
    assert said.splitlines()[-1] == "未通过：bad one"
    assert gates.run_gates(Path(sys.executable), chosen=["good"]) == 0
