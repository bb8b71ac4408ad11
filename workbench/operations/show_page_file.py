"""Take a page kept as an MHTML file apart, so that it is shown as saved pages are: without scripts, asking nobody anything."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from itertools import islice
from urllib.parse import urljoin

from workbench.errors import WrongUseError
from workbench.operations.show_saved_page import SavedCopy, SavedPart, address_key
from workbench.views.offline_html import offline_html

_HTML = "text/html"
_SNAP, _HTTP = "snap://", "http://"
_INNER = "cid:"
_REFERENCE = re.compile(rb"cid:[^\s\"'<>(),&;\\]+")
_MOST_PARTS = 2_000


@dataclass(frozen=True, slots=True)
class ShownFile:
    """`parts` by the numbers that `copy` names; they are below zero, which no saved page of the workspace is."""

    copy: SavedCopy
    parts: Mapping[int, SavedPart]


@dataclass(frozen=True, slots=True)
class _Piece:
    """`name` is what others in the file call it (`cid:…`), `address` where it stood."""

    kind: str
    body: bytes
    name: str
    address: str


def html_of(content: bytes) -> bytes:
    """The page itself, without its parts.

    Raises:
        WrongUseError: there is no page in it.
    """
    return _page_among(tuple(_pieces(content))).body


def take_apart(content: bytes, *, url: str, saved_at: datetime | None) -> ShownFile:
    """Ready to be shown as the page of that address.

    Raises:
        WrongUseError: there is no page in it.
    """
    pieces = tuple(_pieces(content))
    main = _page_among(pieces)
    # What stands in no place of its own stands beside the page: what it writes relatively is found from there.
    inner = {
        piece.name: urljoin(main.address or url, f"cid-{place}")
        for place, piece in enumerate(pieces)
        if piece.name and piece is not main
    }
    pages = {address_key(main.address or url): -1}
    assets: dict[str, int] = {}
    parts = {-1: _shown(main, inner, url)}
    for place, piece in enumerate(pieces):
        if piece is main:
            continue
        number = -2 - place
        parts[number] = _shown(piece, inner, url)
        keys = pages if piece.kind == _HTML else assets
        keys[address_key(inner.get(piece.name) or piece.address)] = number
    copy = SavedCopy(
        id=-1, url=url, final_url=main.address or url, saved_at=saved_at, parts=assets, pages=pages
    )
    return ShownFile(copy, parts)


def _shown(piece: _Piece, inner: Mapping[str, str], url: str) -> SavedPart:
    # In one go: a name may begin as another does, and a file from outside may have thousands.
    body = _REFERENCE.sub(lambda found: _address_for(found[0], inner), piece.body)
    if piece.kind != _HTML:
        return SavedPart(piece.kind, body)
    page, charset = offline_html(body, url=piece.address or url, content_type=_HTML)
    return SavedPart(f"{_HTML}; charset={charset}", page)


def _address_for(name: bytes, inner: Mapping[str, str]) -> bytes:
    address = inner.get(name.decode("utf-8", "replace"))
    return name if address is None else address.encode()


def _page_among(pieces: tuple[_Piece, ...]) -> _Piece:
    page = next((piece for piece in pieces if piece.kind == _HTML), None)
    if page is None:
        raise WrongUseError("这不是能识别的网页文件，或里面没有网页；请重新打开网页再存一次，或改用截图。")
    return page


def _pieces(content: bytes) -> Iterator[_Piece]:
    """Files come from other PCs too: what is wound up in itself, or of more parts than any page, is none."""
    try:
        parts = tuple(islice(message_from_bytes(content).walk(), _MOST_PARTS))
    except RecursionError:
        parts = ()
    for part in parts:
        body = part.get_payload(decode=True)
        if not part.is_multipart() and isinstance(body, bytes):
            yield _Piece(part.get_content_type(), body, _name_of(part), _address_of(part))


def _name_of(part: Message) -> str:
    """Frames are called by their id, styles written into the page by where they are said to be."""
    told = str(part.get("Content-ID", "")).strip().strip("<>")
    location = str(part.get("Content-Location", "")).strip()
    if location.startswith(_INNER):
        return location
    return f"{_INNER}{told}" if told else ""


def _address_of(part: Message) -> str:
    """A page that was itself a saved one is told by the address it stood at."""
    location = str(part.get("Content-Location", "")).strip()
    if location.startswith(_SNAP):
        return _HTTP + location.removeprefix(_SNAP)
    return "" if location.startswith(_INNER) else location
