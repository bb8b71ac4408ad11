"""The address of one cell of a standard, as it is written in a record and on the command line."""

from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.domain.standard import Indicator, Rule
from workbench.errors import WrongUseError


class CellOwner(StrEnum):
    SCORING = "scoring"
    INDICATOR = "indicator"
    RULE = "rule"


@dataclass(frozen=True, slots=True, order=True)
class CellAddress:
    """`scoring/fail_below`, `indicator:P5/points`, `rule:U2.home/price`; `code` is empty for the scoring."""

    owner: CellOwner
    code: str
    name: str

    def __str__(self) -> str:
        whose = f"{self.owner}:{self.code}" if self.code else str(self.owner)
        return f"{whose}/{self.name}"

    def beside(self, name: str) -> "CellAddress":
        """Another cell of the same owner."""
        return replace(self, name=name)


def scoring_cell(name: str) -> CellAddress:
    return CellAddress(CellOwner.SCORING, "", name)


def indicator_cell(indicator: Indicator, name: str) -> CellAddress:
    return CellAddress(CellOwner.INDICATOR, indicator.code, name)


def rule_cell(rule: Rule, name: str) -> CellAddress:
    return CellAddress(CellOwner.RULE, rule.code, name)


def parse_address(given: str) -> CellAddress:
    """Raises WrongUseError where this is not the form of an address."""
    whose, _, name = given.strip().rpartition("/")
    owner, _, code = whose.partition(":")
    is_known = owner in list(CellOwner)
    if not is_known or not name or bool(code) == (owner == CellOwner.SCORING):
        raise WrongUseError(
            f"格子“{given[:60]}”写法不对，应如 scoring/fail_below、indicator:P5/points 或 rule:P5.stale/price。"
        )
    return CellAddress(CellOwner(owner), code, name)
