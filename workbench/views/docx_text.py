"""The paragraphs of a Word document: body with its tables and boxes, headers and footers."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT, _BREAKS = qn("w:t"), (qn("w:tab"), qn("w:br"), qn("w:cr"))


def docx_lines(body: bytes) -> Iterator[str]:
    document = docx.Document(BytesIO(body))
    yield from _paragraphs(document.element.body)
    for section in document.sections:
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                yield from _paragraphs(part._element)


def _paragraphs(element: "Element") -> Iterator[str]:
    for paragraph in element.iter(qn("w:p")):
        yield "".join(_words(paragraph))


def _words(paragraph: "Element") -> Iterator[str]:
    for each in paragraph.iter():
        if each.tag == _TEXT:
            yield each.text or ""
        elif each.tag in _BREAKS:
            yield " "
