"""Names of character sets come down to the few that are read."""

import pytest

from workbench.views.charset_label import canonical_charset


@pytest.mark.parametrize(
    "label",
    [
        "gb2312",
        "GBK",
        "gb_2312-80",
        "x-gbk",
        "cp936",
        "ms936",
        "windows-936",
        "csGB2312",
        "gb18030",
        "euc-cn",
        "936",
    ]
    + ["chinese", "iso-ir-58", " gb2312; ", "GB18030-2022", "gb-2312"],
)
def test_every_gb_label_is_read_as_gb18030(label: str) -> None:
    assert canonical_charset(label) == "gb18030"


@pytest.mark.parametrize("label", ["utf8", "UTF-8", "utf_8", "unicode-1-1-utf-8", "utf-16", "unicode"])
def test_unicode_labels_are_read_as_utf8(label: str) -> None:
    assert canonical_charset(label) == "utf-8"


@pytest.mark.parametrize(
    "label", ["", "iso-8859-1", "windows-1252", "us-ascii", "none", "zh-cn", "base64", "rot13"]
)
def test_labels_that_say_nothing_are_refused(label: str) -> None:
    assert canonical_charset(label) == ""


@pytest.mark.parametrize("label", ["utf-7", "idna", "punycode", "unicode_escape", "undefined"])
def test_labels_no_page_can_mean_are_refused(label: str) -> None:
    assert canonical_charset(label) == ""


def test_others_keep_their_codec() -> None:
    assert canonical_charset("Shift_JIS") == "shift_jis"
    assert canonical_charset("big5") == "big5hkscs"
