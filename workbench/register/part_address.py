"""The addresses of a channel or module, which must lie under its parent site and not be the whole of it."""

from urllib.parse import urljoin

from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.register_address import Site, folder_of, is_root
from workbench.register.site_lookup import SiteEntry


def prefixes_under(parent: SiteEntry, *, prefixes: tuple[str, ...], home_url: str) -> tuple[str, ...]:
    """Whole prefixes: those given, else the folder of the home page.

    Raises:
        FaultyRowError: one lies elsewhere, or is the whole parent site.
    """
    if home_url:
        _refuse_elsewhere(parent, home_url, word="首页网址")
    given = [urljoin(parent.home_url, prefix) for prefix in prefixes]
    whole = [prefix if "?" in prefix else folder_of(prefix) for prefix in given] or [folder_of(home_url)]
    for prefix in whole:
        _refuse_elsewhere(parent, prefix, word="网址前缀")
        if is_root(prefix) and Site.of(prefix).domain == Site.of(parent.home_url).domain:
            raise FaultyRowError(
                f"网址没有和上级网站“{parent.name}”区分开，请在“网址前缀”一列填写它自己的目录，如 {prefix}zwgk/。"
            )
    return tuple(dict.fromkeys(whole))


def _refuse_elsewhere(parent: SiteEntry, address: str, *, word: str) -> None:
    if not Site.of(parent.home_url).holds(Site.of(address)):
        raise FaultyRowError(
            f"{word}{quoted(address)}不在上级网站“{parent.name}”（{parent.home_url}）之下，请核对网址或上级网站。"
        )
