"""The lines of a PDF, page by page; a scanned one has none."""

from collections.abc import Iterator

import pypdfium2

from workbench.views.attachment_bounds import MOST_PAGES


def pdf_lines(body: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(body)
    try:
        for number in range(min(len(document), MOST_PAGES)):
            yield from _page_lines(document, number)
    finally:
        document.close()


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> Iterator[str]:
    page = document[number]
    try:
        words = page.get_textpage()
        yield from str(words.get_text_bounded()).splitlines()
        words.close()
    finally:
        page.close()
