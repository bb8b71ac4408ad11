"""Addresses as offices write them, made whole or refused with the reason."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit, urlunsplit

from workbench.domain.place import normalise_place
from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.plain_text import half_width, visible

_ABSOLUTE = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*)://")
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")
_HOST_WITH_PORT = re.compile(r"^[^/?#:@]+:\d+(?:[/?#]|$)")
_SEVERAL = re.compile(r"[\s;；,，、|]+(?=(?:https?:|www\.))", re.IGNORECASE)
_LABEL = re.compile(r"^[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$")
_REMEDY = "请填写以 http:// 或 https:// 开头的地址"
_MAX_CHARACTERS = 2000
_SHARED_DOMAINS = frozenset({"gov.cn", "org.cn", "edu.cn", "com.cn", "net.cn"})
# What the wrong input method makes of an address; brackets and commas may belong to a Chinese path and stay.
_TYPED_FULL_WIDTH = {
    ord(sign): half_width(sign)
    for sign in "：／．－＿？＝＆＃％＠～\u3000０１２３４５６７８９"
    + "".join(chr(code) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))
}


def split_addresses(text: str) -> tuple[str, ...]:
    """The addresses of a cell that may hold several, one a line or with marks between."""
    return tuple(piece for piece in re.split(r"[\s;；，、|]+", visible(text)) if piece)


def read_address(text: str, *, word: str) -> str:
    """One whole address: http or https, host in lower case and readable, everything after it as written.

    Raises:
        FaultyRowError: not an address that can be opened in a browser.
    """
    shown = visible(text).translate(_TYPED_FULL_WIDTH).strip().rstrip(";；,，、。")
    if len(_SEVERAL.split(shown)) > 1:
        raise FaultyRowError(f"“{word}”里有不止一个网址，请只留一个。")
    if not shown or re.search(r"\s", shown) or "\\" in shown or len(shown) > _MAX_CHARACTERS:
        raise _no_address(shown, word)
    try:
        parts = urlsplit(_with_scheme(shown, word))
        return _whole(parts)
    except ValueError:
        raise _no_address(shown, word) from None


def _with_scheme(shown: str, word: str) -> str:
    absolute = _ABSOLUTE.match(shown)
    if absolute is not None:
        if absolute[1].lower() not in ("http", "https"):
            raise _no_address(shown, word)
        return shown
    if shown.startswith("//"):
        return "http:" + shown
    if _SCHEME.match(shown) and not _HOST_WITH_PORT.match(shown):
        raise _no_address(shown, word)
    return "http://" + shown


def _whole(parts: SplitResult) -> str:
    """Raises ValueError where the host, port or user part is not that of a website."""
    if parts.username is not None or parts.password is not None or not parts.netloc:
        raise ValueError(parts.netloc)
    host = _readable_host(parts.hostname or "")
    port = f":{parts.port}" if parts.port is not None else ""
    if parts.port == 0 or (parts.netloc.endswith(":")):
        raise ValueError(parts.netloc)
    return urlunsplit((parts.scheme.lower(), host + port, parts.path, parts.query, parts.fragment))


def _readable_host(host: str) -> str:
    """`host` with Chinese labels readable, once it has proved to be one that the network can look up."""
    if ":" in host:
        return f"[{host}]"
    dotted = host.replace("。", ".").lower().removesuffix(".")
    ascii_host = dotted.encode("idna").decode("ascii").lower()
    labels = ascii_host.split(".")
    if (len(labels) < 2 and ascii_host != "localhost") or not all(_LABEL.match(label) for label in labels):
        raise ValueError(host)
    if labels[-1].isdigit() and not _is_ipv4(labels):
        raise ValueError(host)
    readable = ascii_host.encode("ascii").decode("idna")
    return readable if readable.encode("idna").decode("ascii").lower() == ascii_host else ascii_host


def _is_ipv4(labels: list[str]) -> bool:
    return len(labels) == 4 and all(label.isdigit() and int(label) < 256 for label in labels)


def _no_address(shown: str, word: str) -> FaultyRowError:
    return FaultyRowError(f"{word}{quoted(shown)}不是网址，{_REMEDY}。")


@dataclass(frozen=True, slots=True)
class Site:
    """Host and port of an address, without what does not tell sites apart."""

    host: str
    port: int

    @classmethod
    def of(cls, address: str) -> "Site":
        parts = urlsplit(address)
        return cls(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))

    @property
    def is_number(self) -> bool:
        return ":" in self.host or self.host.replace(".", "").isdigit() or self.host == "localhost"

    @property
    def domain(self) -> str:
        """The host without `www.`; the domain all governments share is nobody's own."""
        bare = self.host.removeprefix("www.")
        return self.host if bare in _SHARED_DOMAINS or "." not in bare else bare

    def holds(self, other: "Site") -> bool:
        """Whether `other` is this host or one below its domain; sites on bare numbers are told apart by port."""
        if self.is_number:
            return self == other
        return other.domain == self.domain or other.host.endswith("." + self.domain)


def address_key(address: str) -> str:
    """What two spellings of one address have in common, whichever of http and https they use; empty for none."""
    return normalise_place(address).partition("://")[2]


def folder_of(address: str) -> str:
    """The address of the folder a page lies in, with its final slash: what begins like this lies beside it."""
    parts = urlsplit(address)
    folder, _, page = parts.path.rpartition("/")
    if page and "." not in page and not parts.query:
        folder = parts.path
    return urlunsplit((parts.scheme, parts.netloc, folder + "/", "", ""))


def is_root(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query
