"""Old workbooks are read in a process of their own, and damage there stays there."""

from pathlib import Path

import pytest

from workbench.errors import ForeignFileError, WrongUseError
from workbench.register.xls_sheets import read_xls

OLD = Path(__file__).with_name("old_register.xls")
# One damaged byte, its place and value, on which the reading library asks for more memory than there is and ends its process.
DEADLY_BYTES = ((2321, 1), (2314, 128), (1912, 105))


def test_sheets_numbers_and_merged_cells() -> None:
    (sheet,) = read_xls(OLD.read_bytes(), name=OLD.name)
    found = list(sheet.rows())
    assert sheet.name == "台账"
    assert [row.number for row in found] == [1, 3, 4, 5, 6]
    assert [row.cells[1] for row in found[2:]] == ["4601000012", "4601000013", "4601000014"]
    assert [row.cells[4] for row in found[2:]] == ["示例市人民政府"] * 3


@pytest.mark.parametrize(("place", "value"), DEADLY_BYTES)
def test_a_file_that_ends_the_reading_process_is_one_sentence(place: int, value: int) -> None:
    content = bytearray(OLD.read_bytes())
    content[place] = value
    with pytest.raises(ForeignFileError, match="不是表格或已损坏"):
        read_xls(bytes(content), name="坏.xls")


def test_a_truncated_file() -> None:
    with pytest.raises(ForeignFileError, match="不是表格或已损坏"):
        read_xls(OLD.read_bytes()[:700], name="断.xls")


def test_a_file_with_a_password() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(WrongUseError, match="取消密码"):
        read_xls(locked, name="锁.xls")
