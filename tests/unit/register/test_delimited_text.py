"""Text tables: line numbers as in the file, marks that keep codes as text, sentences for broken quoting."""

import pytest

from workbench.errors import ForeignFileError, WrongUseError
from workbench.register.delimited_text import decode_text, read_delimited
from workbench.register.register_sheet import SheetRow


def rows(text: str) -> list[SheetRow]:
    return list(read_delimited(text.encode(), name="台账.csv").rows())


def test_lines_are_counted_as_in_the_file() -> None:
    found = rows('网站名称,首页网址\r\n\r\n"甲\n局",http://a.gov.cn\r\n乙局,http://b.gov.cn\r\n')
    assert [row.number for row in found] == [1, 3, 5]


def test_old_line_ends() -> None:
    assert [row.number for row in rows("网站名称,首页网址\r甲,http://a.gov.cn\r")] == [1, 2]


def test_marks_that_keep_a_code_as_text_are_taken_off() -> None:
    found = rows('网站标识码,网站名称,首页网址\n="4601000012",甲,http://a.gov.cn\n\'4601000013,乙,x\n')
    assert [row.cells[0] for row in found[1:]] == ["4601000012", "4601000013"]


def test_the_delimiter_is_the_one_under_which_headings_are_known() -> None:
    found = rows("sep=;\n网站名称;首页网址;备注\n甲;http://a.gov.cn;一,二,三,四\n")
    assert found[2].cells == ("甲", "http://a.gov.cn", "一,二,三,四")


def test_broken_quoting_names_the_line() -> None:
    with pytest.raises(WrongUseError, match="第2行的引号不成对"):
        rows('网站名称,首页网址\n"甲,http://a.gov.cn\n乙,http://b.gov.cn\n')


def test_a_line_without_end_is_refused() -> None:
    with pytest.raises(WrongUseError, match="过长"):
        rows("网站名称,首页网址\n" + "," * 1_000_001)


def test_text_is_decoded_by_mark_then_utf8_then_gb18030() -> None:
    assert decode_text("㑇镇".encode("gb18030"), name="a") == "㑇镇"
    assert decode_text("镇".encode(), name="a") == "镇"
    assert decode_text(b"\xfe\xff" + "镇".encode("utf-16-be"), name="a") == "镇"
    with pytest.raises(ForeignFileError, match="文字编码"):
        decode_text(b"\xef\xbb\xbf\xff", name="a")
