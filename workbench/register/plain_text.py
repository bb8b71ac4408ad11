"""Text of a cell as people meant it: no stray blanks, no invisible signs, no full-width letters where they do harm."""

import re
import unicodedata

from workbench.register.faulty_row import FaultyRowError, quoted

MAX_TEXT_CHARACTERS = 500
_NOTHING = frozenset({"无", "暂无", "没有", "-", "--", "—", "——", "－", "/", "\\", "n/a", "none", "空"})
_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_LINE_BREAK = re.compile(r"(?<=[^\x00-\x7f])[ \t]*[\r\n]+[ \t]*(?=[^\x00-\x7f])")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def plain_text(text: str) -> str:
    """On one line, in NFC, without control and invisible signs; a break inside Chinese words leaves no blank."""
    joined = _LINE_BREAK.sub("", visible(text).strip())
    return unicodedata.normalize("NFC", " ".join(joined.split()))


def visible(text: str) -> str:
    """Without byte order marks, zero-width and control signs; line breaks and blanks stay."""
    kept = (sign for sign in text if sign in "\r\n\t" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    return "".join(kept)


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as typed with the wrong input method, in their plain form."""
    return text.translate(_FULL_WIDTH)


def says_nothing(text: str) -> bool:
    """Whether the office wrote “none” in one of its ways."""
    return text.strip().lower() in _NOTHING


def refuse_formula(text: str, *, word: str) -> None:
    """Raises FaultyRowError for a formula without a value, or with an error for a value."""
    stripped = text.strip()
    if stripped.startswith("="):
        raise FaultyRowError(
            f"“{word}”是没有算出结果的公式{quoted(stripped)}，请在表格软件中打开并保存一次，或改填文字。"
        )
    if stripped in _ERRORS:
        raise FaultyRowError(f"“{word}”的公式出错（{stripped}），请改填文字。")


def refuse_long(text: str, *, word: str) -> None:
    if len(text) > MAX_TEXT_CHARACTERS:
        raise FaultyRowError(f"“{word}”超过{MAX_TEXT_CHARACTERS}个字，请缩短。")
