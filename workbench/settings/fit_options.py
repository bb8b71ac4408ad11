"""Whether options can be meant: what cannot is refused with the remedy before it is saved."""

import ipaddress
from dataclasses import Field, fields
from urllib.parse import urlsplit

from workbench.errors import WrongUseError
from workbench.settings.options import OptionNote, Options

_PROXIES = ("http", "https", "socks5", "socks5h")


def note_of(option: "Field[object]") -> OptionNote:
    """What the preferences page says of an option."""
    note: OptionNote = option.metadata["note"]
    return note


def refuse_unfit(options: Options) -> None:
    """Raises WrongUseError, naming the option, for a number out of bounds or an address that is none."""
    for option in fields(Options):
        note, value = note_of(option), getattr(options, option.name)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and not note.lowest <= value <= note.highest:
            raise WrongUseError(f"“{note.title}”应在 {note.lowest:g} 到 {note.highest:g} 之间。")
        if note.choices and value not in dict(note.choices):
            raise WrongUseError(f"“{note.title}”只能是：{'、'.join(word for _, word in note.choices)}。")
    _refuse_proxy(options.proxy)
    for address in options.witnesses:
        if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
            raise WrongUseError(f"网络见证网址“{address}”不是网址，请以 http:// 或 https:// 开头。")
    for network in options.allowed_networks:
        _refuse_network(network)


def _refuse_proxy(proxy: str) -> None:
    if not proxy:
        return
    try:
        parts = urlsplit(proxy)
        is_fit = parts.scheme in _PROXIES and bool(parts.hostname) and parts.port is not None
    except ValueError:
        is_fit = False
    if not is_fit:
        raise WrongUseError(f"代理服务器“{proxy}”写法不对，请写作 http://10.0.0.1:8080。")


def _refuse_network(network: str) -> None:
    try:
        ipaddress.ip_network(network)
    except ValueError:
        raise WrongUseError(f"内网网段“{network}”写法不对，请写作 10.20.0.0/16。") from None
