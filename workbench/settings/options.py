"""Every option, declared once: its default, its title and its help; the preferences page is drawn from here."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

from workbench.errors import EnvironmentFaultError
from workbench.paths import user_settings_file


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionNote:
    """What the preferences page says of an option: `choices` are values with their words, `lowest` and `highest` bounds."""

    title: str
    explanation: str = ""
    group: str = "检查"
    choices: tuple[tuple[str, str], ...] = ()
    lowest: float = 0
    highest: float = 100_000


def _option(default: Any, title: str, explanation: str = "", **more: Any) -> Any:
    return field(default=default, metadata={"note": OptionNote(title=title, explanation=explanation, **more)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    inspector: str = _option("", "姓名", "您的每一次判定都记在这个名下。", group="本人")
    unit: str = _option("", "单位", group="本人")
    theme: str = _option(
        "system",
        "外观",
        group="本人",
        choices=(("system", "跟随系统"), ("light", "浅色"), ("dark", "深色")),
    )
    per_host: int = _option(4, "每个网站同时连接数", lowest=1, highest=64)
    rate_per_host: float = _option(0.0, "每个网站每秒请求数", "0 为不限；间隔会随机错开一点。")
    total_open: int = _option(800, "同时连接总数", "所有网站合计的上限。", lowest=1, highest=2000)
    timeout_s: int = _option(15, "打开超时（秒）", "检查指标以15秒为限。", lowest=1, highest=600)
    retries: int = _option(2, "打不开时重试次数", highest=10)
    retry_delay_s: float = _option(2.0, "重试间隔（秒）", highest=3600)
    obeys_robots: bool = _option(
        False, "遵守 robots.txt", "检查本单位网站可以不遵守；遵守时，不许访问的链接记为未检查。"
    )
    reopens_in_browser: bool = _option(
        True,
        "浏览器复核",
        "打不开或被拦截的链接再用内嵌浏览器打开一次，能打开的不算问题；本机没有浏览器内核时跳过。",
    )
    most_alike: int = _option(
        500,
        "雷同页面每类追踪数",
        "日历、会话编号、排序筛选这类没有新内容、只通向同类的页面，追踪这么多就不再继续。",
    )
    brakes: bool = _option(
        True, "被拦截时停查", "一个网站突然大量拒绝访问时，本次不再查它，这一段记为未检查。"
    )
    witnesses: tuple[str, ...] = _option(
        (),
        "网络见证网址",
        "打不开链接时先看这些网址；它们也打不开，说明是本机网络不通，这一段作废。",
        group="网络",
    )
    user_agent: str = _option("", "浏览器标识", "留空使用程序默认标识。", group="网络")
    proxy: str = _option("", "代理服务器", "例如 http://10.0.0.1:8080，留空为直接连接。", group="网络")
    allowed_networks: tuple[str, ...] = _option(
        (), "允许检查的内网网段", "例如 10.20.0.0/16；默认不访问任何内网地址。", group="网络"
    )


def load_options(file: Path | None = None) -> Options:
    """The saved options, or the defaults where nothing is saved.

    Raises:
        EnvironmentFaultError: the file is there and cannot be read as options.
    """
    source = file or user_settings_file()
    try:
        return msgspec.json.decode(source.read_bytes(), type=Options)
    except FileNotFoundError:
        return Options()
    except msgspec.DecodeError as error:
        raise EnvironmentFaultError(
            f"设置文件 {source} 内容有误（{error}），请改正或删除它后重试。"
        ) from error


def save_options(options: Options, file: Path | None = None) -> None:
    target = file or user_settings_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    draft.write_bytes(msgspec.json.format(msgspec.json.encode(options), indent=1))
    draft.replace(target)


def change_options(file: Path | None = None, **changes: Any) -> Options:
    changed = replace(load_options(file), **changes)
    save_options(changed, file)
    return changed
