"""Zips as the national register and as offices pack them."""

import io
import zipfile

import pytest

from workbench.errors import ForeignFileError, WrongUseError
from workbench.register.zipped_register import member_name, unpack_tables


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_names_in(encoding: str, name: str) -> bytes:
    """A zip as Chinese systems write it: the name in `encoding`, and no flag that says so."""
    stand_in = "x" * len(name.encode(encoding))
    return packed({stand_in: b"a,b"}).replace(stand_in.encode(), name.encode(encoding))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_written_without_saying_in_what(encoding: str) -> None:
    content = with_names_in(encoding, "地方网站/台账一.csv")
    assert unpack_tables(content, name="a.zip") == (("台账一.csv", b"a,b"),)


def test_a_flagged_name_and_a_name_in_no_encoding() -> None:
    with zipfile.ZipFile(io.BytesIO(packed({"台账.csv": b""}))) as archive:
        assert member_name(archive.infolist()[0]) == "台账.csv"
    with zipfile.ZipFile(io.BytesIO(packed({"xx.csv": b""}).replace(b"xx.csv", b"\xff\xff.csv"))) as archive:
        assert member_name(archive.infolist()[0]).endswith(".csv")


def test_only_tables_are_taken() -> None:
    content = packed(
        {
            "说明.pdf": b"",
            "目录/": b"",
            "b.CSV": b"2",
            "__MACOSX/._b.csv": b"",
            "~$a.xlsx": b"",
            "a.xlsx": b"1",
        }
    )
    assert [name for name, _ in unpack_tables(content, name="a.zip")] == ["b.CSV", "a.xlsx"]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    content = packed({"a.csv": b" " * (101 * 1024 * 1024)})
    with pytest.raises(ForeignFileError, match="解压后超过 100 MB"):
        unpack_tables(content, name="a.zip")


def test_a_size_that_lies_is_damage() -> None:
    true_size, told = (5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    content = packed({"a.csv": b" " * 5_000_000}).replace(true_size, told)
    with pytest.raises(ForeignFileError, match="已损坏"):
        unpack_tables(content, name="a.zip")


def test_too_many_members_are_refused() -> None:
    with pytest.raises(ForeignFileError, match="不像台账"):
        unpack_tables(packed({f"{i}.csv": b"" for i in range(2_001)}), name="a.zip")


def test_a_password() -> None:
    content = bytearray(packed({"a.csv": b"1"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(WrongUseError, match="设有密码"):
        unpack_tables(bytes(content), name="a.zip")
