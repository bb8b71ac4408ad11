"""A table or text file as plain lines, one a row, for lists that have no headings to go by."""

from pathlib import Path

from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.register.delimited_text import decode_text
from workbench.register.file_form import FileForm, form_of
from workbench.register.register_bounds import MAX_FILE_BYTES, size_in_words
from workbench.register.xls_sheets import read_xls
from workbench.register.xlsx_sheets import read_xlsx


def read_table_text(path: Path) -> str:
    """Every row of every sheet as a line, its cells parted by tabs; a text file as it is.

    Raises:
        WrongUseError: too large, or of another form.
        EnvironmentFaultError: it is missing, cannot be read, or is damaged.
    """
    content = _content(path)
    form = form_of(content, name=path.name)
    if form is FileForm.ZIP:
        raise WrongUseError(f"“{path.name}”是压缩包，请先解压，再导入里面的表格。")
    if form is FileForm.XLSX:
        sheets = read_xlsx(content, name=path.name)
    elif form is FileForm.XLS:
        sheets = read_xls(content, name=path.name)
    else:
        return decode_text(content, name=path.name)
    return "\n".join("\t".join(row.cells) for sheet in sheets for row in sheet.rows())


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise WrongUseError(
                f"“{path.name}”有 {size_in_words(size)}，最大 {size_in_words(MAX_FILE_BYTES)}，请确认选对了文件。"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise EnvironmentFaultError(f"找不到文件“{path}”，请检查路径。") from None
    except OSError as error:
        raise EnvironmentFaultError(
            f"读不了“{path.name}”，请关闭正在使用它的程序，并确认有读取权限后重试。"
        ) from error
