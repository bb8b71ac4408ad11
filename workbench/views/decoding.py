"""From bytes to text: BOM, HTTP charset, meta, strict UTF-8, GB18030, in this order, and why."""

import re
from dataclasses import dataclass

from workbench.views.charset_label import GB, UTF8, canonical_charset

META_SEARCH_BYTES = 4096
# A page cut off in the middle of a character, or with one broken summary, is still a page of its charset.
_TOLERATED_DAMAGE = 0.05
_TOLERATED_SPOTS = 3
# So many bytes that are no UTF-8 near the beginning, and they most of what is no ASCII: another charset, not damage.
_SAMPLE_BYTES = 4_096
_FAR_SPOTS = 100
# How much of a text is looked at to tell Chinese from mojibake.
_SAMPLE_CHARS = 20_000

_BOMS = (
    (b"\xef\xbb\xbf", UTF8),
    (b"\x84\x31\x95\x33", GB),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_META = re.compile(
    rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.: -]{2,40}?)\s*[\"'>;/]", re.IGNORECASE
)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})[\"']", re.IGNORECASE)
_NOT_CJK = re.compile(r"[^\u2010-\u203f\u3000-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+")
_ASCII = re.compile(r"[\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`charset` is the codec used; `reason` says why, in the user's language."""

    text: str
    charset: str
    reason: str


def decode(body: bytes, *, http_charset: str = "") -> Decoded:
    """The text of a page. Never fails; bytes that belong to no charset become U+FFFD."""
    for bom, charset in _BOMS:
        if body.startswith(bom):
            return Decoded(body[len(bom) :].decode(charset, "replace"), charset, "文件开头的字节序标记")
    declarations = (("HTTP 头声明", http_charset), ("网页声明", meta_charset(body)))
    doubts: list[str] = []
    for where, label in declarations:
        charset = canonical_charset(label)
        if not charset:
            continue
        text = _read_as_declared(body, charset)
        if text is not None:
            return Decoded(text, charset, _reason(where, label, charset, doubts))
        doubts.append(f"{where} {label} 与内容不符")
    return _read_undeclared(body, doubts)


def meta_charset(body: bytes) -> str:
    """The charset the page itself declares in its first 4 KB, outside comments, as written."""
    head = _COMMENT.sub(b"", body[:META_SEARCH_BYTES])
    found = _META.search(head) or _XML.search(head)
    return found[1].decode("ascii") if found else ""


def _reason(where: str, label: str, charset: str, doubts: list[str]) -> str:
    same = label.strip().lower().replace("_", "-") == charset
    said = f"{where} {label.strip()}" + ("" if same else f"，按 {charset} 读取")
    return "；".join([*doubts, said])


def _read_as_declared(body: bytes, charset: str) -> str | None:
    """The text, or None where the bytes speak against the declaration."""
    if charset == UTF8:
        return _read_if_sound(body, UTF8)
    utf8 = _strict_utf8(body)
    if utf8 is not None and _is_mostly_cjk(utf8):
        return None
    return _read_if_sound(body, charset)


def _read_if_sound(body: bytes, charset: str) -> str | None:
    try:
        return body.decode(charset)
    except UnicodeDecodeError:
        text = body.decode(charset, "replace")
    # Counted by length: a list of ten thousand signs costs more than reading the page.
    strange, damage = len(text) - len(text.encode("ascii", "ignore")), text.count("\ufffd")
    is_slight = damage <= max(_TOLERATED_SPOTS, strange * _TOLERATED_DAMAGE) and damage * 4 <= strange
    return text if is_slight else None


def _read_undeclared(body: bytes, doubts: list[str]) -> Decoded:
    utf8 = _strict_utf8(body)
    if utf8 is not None and (utf8.isascii() or _is_mostly_cjk(utf8) or not _is_sound_gb(body)):
        return Decoded(utf8, UTF8, "；".join([*doubts, "内容是合法的 UTF-8"]))
    almost = _read_if_sound(body, UTF8) if utf8 is None and not _is_far_from_utf8(body) else None
    if almost is not None and _is_mostly_cjk(almost):
        return Decoded(almost, UTF8, "；".join([*doubts, "内容基本是 UTF-8，个别字节损坏"]))
    return Decoded(body.decode(GB, "replace"), GB, "；".join([*doubts, "内容不是 UTF-8，按 gb18030 读取"]))


def _is_far_from_utf8(body: bytes) -> bool:
    """Whether its beginning tells already; to replace every sign of a long page takes longer than to parse it."""
    text = body[:_SAMPLE_BYTES].decode(UTF8, "replace")
    strange, damage = len(text) - len(text.encode("ascii", "ignore")), text.count("\ufffd")
    return damage > _FAR_SPOTS and damage * 2 > strange


def _strict_utf8(body: bytes) -> str | None:
    try:
        return body.decode(UTF8)
    except UnicodeDecodeError:
        return None


def _is_sound_gb(body: bytes) -> bool:
    """A few GB bytes can be legal UTF-8 by chance (Cyrillic and Arabic letters); then they read as Chinese in GB18030."""
    try:
        return _is_mostly_cjk(body.decode(GB))
    except UnicodeDecodeError:
        return False


def _is_mostly_cjk(text: str) -> bool:
    strange = _ASCII.sub("", text[:_SAMPLE_CHARS]) or _ASCII.sub("", text)
    return bool(strange) and len(_NOT_CJK.sub("", strange)) * 2 >= len(strange)
