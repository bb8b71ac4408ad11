"""Turns what a page writes in href and src into the address a browser would ask for."""

import codecs
import ipaddress
import re
import socket
from functools import lru_cache
from urllib.parse import SplitResult, quote, unquote, urlsplit

from w3lib.url import safe_url_string

_EDGE_SPACE = "".join(map(chr, range(0x21)))
_INNER_SPACE = str.maketrans("", "", "\t\n\r")
_HAS_INNER_SPACE = re.compile(r"[\t\n\r]").search
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
_WEB_ADDRESS = re.compile(r"^(https?):[/\\]{2,}(?=[^/\\])", re.IGNORECASE)
_SAME_SCHEME = re.compile(r"^https?:", re.IGNORECASE)
_USUAL_PORTS = {"http": 80, "https": 443}
_PLAIN = re.compile(r"^[A-Za-z0-9_\-/.]*$")
_WRITTEN_DOT = re.compile(r"%2e", re.IGNORECASE)
# The signs that browsers leave as they are; `%` stays, since what is encoded already is not encoded again.
_KEPT_IN_PATH = "!$%&'()*+,-./:;=@[]_~"
_KEPT_IN_QUERY = "!$%&()*+,-./:;=?@[]^_`{|}~\\"
_PORT = re.compile(r":\d*$")
# In no name, also not percent-encoded.
_NOT_IN_A_HOST = re.compile(r"[\x00-\x20\x7f\"<>^`{|}%/\\?#@]")
_NUMBER_HOST = re.compile(r"(?:[0-9a-fx]+\.)*(?:\d+|0x[0-9a-f]*)\.?", re.IGNORECASE)
_KEPT_IN_ASCII = "/:?&=%#[]@!$'()*+,;~"
# Nothing but the query or the fragment of the page's own address: means another address on every page.
_PAGE_BOUND = re.compile(r"[\x00-\x20]*(?:https?:)?[\x00-\x20]*(?:[?#]|$)", re.IGNORECASE)
ROOTED = ("/", "http://", "https://")
# References that need nothing but what stands before them, as most do: not `//host`, and where there is no `/.` in them.
_PLAIN_REFERENCE = re.compile(r"(?!//)[A-Za-z0-9_\-/][A-Za-z0-9_\-/.]*")
# Longer references are inlined content or noise; nothing asks for them.
MAX_REFERENCE_CHARS = 8_000
_MOST_OF_A_HOST, _MOST_OF_A_FOLDER = 2_000, 2_000


class UrlResolver:
    """Resolves against one base address; equal references below one folder are worked out once, and rooted ones once a host."""

    def __init__(self, base_url: str, *, charset: str) -> None:
        self._charset = charset if charset in ("gb18030", "big5hkscs") else "utf-8"
        base = base_url.partition("#")[0]
        host_start = base.find("://") + 3 if "://" in base else 0
        path_start = base.find("/", host_start)
        if host_start and path_start < 0:
            base, path_start = f"{base}/", len(base)
        path_end = len(base.partition("?")[0])
        self._page = base[:path_end]
        self._scheme = base[: host_start - 2] if host_start else ""
        self._origin = base[:path_start] if host_start else ""
        self._folder = base[: base.rfind("/", 0, path_end) + 1]
        self._whole = base
        self._is_tidy = _is_as_requested(self._folder)
        self._on_host = _known_on_host(self._origin, self._charset)
        self._in_folder = _known_in_folder(self._folder, self._charset)

    @property
    def host(self) -> tuple[str, str]:
        """What a rooted reference depends on: the origin, and the charset for its query."""
        return self._origin, self._charset

    def resolve(self, raw: str) -> str:
        """The absolute address in ASCII without fragment; another scheme as written; empty for no address at all."""
        is_rooted = raw.startswith(ROOTED)
        known = self._on_host if is_rooted else self._in_folder
        url = known.get(raw)
        if url is None:
            url = self._resolved(raw)
            if len(known) >= (_MOST_OF_A_HOST if is_rooted else _MOST_OF_A_FOLDER):
                known.clear()
            if not _PAGE_BOUND.match(raw):
                known[raw] = url
        return url

    def _resolved(self, raw: str) -> str:
        if len(raw) > MAX_REFERENCE_CHARS:
            return ""
        if self._is_tidy and _PLAIN_REFERENCE.fullmatch(raw) and "/." not in raw:
            return (self._origin if raw[0] == "/" else self._folder) + raw
        reference = _without_space(raw)
        if reference.startswith("#"):
            return ""
        if _SCHEME.match(reference):
            if not _SAME_SCHEME.match(reference) or _WEB_ADDRESS.match(reference):
                return _absolute("", reference, self._charset)
            if self._scheme and not reference.lower().startswith(self._scheme):
                return _absolute("", _SAME_SCHEME.sub(r"\g<0>//", reference), self._charset)
            # `http:x` is an old way to write a relative reference.
            reference = _SAME_SCHEME.sub("", reference)
        return _absolute(self._stem(reference), reference, self._charset)

    def _stem(self, reference: str) -> str:
        """What a browser writes before a reference without scheme."""
        if not reference:
            return self._whole
        if reference[0] == "?":
            return self._page
        if reference[0] not in "/\\":
            return self._folder
        return self._scheme if reference[1:2] in ("/", "\\") else self._origin


@lru_cache(maxsize=1_024)
def _is_as_requested(folder: str) -> bool:
    """Whether a browser would ask for this folder exactly as it is written."""
    return bool(folder) and _absolute("", folder, "utf-8") == folder


def _without_space(raw: str) -> str:
    reference = raw.strip(_EDGE_SPACE)
    return reference.translate(_INNER_SPACE) if _HAS_INNER_SPACE(reference) else reference


@lru_cache(maxsize=8)
def _known_on_host(_origin: str, _charset: str) -> dict[str, str]:
    return {}


@lru_cache(maxsize=64)
def _known_in_folder(_folder: str, _charset: str) -> dict[str, str]:
    return {}


def _absolute(stem: str, reference: str, charset: str) -> str:
    scheme = None if stem else _SCHEME.match(reference)
    if scheme is not None and scheme[1].lower() not in _USUAL_PORTS:
        return scheme[1].lower() + reference[scheme.end(1) :]
    reference = reference.partition("#")[0]
    path, mark, query = (stem + reference).partition("?")
    path = _WEB_ADDRESS.sub(lambda found: f"{found[1].lower()}://", path.replace("\\", "/"))
    try:
        return _as_requested(path + mark + query, charset)
    except (ValueError, LookupError):
        # Not an address any program can ask for; kept readable so that the page's author finds it.
        return quote(path + mark + query, safe=_KEPT_IN_ASCII)


def _as_requested(url: str, charset: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in _USUAL_PORTS:
        return quote(url, safe=_KEPT_IN_ASCII)
    path = parts.path or "/"
    if "%2" in path:
        path = _WRITTEN_DOT.sub(".", path)
    if "/." in path:
        path = _without_dots(path)
    host, query = _host_of(parts.scheme, parts.netloc), parts.query
    if not _PLAIN.match(path + query):
        path, query = quote(path, safe=_KEPT_IN_PATH), _encoded_query(query, charset)
    mark = "?" if query or url.endswith("?") else ""
    return f"{parts.scheme}://{host}{path}{mark}{query}"


@lru_cache(maxsize=4_096)
def _host_of(scheme: str, netloc: str) -> str:
    """Host and port in their one form.

    Raises:
        ValueError: no machine can be called so.
    """
    port = SplitResult(scheme, netloc, "", "", "").port
    login, at, host = netloc.rpartition("@")
    name = unquote(_PORT.sub("", host)).lower()
    if not name or _NOT_IN_A_HOST.search(name):
        raise ValueError(netloc)
    if name[0] == "[":
        name = f"[{ipaddress.IPv6Address(name[1:-1])}]"
    elif not name.isascii():
        name = urlsplit(str(safe_url_string(f"http://{name}/"))).netloc
    elif _NUMBER_HOST.fullmatch(name):
        name = _dotted(name)
    return login + at + name + ("" if port in (None, _USUAL_PORTS[scheme]) else f":{port}")


def _dotted(name: str) -> str:
    """The address that a number stands for, as every system reads it."""
    try:
        return socket.inet_ntoa(socket.inet_aton(name.rstrip(".")))
    except OSError:
        return name


def _without_dots(path: str) -> str:
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _encoded_query(query: str, charset: str) -> str:
    """As browsers do: in the page's charset, and what that cannot spell as the number of the character."""
    codec = "gbk" if charset == "gb18030" else charset
    return quote(query.encode(codec, _BY_NUMBER), safe=_KEPT_IN_QUERY)


def _by_number(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    # The one sign that browsers put where GBK has none.
    spelt = (b"%80" if sign == "€" else b"%%26%%23%d%%3B" % ord(sign) for sign in missing)
    return b"".join(spelt), error.end


_BY_NUMBER = "workbench-by-number"
codecs.register_error(_BY_NUMBER, _by_number)
