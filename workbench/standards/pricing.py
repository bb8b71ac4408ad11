"""What the charges of a reading cost: one trace line per charged rule, after every cap and every "not twice"."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.domain.charge import Charge
from workbench.domain.score import TraceLine, shown_number
from workbench.domain.standard import Certainty, Indicator, Per, Rule, Standard
from workbench.standards.readings import Held, Reading, charges_on

ZERO = Decimal(0)


def price_charges(
    standard: Standard, indicators: Sequence[Indicator], reading: Reading
) -> tuple[TraceLine, ...]:
    """The priced lines of these indicators, in their order; what the reading holds on others is not looked at."""
    charges = frozenset(charge for indicator in indicators for charge in charges_on(reading, indicator))
    rules = {rule.code: rule for indicator in indicators for rule in indicator.rules}
    lines = [_price(indicator, rule, charges) for indicator, rule in _charged_rules(indicators, charges)]
    lines = [_yield_to_dearer(line, lines, rules) for line in lines]
    if standard.scoring.is_capped:
        lines = [line for indicator in indicators for line in _within_points(indicator, lines)]
    return tuple(lines)


def price_of(standard: Standard, indicator: Indicator, held: Held) -> Decimal:
    """What one indicator costs by itself."""
    return total_of(price_charges(standard, [indicator], {indicator.code: held}))


def total_of(lines: Iterable[TraceLine]) -> Decimal:
    return sum((line.amount for line in lines), ZERO)


def unpriced_line(indicator: Indicator, rule: Rule, charges: Collection[Charge], *, reason: str) -> TraceLine:
    """A line for what is recorded and costs nothing."""
    own = sorted(charge for charge in charges if charge.rule == rule.code)
    return TraceLine(
        indicator=indicator.code,
        rule=rule.code,
        when=rule.when,
        count=sum(charge.count for charge in own),
        places=tuple(sorted({charge.place for charge in own if charge.place})),
        unit_price=rule.price,
        amount=ZERO,
        cap=rule.cap,
        clause=rule.clause or f"{indicator.group}·{indicator.name}",
        certainty=rule.certainty,
        reason=reason,
    )


def _charged_rules(
    indicators: Iterable[Indicator], charges: Collection[Charge]
) -> Iterator[tuple[Indicator, Rule]]:
    charged = {charge.rule for charge in charges}
    for indicator in indicators:
        for rule in indicator.rules:
            if rule.code in charged:
                yield indicator, rule


def _price(indicator: Indicator, rule: Rule, charges: Collection[Charge]) -> TraceLine:
    own = [charge for charge in charges if charge.rule == rule.code]
    elsewhere = {charge.place for charge in charges if charge.place and charge.rule in rule.not_if_charged}
    fresh = [charge for charge in own if charge.place not in elsewhere]
    times = _times(rule, fresh)
    full = rule.price * times if rule.price is not None and rule.has_verified_price else ZERO
    amount = full if rule.cap is None else min(full, rule.cap)
    line = unpriced_line(indicator, rule, own, reason="")
    reasons = _reasons(
        rule, count=line.count, times=times, doubled=len(own) - len(fresh), is_cut=amount < full
    )
    return replace(line, amount=amount, charged=times, reason="；".join(reasons))


def _times(rule: Rule, charges: Collection[Charge]) -> int:
    """How often the price is charged. For `percent` a count is whole percents."""
    if rule.per is Per.ONCE:
        return 1 if charges else 0
    if rule.distinct_by == "element":
        named = {charge.element for charge in charges if charge.element}
        return len(named) + sum(charge.count for charge in charges if not charge.element)
    return sum(charge.count for charge in charges)


def _reasons(rule: Rule, *, count: int, times: int, doubled: int, is_cut: bool) -> Iterator[str]:
    if rule.price is None:
        yield "单价未知，未计分"
    elif not rule.has_verified_price:
        yield "单价未核实，未计分"
    if doubled:
        yield f"{doubled}处已按{'、'.join(rule.not_if_charged)}计，不重复扣"
    elif rule.per is Per.ONCE and count > 1:
        yield "只计一次"
    elif times < count:
        yield f"同一要素只计一次，计{times}类"
    if is_cut and rule.cap is not None:
        yield f"本条最多{shown_number(rule.cap)}分"


def _yield_to_dearer(line: TraceLine, lines: Sequence[TraceLine], rules: dict[str, Rule]) -> TraceLine:
    """Of rules that exclude each other the dearer stays; of equal ones the first."""
    rivals = [rival for rival in lines if _exclude_each_other(rules[line.rule], rules[rival.rule])]
    if not rivals or not line.amount:
        return line
    dearest = max([line, *rivals], key=lambda rival: (rival.amount, -lines.index(rival)))
    if dearest is line:
        return line
    return replace(line, amount=ZERO, reason=f"与{dearest.rule}只扣较重的一项")


def _exclude_each_other(one: Rule, other: Rule) -> bool:
    return other.code in one.exclusive_with or one.code in other.exclusive_with


def _within_points(indicator: Indicator, lines: Iterable[TraceLine]) -> Iterator[TraceLine]:
    """The indicator's lines, none taking more than its points leave; points nobody has verified cap nothing."""
    own = [line for line in lines if line.indicator == indicator.code]
    if indicator.points is None or indicator.points_certainty is Certainty.UNVERIFIED:
        yield from own
        return
    left = indicator.points
    for line in own:
        amount = min(line.amount, left)
        left -= amount
        yield line if amount == line.amount else _cut(line, amount, indicator.points)


def _cut(line: TraceLine, amount: Decimal, points: Decimal) -> TraceLine:
    reason = "；".join(part for part in (line.reason, f"本指标最多{shown_number(points)}分") if part)
    return replace(line, amount=amount, cap=points, reason=reason)
