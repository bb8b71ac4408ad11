"""The kinds of platforms accounts live on, as data: the shipped list with the office's own laid over it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workbench.errors import EnvironmentFaultError
from workbench.paths import resources_dir
from workbench.views.term_lists import office_lists_dir

_FILE = "account_platforms.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPlatform:
    """`words` are what registers call it; `is_app` is downloaded and opened, `has_menus` has menus to try."""

    id: str
    name: str
    words: tuple[str, ...] = ()
    is_app: bool = False
    has_menus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPlatforms:
    """`silent_days` are the limits shown beside each other, in days."""

    by_id: Mapping[str, AccountPlatform]
    silent_days: tuple[int, ...]

    def named(self, word: str) -> AccountPlatform:
        """The platform a register calls `word`, the longest match first; `other` where none is meant."""
        wanted = word.strip().casefold()
        found = [
            (len(each), platform)
            for platform in self.by_id.values()
            for each in (*platform.words, platform.name)
            if each and each.casefold() in wanted
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else self.by_id["other"]


def account_platforms() -> AccountPlatforms:
    """Raises EnvironmentFaultError where the office's file cannot be read."""
    return _platforms(office_lists_dir())


@cache
def _platforms(office: Path) -> AccountPlatforms:
    shipped = tomllib.loads((resources_dir() / "lists" / _FILE).read_text(encoding="utf-8"))
    own = _own(office / _FILE)
    cells = shipped["platform"] | own.get("platform", {})
    try:
        return AccountPlatforms(
            by_id={name: _platform(name, cell) for name, cell in cells.items()},
            silent_days=tuple(int(days) for days in own.get("silent_days", shipped["silent_days"])),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise EnvironmentFaultError(
            f"本单位的平台清单 {office / _FILE} 写法有误（{error}），请改正或移走后重试。"
        ) from error


def _platform(name: str, cell: Mapping[str, Any]) -> AccountPlatform:
    return AccountPlatform(
        id=name,
        name=str(cell["name"]),
        words=tuple(str(word) for word in cell.get("words", ())),
        is_app=bool(cell.get("is_app", False)),
        has_menus=bool(cell.get("has_menus", False)),
    )


def _own(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise EnvironmentFaultError(f"读不了平台清单 {file}（{error}），请改正或移走后重试。") from error
