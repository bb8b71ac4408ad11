"""What can be wrong with a pack, by code; each problem is told in one plain sentence with its place and remedy."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

_LONGEST_SHOWN = 300
_LONGEST_WORD = 80
_MOST_CHOICES = 20


class ProblemCode(StrEnum):
    """S0 the file and its form, S1 a single cell, S2 rules that name each other, S3 the standard as a whole."""

    NOT_READABLE = "S001 not-readable"
    NOT_TOML = "S002 not-toml"
    UNKNOWN_CELL = "S003 unknown-cell"
    MISSING_CELL = "S004 missing-cell"
    WRONG_TYPE = "S005 wrong-type"
    EXTENDS_UNKNOWN = "S006 extends-unknown"
    EXTENDS_CIRCLE = "S007 extends-circle"
    ID_NOT_FILE_NAME = "S008 id-not-file-name"
    ID_TAKEN = "S009 id-taken"
    PRICE_NOT_A_NUMBER = "S101 price-not-a-number"
    WINDOW_NOT_USABLE = "S102 window-not-usable"
    UNKNOWN_WORD = "S103 unknown-word"
    NUMBER_OUT_OF_RANGE = "S104 number-out-of-range"
    CODE_NOT_USABLE = "S105 code-not-usable"
    DUPLICATE_CODE = "S201 duplicate-code"
    UNKNOWN_RULE = "S202 unknown-rule"
    POOL_INCOMPLETE = "S203 pool-incomplete"
    POOL_OUTSIDE_VETO = "S204 pool-outside-veto"
    AMBIGUOUS_OBSERVES = "S205 ambiguous-observes"
    NOT_IF_CHARGED_CIRCLE = "S206 not-if-charged-circle"
    UNKNOWN_CHECK = "S207 unknown-check"
    COUNT_BASIS_UNUSED = "S208 count-basis-unused"
    NO_INDICATOR = "S301 no-indicator"
    NO_RULE = "S302 no-rule"
    PASS_LINE_ABOVE_START = "S303 pass-line-above-start"
    BONUS_WITHOUT_GATE = "S304 bonus-without-gate"
    UNKNOWN_GROUP = "S305 unknown-group"


@dataclass(frozen=True, slots=True)
class PackProblem:
    """`where` is the indicator, rule and cell; empty for the pack as a whole."""

    code: ProblemCode
    where: str
    message: str

    def on_one_line(self) -> "PackProblem":
        """The same, fit to be shown: it quotes what stands in a file of anyone's."""
        return PackProblem(self.code, _on_one_line(self.where), _on_one_line(self.message))


class PackFaultError(Exception):
    """The one problem that stops the reading of a pack."""

    def __init__(self, code: ProblemCode, message: str, *, where: str = "") -> None:
        super().__init__(message)
        self.problem = PackProblem(code, where, message)


def at_place(*parts: str) -> str:
    return " › ".join(part for part in parts if part)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The remedy for a word nobody knows: the likely one, else some of those there are."""
    choices = sorted(known)
    close = get_close_matches(word[:_LONGEST_WORD], choices, n=1)
    if close:
        return f"是不是“{close[0]}”？"
    more = "等" if len(choices) > _MOST_CHOICES else ""
    return f"可用的有：{'、'.join(choices[:_MOST_CHOICES])}{more}。"


def _on_one_line(text: str) -> str:
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}……"
