"""The words of an attachment, by what its bytes are and not by its name; whatever they are, nothing is raised."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from workbench.views.attachment_bounds import (
    MOST_BYTES,
    MOST_CHARS,
    MOST_PARTS,
    MOST_UNPACKED_BYTES,
)

READABLE = (".docx", ".xlsx", ".xlsm", ".xls", ".pdf", ".doc")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_MARK = "EncryptedPackage".encode("utf-16-le")
_WORD_MARK = "WordDocument".encode("utf-16-le")
_DAMAGED = "文件已损坏或不是所写的格式"
_LOCKED = "文件设有密码"


@dataclass(frozen=True, slots=True)
class AttachmentText:
    """`lines` in the order of the document; `why_not` says why there are none, `is_cut` that only the beginning was read;
    `took_s` is for whoever has it read.
    """

    lines: tuple[str, ...] = ()
    why_not: str = ""
    is_cut: bool = False
    took_s: float = 0.0


class UnreadableError(ValueError):
    """The words say why, in Chinese."""


def attachment_text(body: bytes) -> AttachmentText:
    """To be called in a process that may die: a damaged file can take a reading library down with it."""
    if len(body) > MOST_BYTES:
        return AttachmentText(why_not="文件太大")
    try:
        lines, is_cut = _bounded(_reader_of(body)(body))
    except UnreadableError as error:
        return AttachmentText(why_not=str(error))
    except BaseException:  # noqa: BLE001 - the panics of a library derive from BaseException
        return AttachmentText(why_not=_DAMAGED)
    return AttachmentText(lines, "" if lines else "文件里没有文字，可能是扫描件", is_cut)


def _bounded(lines: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    held: list[str] = []
    left = MOST_CHARS
    for line in lines:
        words = " ".join(line.split())[:left]
        if words:
            held.append(words)
            left -= len(words)
        if left <= 0:
            return tuple(held), True
    return tuple(held), False


def _reader_of(body: bytes) -> Callable[[bytes], Iterator[str]]:
    # Imported here, by the process that reads, and only what it needs.
    if b"%PDF-" in body[:1024]:
        from workbench.views.pdf_text import pdf_lines

        return pdf_lines
    if body.startswith(b"PK"):
        return _archive_reader(body)
    if body.startswith(_OLD_OFFICE):
        return _old_reader(body)
    raise UnreadableError(_DAMAGED)


def _archive_reader(body: bytes) -> Callable[[bytes], Iterator[str]]:
    with zipfile.ZipFile(BytesIO(body)) as archive:
        parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
        raise UnreadableError("文件展开后太大")
    names = {part.filename for part in parts}
    if "word/document.xml" in names:
        from workbench.views.docx_text import docx_lines

        return docx_lines
    if "xl/workbook.xml" in names:
        from workbench.views.xlsx_text import xlsx_lines

        return xlsx_lines
    raise UnreadableError(_DAMAGED)


def _old_reader(body: bytes) -> Callable[[bytes], Iterator[str]]:
    if _LOCKED_MARK in body:
        raise UnreadableError(_LOCKED)
    if _WORD_MARK in body:
        raise UnreadableError("旧版 doc 文件读不了，请打开查看，或请单位另存为 docx")
    from workbench.views.xls_text import xls_lines

    return xls_lines
