"""The protocol of a draw as a page to print, sign or keep."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from workbench.domain.draw import Draw
from workbench.gui.theme import FAMILIES
from workbench.operations.draw_sample import protocol_text

_HEADS = ("结果", "签号", "编号", "名称", "地区", "说明")


def protocol_document(drawn: Draw, *, title: str) -> QTextDocument:
    """The text of the protocol, its list as a table, and room for signatures."""
    lines = protocol_text(drawn, title=title).splitlines()
    head, rows = lines[: lines.index("")], lines[lines.index("") + 2 :]
    cells = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line.split(chr(9)))}</tr>" for line in rows
    )
    heads = "".join(f"<th align='left'>{name}</th>" for name in _HEADS)
    told = "".join(f"<p>{escape(line)}</p>" for line in head[1:])
    document = QTextDocument()
    document.setDefaultStyleSheet(
        f"body {{ font-family: '{FAMILIES[0]}', '{FAMILIES[2]}'; font-size: 10pt; }}"
    )
    document.setHtml(
        f"<body><h2>{escape(head[0])}</h2>{told}"
        f"<table border='1' cellspacing='0' cellpadding='3' width='100%'><tr>{heads}</tr>{cells}</table>"
        "<p><br/>抽样人：________________　监督人：________________　日期：____年__月__日</p></body>"
    )
    return document


def print_protocol(parent: QWidget, drawn: Draw, *, title: str) -> None:
    printer = _printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印抽样记录")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    document = protocol_document(drawn, title=title)
    dialog.finished.connect(lambda answer: document.print_(printer) if answer else None)
    dialog.show()


def save_protocol(target: Path, drawn: Draw, *, title: str) -> None:
    """As PDF, or as plain text where the name says so."""
    if target.suffix.lower() == ".txt":
        target.write_text(protocol_text(drawn, title=title), encoding="utf-8-sig")
        return
    printer = _printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target.with_suffix(".pdf")))
    protocol_document(drawn, title=title).print_(printer)


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
    return printer
