"""Digits as Chinese pages write them: full-width, Chinese numerals, odd dashes and dots, brought to plain ASCII of equal length."""

_PLAIN = str.maketrans(
    "０１２３４５６７８９／．。·－—–−‐‑﹣～：　\u00a0\u2002\u2003\u2009年月日号",
    "0123456789/...-------~:     年月日日",
)
_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
    "两": 2,
}
_TENS = {"十": 10, "廿": 20, "卅": 30}


def plain(text: str) -> str:
    """`text` sign by sign, so that places in it stay what they were."""
    return text.translate(_PLAIN)


def chinese_year(text: str) -> int:
    """二〇一九 → 2019; digit by digit."""
    number = 0
    for sign in text:
        number = number * 10 + (int(sign) if sign.isdecimal() else _DIGITS[sign])
    return number


def chinese_number(text: str) -> int:
    """十二 → 12, 二十 → 20, 廿三 → 23, 三十一 → 31; below one hundred."""
    number = 0
    for sign in text:
        if sign in _TENS:
            number = max(number, 1) * _TENS[sign] if sign == "十" else _TENS[sign]
        else:
            number += _DIGITS[sign]
    return number
