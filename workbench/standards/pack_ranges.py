"""Whether the numbers and windows of a standard are such that one can reckon with them."""

from collections.abc import Iterator
from decimal import Decimal

from workbench.domain.standard import CountBasis, Per, Standard
from workbench.domain.window import Window
from workbench.standards.pack_problems import PackProblem, ProblemCode, at_place
from workbench.standards.rule_places import place_of, rules_of

_MOST_POINTS = Decimal(10_000)
_LEAST_POINTS = Decimal("0.0001")
_MOST_PROBLEMS = 100_000
_LONGEST_WINDOW = {"d": 3660, "mo": 120, "y": 10}


def points_out_of_range(standard: Standard) -> Iterator[PackProblem]:
    for where, value, least in _points(standard):
        if value is not None and not (value.is_finite() and least <= value <= _MOST_POINTS):
            message = f"分值应是不超过{_MOST_POINTS}的正数，扣分也不写负号，请改正。"
            yield PackProblem(ProblemCode.NUMBER_OUT_OF_RANGE, where, message)


def counts_out_of_range(standard: Standard) -> Iterator[PackProblem]:
    for where, number in _counts(standard):
        if not 1 <= number <= _MOST_PROBLEMS:
            message = f"应是1到{_MOST_PROBLEMS}之间的整数，请改正。"
            yield PackProblem(ProblemCode.NUMBER_OUT_OF_RANGE, where, message)


def windows_out_of_range(standard: Standard) -> Iterator[PackProblem]:
    for indicator, rule in rules_of(standard):
        if rule.window is not None and not _is_usable(rule.window):
            message = "时间窗应写作 14d、6mo 或 1y，最长10年，请改正。"
            where = place_of(indicator, rule, cell="window")
            yield PackProblem(ProblemCode.WINDOW_NOT_USABLE, where, message)


def count_bases_without_use(standard: Standard) -> Iterator[PackProblem]:
    """Only a rule that a check proposes for, and that charges by the item, can count places or pages."""
    for indicator, rule in rules_of(standard):
        is_used = rule.observes is not None and rule.per is Per.ITEM
        if rule.count_basis is not CountBasis.LINK and not is_used:
            message = "按处或按页计数（count_basis）只用于由检查提出、按个扣分的细则，请删去或改正。"
            where = place_of(indicator, rule, cell="count_basis")
            yield PackProblem(ProblemCode.COUNT_BASIS_UNUSED, where, message)


def _points(standard: Standard) -> Iterator[tuple[str, Decimal | None, Decimal]]:
    """Every number of points with its place and the least it may be."""
    scoring = standard.scoring
    yield at_place("scoring", "start"), scoring.start, _LEAST_POINTS
    yield at_place("scoring", "fail_below"), scoring.fail_below, Decimal(0)
    yield at_place("scoring", "bonus_above"), scoring.bonus_above, Decimal(0)
    yield at_place("scoring", "bonus_cap"), scoring.bonus_cap, _LEAST_POINTS
    for indicator in standard.indicators:
        yield place_of(indicator, cell="points"), indicator.points, _LEAST_POINTS
    for indicator, rule in rules_of(standard):
        yield place_of(indicator, rule, cell="price"), rule.price, _LEAST_POINTS
        yield place_of(indicator, rule, cell="cap"), rule.cap, _LEAST_POINTS


def _counts(standard: Standard) -> Iterator[tuple[str, int]]:
    stretch = standard.scoring.without_service
    if stretch is not None:
        yield at_place("scoring", "without_service", "times"), stretch.times
        yield at_place("scoring", "without_service", "over"), stretch.over
    for indicator, rule in rules_of(standard):
        if rule.at_least is not None:
            yield place_of(indicator, rule, cell="at_least"), rule.at_least


def _is_usable(window: Window) -> bool:
    return 1 <= window.amount <= _LONGEST_WINDOW.get(window.unit, 0)
