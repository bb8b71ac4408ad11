"""How one cell of a pack is read: each function takes what TOML gave and returns the value, or says what is wrong."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from workbench.domain.window import Window
from workbench.standards.pack_problems import ProblemCode, did_you_mean

Word = TypeVar("Word", bound=StrEnum)
Item = TypeVar("Item")
UNKNOWN = "?"
_CODE = re.compile(r"[^\s\x00-\x1f\x7f\"'、，,]{1,40}")


class CellError(Exception):
    """What is wrong with one cell; the reader of the table adds the place."""

    def __init__(self, code: ProblemCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise CellError(ProblemCode.WRONG_TYPE, f"{_shown(value)}应是加引号的文字。")
    return value.strip()


def code(value: object) -> str:
    found = text(value)
    if not _CODE.fullmatch(found):
        raise CellError(ProblemCode.CODE_NOT_USABLE, f"编号“{found}”不可用，请改成不含空格和标点的40字以内。")
    return found


def flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise CellError(ProblemCode.WRONG_TYPE, f"{_shown(value)}应写作 true 或 false。")
    return value


def whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise CellError(ProblemCode.WRONG_TYPE, f"{_shown(value)}应是不加引号的整数。")
    return value


def amount(value: object) -> Decimal:
    """Points as text or number; exact, since the file is parsed with Decimal for float."""
    number = _decimal(value)
    if number is None or not number.is_finite():
        raise CellError(
            ProblemCode.PRICE_NOT_A_NUMBER, f'{_shown(value)}不是分值，请写作加引号的数，例如 "0.5"。'
        )
    return number


def _decimal(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def price(value: object) -> Decimal | None:
    """Points, or None for the question mark that says nobody knows."""
    return None if value == UNKNOWN else amount(value)


def window(value: object) -> Window:
    try:
        return Window.parse(text(value))
    except ValueError as error:
        raise CellError(ProblemCode.WINDOW_NOT_USABLE, str(error)) from error


def one_of(words: type[Word]) -> Callable[[object], Word]:
    def read(value: object) -> Word:
        found = text(value)
        try:
            return words(found)
        except ValueError as error:
            remedy = did_you_mean(found, [word.value for word in words])
            raise CellError(ProblemCode.UNKNOWN_WORD, f"不认识“{found}”，{remedy}") from error

    return read


def element_only(value: object) -> str:
    """The one thing by which problems may be told apart instead of by place."""
    found = text(value)
    if found != "element":
        raise CellError(ProblemCode.UNKNOWN_WORD, f"不认识“{found}”，只能写 element（按要素计）。")
    return found


def list_of(read: Callable[[object], Item]) -> Callable[[object], tuple[Item, ...]]:
    def read_all(value: object) -> tuple[Item, ...]:
        if not isinstance(value, list):
            raise CellError(ProblemCode.WRONG_TYPE, f'{_shown(value)}应写作列表，例如 ["a", "b"]。')
        return tuple(read(item) for item in value)

    return read_all


def one_or_more(read: Callable[[object], Item]) -> Callable[[object], tuple[Item, ...]]:
    """One value, or a list of such."""
    read_list = list_of(read)
    return lambda value: read_list(value) if isinstance(value, list) else (read(value),)


def _shown(value: object) -> str:
    try:
        shown = str(value).strip()
    except ValueError:
        shown = "过大的数"  # Python refuses to spell out whole numbers of thousands of digits.
    return f"“{shown[:20]}{'…' if len(shown) > 20 else ''}”"
