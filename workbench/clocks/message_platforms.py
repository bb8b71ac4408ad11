"""The platforms messages come by, each with its limits: the shipped list with the office's own beside it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workbench.clocks.answer_limit import AnswerLimit
from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.paths import resources_dir, user_data_dir

LIST_NAME = "message_platforms.toml"
CERTAINTY_WORDS = {"confirmed": "已核实", "derived": "推得", "unverified": "未核实"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePlatform:
    """`limit` is the one a message is judged by; `inner_limit`, where there is one, ends earlier and only warns.

    `is_consultation` is set where the veto of three months looks: columns of the site that owe an answer. `words` are what
    exports call the platform. `certainty` is confirmed, derived or unverified.
    """

    id: str
    name: str
    limit: AnswerLimit
    inner_limit: AnswerLimit | None = None
    is_consultation: bool = True
    words: tuple[str, ...] = ()
    certainty: str = "unverified"
    source: str = ""

    def limit_in_words(self) -> str:
        """The limits as people say them, with how sure they are where that is not wholly."""
        inner = f"（内部{self.inner_limit.in_words()}）" if self.inner_limit else ""
        doubt = "" if self.certainty == "confirmed" else f"，{CERTAINTY_WORDS[self.certainty]}"
        return f"{self.limit.in_words()}{inner}{doubt}"


Platforms = Mapping[str, MessagePlatform]


def message_platforms() -> Platforms:
    """By id, in the order of the files.

    Raises:
        EnvironmentFaultError: the office's own file cannot be read, or says what no limit can be.
    """
    return _platforms(user_data_dir() / "lists")


def find_platform(text: str, platforms: Platforms) -> MessagePlatform | None:
    """By id, name or one of its words; else the one whose longest word the text holds; None for a text nobody knows."""
    plain = _plain(text)
    if not plain:
        return None
    for platform in platforms.values():
        if plain in (platform.id, *map(_plain, (platform.name, *platform.words))):
            return platform
    held = [
        (len(word), platform)
        for platform in platforms.values()
        for word in map(_plain, (platform.name, *platform.words))
        if word in plain
    ]
    return max(held, key=lambda each: each[0])[1] if held else None


def platform_named(text: str) -> MessagePlatform:
    """As `find_platform`.

    Raises:
        WrongUseError: nobody knows it; the sentence names those that are known.
    """
    platforms = message_platforms()
    found = find_platform(text, platforms)
    if found is None:
        known = "、".join(platform.name for platform in platforms.values())
        raise WrongUseError(
            f"没有名为“{text}”的留言平台，可选：{known}；别的平台请写进本单位的 {LIST_NAME}。"
        )
    return found


def _plain(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


@cache
def _platforms(office: Path) -> Platforms:
    try:
        found = _joined(resources_dir() / "lists" / LIST_NAME, office / LIST_NAME)
        return {identity: _platform(identity, cells) for identity, cells in found.items()}
    except (AttributeError, TypeError, KeyError, ValueError) as error:
        raise EnvironmentFaultError(
            f"{office / LIST_NAME} 里的平台写法不对（{error}），请对照 resources/lists/README.md 改正。"
        ) from error


def _joined(*paths: Path) -> dict[str, dict[str, Any]]:
    """The cells of each platform; a later file changes only those it names."""
    found: dict[str, dict[str, Any]] = {}
    for path in paths:
        for identity, cells in _file(path).get("platform", {}).items():
            found[identity] = found.get(identity, {}) | cells
    return found


def _platform(identity: str, cells: Mapping[str, Any]) -> MessagePlatform:
    certainty = cells.get("certainty", "confirmed")
    if certainty not in CERTAINTY_WORDS:
        raise ValueError(f"certainty 应为 {'、'.join(CERTAINTY_WORDS)} 之一，不是“{certainty}”")
    return MessagePlatform(
        id=identity,
        name=cells["name"],
        limit=AnswerLimit.parse(cells["limit"]),
        inner_limit=AnswerLimit.parse(cells["inner_limit"]) if cells.get("inner_limit") else None,
        is_consultation=bool(cells.get("is_consultation", True)),
        words=tuple(cells.get("words", ())),
        certainty=certainty,
        source=cells.get("source", ""),
    )


def _file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise EnvironmentFaultError(f"平台表 {path} 读不了（{error}），请改正或移走它。") from error
