"""Tells what kind of file some bytes are, from the bytes themselves; names lie."""

from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from workbench.errors import ForeignFileError, WrongUseError


class FileForm(StrEnum):
    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    ZIP = "zip"


_SAVE_AS = "请在表格软件中打开后另存为 xlsx 文件再导入"
_ZIP_START = b"PK\x03\x04"
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN_STARTS = (
    (b"\xff\xd8\xff", "图片"),
    (b"\x89PNG", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
    (b"RIFF", "图片或音像文件"),
    (b"%PDF", "PDF 文件"),
    (b"{\\rtf", "文字文档"),
    (b"Rar!", "RAR 压缩包，请解压后导入里面的表格"),
    (b"7z\xbc\xaf", "7z 压缩包，请解压后导入里面的表格"),
    (b"\x1f\x8b", "gz 压缩包，请解压后导入里面的表格"),
    (b"SQLite format 3\0", "巡检数据文件；要合并结果包请用“合并”"),
)
_TEXT_MARKS = b"\xef\xbb\xbf \t\r\n"
_LOOKED_AT = 4096


def form_of(content: bytes, *, name: str) -> FileForm:
    """Raises WrongUseError with the remedy for a file that is no register: a picture, a document, a web page."""
    if not content.strip(_TEXT_MARKS):
        raise WrongUseError(f"“{name}”是空文件，请选择有内容的台账。")
    if content.startswith(_ZIP_START):
        return _packed_form(content, name)
    if content.startswith(_OLE_START):
        return FileForm.XLS
    _refuse_foreign(content, name)
    _refuse_markup(content, name)
    return FileForm.TEXT


def _packed_form(content: bytes, name: str) -> FileForm:
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ForeignFileError(f"“{name}”已损坏，打不开，请重新下载或{_SAVE_AS[1:]}。") from error
    if "xl/workbook.bin" in members:
        raise WrongUseError(f"“{name}”是 xlsb 工作簿，{_SAVE_AS}。")
    if any(member.startswith("xl/") for member in members):
        return FileForm.XLSX
    if any(member.startswith(("word/", "ppt/")) for member in members):
        raise WrongUseError(
            f"“{name}”是文档而不是表格，请把其中的台账复制到表格软件，另存为 xlsx 文件再导入。"
        )
    if {"mimetype", "content.xml"} <= members:
        raise WrongUseError(f"“{name}”是 ODF 文件，{_SAVE_AS}。")
    return FileForm.ZIP


def _refuse_foreign(content: bytes, name: str) -> None:
    for start, what in _FOREIGN_STARTS:
        # A short text mark may open a real table; only binary content makes it a picture.
        if content.startswith(start) and (len(start) > 2 or b"\0" in content[:_LOOKED_AT]):
            raise WrongUseError(f"“{name}”是{what}，不是台账，请选择 csv、xlsx、xls 或 zip 格式的台账。")


def _refuse_markup(content: bytes, name: str) -> None:
    head = content[:_LOOKED_AT].replace(b"\0", b"").lstrip(_TEXT_MARKS + b"\xff\xfe").lower()
    if head.startswith((b"<?xml", b"<workbook")):
        raise WrongUseError(f"“{name}”是 XML 文件，{_SAVE_AS}。")
    if head.startswith((b"<", b"mime-version")):
        raise WrongUseError(f"“{name}”其实是网页，不是工作簿，{_SAVE_AS}。")
