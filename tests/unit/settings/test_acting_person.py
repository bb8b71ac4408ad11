"""Who acts: the name given wins, then the settings, then the login."""

import getpass
from pathlib import Path

import pytest

from workbench.errors import WrongUseError
from workbench.settings import options
from workbench.settings.acting_person import acting_person


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "settings.json"
    monkeypatch.setattr(options, "user_settings_file", lambda: file)
    return file


def test_the_name_given_wins_and_is_trimmed(settings_file: Path) -> None:
    options.save_options(options.Options(inspector="李强"), settings_file)
    assert acting_person("  王  敏 ") == "王 敏"


def test_else_the_settings_else_the_login(settings_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "inspector-7")
    assert acting_person() == getpass.getuser() == "inspector-7"
    options.save_options(options.Options(inspector="李强"), settings_file)
    assert acting_person() == "李强"


def test_a_blank_name_is_refused(settings_file: Path) -> None:
    with pytest.raises(WrongUseError, match="--by"):
        acting_person("   ")
