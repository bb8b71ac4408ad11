"""Anyone's file: what is a score table is read, everything else is refused in one plain sentence."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.operations.printed_table import read_printed_table


def table_of(tmp_path: Path, **row: object) -> Path:
    file = tmp_path / "table.json"
    file.write_text(json.dumps({"rows": [{"unit": "某局"} | row]}), encoding="utf-8")
    return file


@pytest.mark.parametrize("printed", ["98.8", 98.8])
def test_a_score_may_be_text_or_number(tmp_path: Path, printed: object) -> None:
    (row,) = read_printed_table(table_of(tmp_path, published_score=printed)).rows
    assert row.printed == Decimal("98.8")


def test_what_else_the_file_says_is_left_alone(tmp_path: Path) -> None:
    file = table_of(
        tmp_path, published_result="合格", findings=[{"rule": "U2.home", "count": 2, "note": "x"}]
    )
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    (row,) = read_printed_table(file).rows
    assert (row.findings[0].rule, row.findings[0].count, row.printed) == ("U2.home", 2, None)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"unit": 3}, "rows[0].unit"),
        ({"unit": ""}, "rows[0].unit"),
        ({"unit": "a\x1b[2J"}, "rows[0].unit"),
        ({"findings": [{"rule": "N1", "count": 0}]}, "count"),
        ({"findings": [{"rule": "N1", "count": 10**30}]}, "count"),
        ({"findings": [{"rule": "N1", "count": "2"}]}, "count"),
        ({"findings": {"N1": 2}}, "findings"),
        ({"published_score": []}, "published_score"),
        ({"published_score": "NaN"}, "某局"),
        ({"published_score": "1e400"}, "某局"),
        ({"published_score": -1}, "某局"),
    ],
)
def test_a_bad_cell_is_named(tmp_path: Path, row: dict[str, object], word: str) -> None:
    with pytest.raises(WrongUseError) as told:
        read_printed_table(table_of(tmp_path, **row))
    assert word in str(told.value)
    assert str(told.value).endswith("后重试。")


@pytest.mark.parametrize("body", [b"", b"{", b"[1, 2]", b"\xff\xfe", b"[" * 200_000, b'{"rows": 3}'])
def test_what_is_no_table_is_refused(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "odd.json"
    file.write_bytes(body)
    with pytest.raises(WrongUseError, match="不是可复算的成绩表"):
        read_printed_table(file)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as stream:
        stream.truncate(20_000_001)
    with pytest.raises(WrongUseError, match="20 MB"):
        read_printed_table(file)


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_what_cannot_be_opened_is_the_environment(tmp_path: Path, name: str) -> None:
    with pytest.raises(EnvironmentFaultError, match="打不开成绩表"):
        read_printed_table(tmp_path / name)


@pytest.mark.parametrize("words", ["单项否决", "九十九", "", "—"])
def test_words_in_place_of_a_score_are_no_number(tmp_path: Path, words: str) -> None:
    (row,) = read_printed_table(table_of(tmp_path, published_score=words)).rows
    assert row.printed is None
