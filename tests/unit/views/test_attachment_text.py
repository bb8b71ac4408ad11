"""The words of docx, xlsx, xls and pdf, and what is refused in plain words."""

import zipfile
from io import BytesIO

from tests.unit.views.attachment_files import ID_NUMBER, docx_of, pdf_of, xlsx_of
from workbench.views.attachment_bounds import MOST_BYTES
from workbench.views.attachment_text import attachment_text


def test_paragraphs_tables_and_headers_of_word() -> None:
    text = attachment_text(
        docx_of("公示名单", rows=[["姓名", "身份证号"], ["张某", ID_NUMBER]], header="内部")
    )
    assert text.lines == ("公示名单", "姓名", "身份证号", "张某", ID_NUMBER, "内部")
    assert (text.why_not, text.is_cut) == ("", False)


def test_rows_of_a_workbook_keep_their_numbers_whole() -> None:
    text = attachment_text(xlsx_of(["姓名", "电话"], ["张某", 13800138000], ["李某", 13800138001.0]))
    assert text.lines == ("Sheet", "姓名 电话", "张某 13800138000", "李某 13800138001")


def test_lines_of_a_pdf_in_chinese() -> None:
    text = attachment_text(pdf_of("公示名单", f"张某 {ID_NUMBER}"))
    assert text.lines == ("公示名单", f"张某 {ID_NUMBER}")


def test_what_cannot_be_read_says_why() -> None:
    old_word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "WordDocument".encode("utf-16-le")
    assert "旧版 doc" in attachment_text(old_word).why_not
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in attachment_text(locked).why_not
    assert "损坏" in attachment_text(b"<html>no document</html>").why_not
    assert "太大" in attachment_text(b"%PDF-" + b"0" * MOST_BYTES).why_not
    assert "没有文字" in attachment_text(pdf_of()).why_not


def test_an_archive_that_swells_is_not_unpacked() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 100_000_000)
    assert len(out.getvalue()) < MOST_BYTES
    assert "展开后太大" in attachment_text(out.getvalue()).why_not


def test_a_long_document_is_read_to_a_point() -> None:
    text = attachment_text(xlsx_of(*[["字" * 3_000] for _ in range(400)]))
    assert text.is_cut
    assert sum(map(len, text.lines)) == 1_000_000
