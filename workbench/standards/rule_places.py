"""Every rule of a standard with its indicator, and how the place of a cell is written for people."""

from collections.abc import Iterator

from workbench.domain.standard import Indicator, Rule, Standard
from workbench.standards.pack_problems import at_place


def rules_of(standard: Standard) -> Iterator[tuple[Indicator, Rule]]:
    for indicator in standard.indicators:
        for rule in indicator.rules:
            yield indicator, rule


def place_of(indicator: Indicator, rule: Rule | None = None, *, cell: str = "") -> str:
    return at_place(f"指标{indicator.code}", f"细则{rule.code}" if rule else "", cell)
