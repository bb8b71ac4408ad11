"""Whatever bytes are called a register, the answer is a table or one plain sentence."""

import zipfile
from io import BytesIO
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.register.register_file import read_register
from workbench.register.register_preview import preview

OLD = Path(__file__).with_name("old_register.xls")
TEXT = "网站标识码,网站名称,首页网址\n4601000012,甲,http://a.gov.cn\n"
SUFFIXES = (".csv", ".xlsx", ".xls", ".zip", ".txt", "")
STARTS = (
    b"",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"<",
    TEXT.encode(),
    TEXT.encode("gb18030"),
)
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEW = settings(MANY, max_examples=12)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in [line.split(",") for line in TEXT.splitlines()]:
        book.worksheets[0].append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def zipped() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("台账.csv", TEXT)
    return out.getvalue()


WORKBOOK, ZIPPED = workbook(), zipped()
DAMAGE = st.lists(st.tuples(st.integers(0, 1_000_000), st.integers(0, 255)), min_size=1, max_size=8)


def damaged(content: bytes, damage: list[tuple[int, int]], length: int) -> bytes:
    changed = bytearray(content)
    for place, value in damage:
        changed[place % len(changed)] = value
    return bytes(changed[:length])


def read_whatever(path: Path) -> None:
    sentence = "。"
    try:
        table = read_register(path)
        assert len(preview(table, campaign=UUID(int=1), existing=[]).rows) >= len(table.lines)
    except WorkbenchError as error:
        sentence = str(error)
    assert sentence.endswith("。")
    assert len(sentence) < 300


@pytest.mark.parametrize("suffix", SUFFIXES)
@MANY
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400))
def test_random_bytes(tmp_path: Path, suffix: str, start: bytes, rest: bytes) -> None:
    path = tmp_path / f"台账{suffix}"
    path.write_bytes(start + rest)
    read_whatever(path)


@MANY
@given(rest=st.text(max_size=300))
def test_random_text_below_a_heading_row(tmp_path: Path, rest: str) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(TEXT.encode() + rest.encode("utf-8", "replace"))
    read_whatever(path)


@pytest.mark.parametrize("content", [WORKBOOK, ZIPPED], ids=["xlsx", "zip"])
@MANY
@given(damage=DAMAGE, length=st.integers(1, 20_000))
def test_damaged_packed_files(
    tmp_path: Path, content: bytes, damage: list[tuple[int, int]], length: int
) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(damaged(content, damage, length))
    read_whatever(path)


@pytest.mark.parametrize(
    "part",
    [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "[Content_Types].xml",
    ],
)
@settings(MANY, max_examples=40)
@given(damage=DAMAGE)
def test_damaged_parts_of_a_sound_zip(tmp_path: Path, part: str, damage: list[tuple[int, int]]) -> None:
    path = tmp_path / "台账.xlsx"
    with zipfile.ZipFile(BytesIO(WORKBOOK)) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            new.writestr(item, damaged(content, damage, len(content)) if item.filename == part else content)
    read_whatever(path)


@FEW
@given(damage=DAMAGE, length=st.integers(600, 20_000))
def test_damaged_old_workbooks(tmp_path: Path, damage: list[tuple[int, int]], length: int) -> None:
    path = tmp_path / "台账.xls"
    path.write_bytes(damaged(OLD.read_bytes(), damage, length))
    read_whatever(path)
