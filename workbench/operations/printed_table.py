"""A printed score table as a file: per unit the problems as counts per rule, and the score the notice printed."""

import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import msgspec

from workbench.errors import EnvironmentFaultError, WrongUseError

_MOST_BYTES = 20_000_000
_MOST_COUNTED = 100_000
_PLACE = re.compile(r"at `\$\.?(.*)`$")

# No control characters: the text is shown in terminals.
Text = Annotated[str, msgspec.Meta(max_length=200, pattern=r"^[^\x00-\x1f\x7f-\x9f]+$")]


class PrintedFinding(msgspec.Struct, frozen=True):
    rule: Text
    count: Annotated[int, msgspec.Meta(ge=1, le=_MOST_COUNTED)] = 1


class PrintedRow(msgspec.Struct, frozen=True):
    """`published_score` as the notice prints it: a number, or words as for a veto, or nothing."""

    unit: Text
    findings: tuple[PrintedFinding, ...] = ()
    published_score: int | float | str | None = None

    @property
    def printed(self) -> Decimal | None:
        """The printed number, or None where no number is printed."""
        try:
            return None if self.published_score is None else Decimal(str(self.published_score).strip())
        except InvalidOperation:
            return None


class PrintedTable(msgspec.Struct, frozen=True):
    rows: tuple[PrintedRow, ...]
    standard: str = ""


def read_printed_table(file: Path) -> PrintedTable:
    """The table in `file`, which may be anyone's.

    Raises:
        EnvironmentFaultError: the file cannot be read.
        WrongUseError: it is no such table.
    """
    try:
        with file.open("rb") as stream:
            body = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise EnvironmentFaultError(f"打不开成绩表“{file.name}”，请检查路径和权限。") from error
    if len(body) > _MOST_BYTES:
        raise WrongUseError(f"“{file.name}”超过20 MB，不像成绩表，请核对选对了文件。")
    try:
        table = msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"), type=PrintedTable)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WrongUseError(f"“{file.name}”不是可复算的成绩表{_where(error)}，请核对格式后重试。") from error
    odd = next((row.unit for row in table.rows if not _is_sensible(row.printed)), None)
    if odd is not None:
        raise WrongUseError(f"“{odd}”的印出得分不是0到10000之间的数，请改正成绩表后重试。")
    return table


def _where(error: Exception) -> str:
    place = _PLACE.search(str(error))
    return f"（{place[1]}处有误）" if place and place[1] else ""


def _is_sensible(score: Decimal | None) -> bool:
    return score is None or (score.is_finite() and 0 <= score <= 10_000)
