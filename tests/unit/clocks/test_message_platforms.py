"""The platforms: the shipped ones, the office's own beside them, and what they are called."""

from pathlib import Path

import pytest

from workbench.clocks import message_platforms as platforms_file
from workbench.clocks.message_platforms import find_platform, message_platforms, platform_named
from workbench.errors import EnvironmentFaultError, WrongUseError


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platforms_file, "user_data_dir", lambda: tmp_path)
    (tmp_path / "lists").mkdir()
    return tmp_path / "lists" / "message_platforms.toml"


def test_the_shipped_list_has_the_two_clocks_of_the_error_platform() -> None:
    jiucuo = message_platforms()["jiucuo"]
    assert (str(jiucuo.limit), str(jiucuo.inner_limit)) == ("3wd", "2wd")
    assert jiucuo.limit_in_words() == "3个工作日（内部2个工作日）"
    assert not jiucuo.is_consultation


def test_a_limit_nobody_has_published_says_so() -> None:
    assert message_platforms()["lingdao"].limit_in_words() == "7个工作日，未核实"


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("找错", "jiucuo"),
        ("“我为政府网站找错”平台", "jiucuo"),
        ("云南省政府网站曝光台", "baoguangtai"),
        ("百姓信箱", "baixing"),
        ("霁川市市长信箱", "lingdao"),
        ("12345", "rexian"),
        ("12345政务服务便民热线", "rexian"),
        ("jiucuo", "jiucuo"),
    ],
)
def test_a_platform_is_known_by_its_words(text: str, identity: str) -> None:
    found = find_platform(text, message_platforms())
    assert found is not None
    assert found.id == identity


def test_nobody_is_meant_by_nothing() -> None:
    assert find_platform("　", message_platforms()) is None
    with pytest.raises(WrongUseError, match="没有名为“漂流瓶”的留言平台，可选：我为政府网站找错"):
        platform_named("漂流瓶")


def test_the_office_changes_a_limit_and_adds_a_platform(office: Path) -> None:
    office.write_text(
        '[platform.lingdao]\nlimit = "10d"\ncertainty = "confirmed"\n'
        '[platform.own]\nname = "阳光信访"\nlimit = "15d"\n',
        "utf-8",
    )
    found = message_platforms()
    assert found["lingdao"].limit_in_words() == "10天"
    assert found["lingdao"].name == "领导信箱"
    assert found["own"].limit_in_words() == "15天"


@pytest.mark.parametrize(
    "text",
    [
        "[platform.own",
        '[platform.own]\nlimit = "3wd"',
        '[platform.own]\nname = "甲"\nlimit = "soon"',
        '[platform.jiucuo]\ncertainty = "rumour"',
        'platform = ["jiucuo"]',
    ],
)
def test_a_broken_file_of_the_office_is_named(office: Path, text: str) -> None:
    office.write_text(text, "utf-8")
    with pytest.raises(EnvironmentFaultError, match="message_platforms.toml|平台表"):
        message_platforms()
