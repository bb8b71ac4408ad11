"""What the name of a foreign host says about it: gambling, pornography, a domain for sale, or a copy of a government's."""

import re
from functools import lru_cache

from workbench.views.page_words import pattern_of, words_of
from workbench.views.url_parts import split_url

# Only governments are given these.
_OFFICIAL = (
    ".gov.cn",
    ".政务",
    ".xn--zfr164b",
    ".公益",
    ".xn--55qw42g",
    ".edu.cn",
    ".mil.cn",
    ".gov.hk",
    ".gov.mo",
)
_MADE_UP = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]*\d{2,}[a-z\d]*")
_WORD_BREAKS = re.compile(r"[.\-_]")
_SECOND_LEVEL = frozenset({"com", "net", "org", "gov", "edu", "ac", "mil", "co"})


def host_of(url: str) -> str:
    return (split_url(url).hostname or "").rstrip(".").lower()


def is_foreign(url: str, page_url: str) -> bool:
    """Whether an address lies outside this site and outside what only governments are given."""
    host = host_of(url)
    return (
        "." in host and not f".{host}".endswith(_OFFICIAL) and domain_of(host) != domain_of(host_of(page_url))
    )


def is_usual(host: str) -> bool:
    return _is_below(host, words_of("injected_words", "usual_hosts"))


def domain_of(host: str) -> str:
    """The part of a host that is registered, as far as the name itself tells."""
    parts = host.split(".")
    is_deep = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL
    return ".".join(parts[-3:] if is_deep else parts[-2:])


@lru_cache(maxsize=4_096)
def gambling_sign(host: str) -> str:
    """The part of the host that speaks of gambling or pornography, or an empty text."""
    if is_usual(host):
        return ""
    found = pattern_of("injected_words", "host_words").search(host)
    if found is not None:
        return found[0]
    parts = _WORD_BREAKS.split(host)
    if parts[-1] in words_of("injected_words", "host_endings"):
        return f".{parts[-1]}"
    names = set(words_of("injected_words", "host_names"))
    return next((part for part in parts[:-1] if part in names), "")


def parking_sign(host: str) -> str:
    """The host itself where it sells or parks domains, or an empty text."""
    return host if _is_below(host, words_of("injected_words", "parking_hosts")) else ""


def odd_sign(host: str) -> str:
    """Why the name is odd, in words: a copy of a government's, or made up under an ending that costs nothing."""
    parts = host.split(".")
    if "gov" in _WORD_BREAKS.split(host) and not re.search(r"\.gov(\.[a-z]{2})?$", host):
        return "形似政府网站域名"
    name = domain_of(host).partition(".")[0]
    if parts[-1] in words_of("injected_words", "cheap_endings") and _MADE_UP.fullmatch(name):
        return "字母数字混编的廉价域名"
    return ""


def injected_word(text: str) -> str:
    """The word of an advertisement for gambling, pornography or forgery, or an empty text where it is only warned of."""
    found = pattern_of("injected_words", "words").search(text)
    if found is None or pattern_of("injected_words", "warnings").search(text):
        return ""
    return found[0]


def _is_below(host: str, domains: tuple[str, ...]) -> bool:
    return f".{host}".endswith(tuple(f".{domain}" for domain in domains))
