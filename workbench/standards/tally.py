"""What one reading of a subject comes to: its deduct part, its bonus and every line of the way there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.domain.score import TraceLine, shown_number
from workbench.domain.standard import Indicator, Part, Standard, WithoutService
from workbench.domain.subject import Subject
from workbench.standards.pricing import ZERO, price_charges, total_of, unpriced_line
from workbench.standards.readings import Reading, charges_on
from workbench.standards.unverified_cells import unverified_cells

_NOT_FOR_THIS_KIND = "此类对象不计此项，只作记录"
_WHY_UNPRICED = {
    Part.VETO: "属单项否决，尚有存疑或争议",
    Part.DEDUCT: "此类对象不计分，只作记录",
    Part.BONUS: "未到加分线，不计加分",
    Part.ADVICE: "只作建议，不计分",
    Part.OTHER: "不计分，只作记录",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """`deduct_part` is None for a kind that only passes or fails. `trace` holds every charged rule, priced or not."""

    deduct_part: Decimal | None = None
    bonus_part: Decimal = ZERO
    is_bonus_open: bool = False
    trace: tuple[TraceLine, ...] = ()
    unverified: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def number(self) -> Decimal | None:
        return None if self.deduct_part is None else self.deduct_part + self.bonus_part


def tally(standard: Standard, subject: Subject, reading: Reading) -> Tally:
    deducting = _scored_indicators(standard, subject, Part.DEDUCT)
    if not deducting:
        return Tally(trace=_trace(standard, subject, reading, priced=()))
    deducted = price_charges(standard, deducting, reading)
    lost = total_of(deducted)
    stretch = None if subject.has_service else standard.scoring.without_service
    deduct_part = _what_is_left(standard.scoring.start, lost, stretch)
    is_open = _is_bonus_open(standard, deduct_part)
    giving = _scored_indicators(standard, subject, Part.BONUS) if is_open else ()
    given = price_charges(standard, giving, reading)
    bonus_part = _within_cap(total_of(given), standard.scoring.bonus_cap)
    lines = (*deducted, *given)
    return Tally(
        deduct_part=deduct_part,
        bonus_part=bonus_part,
        is_bonus_open=bool(giving),
        trace=_trace(standard, subject, reading, priced=lines),
        unverified=unverified_cells(standard, (*deducting, *giving), lines),
        steps=(
            *_deduct_steps(standard.scoring.start, lost, stretch, deduct_part),
            *_bonus_steps(standard, bonus_part, has_bonus=bool(given)),
        ),
    )


def _scored_indicators(standard: Standard, subject: Subject, part: Part) -> tuple[Indicator, ...]:
    if subject.kind not in standard.scoring.scored_kinds:
        return ()
    applicable = standard.applicable_to(subject.kind, has_service=subject.has_service)
    return tuple(indicator for indicator in applicable if indicator.part is part)


def _what_is_left(start: Decimal, lost: Decimal, stretch: WithoutService | None) -> Decimal:
    """Never below 0. The stretch is (start × over ÷ times − lost) × times ÷ over, with one division: 60 stays exactly 60."""
    if stretch is None:
        return max(ZERO, start - lost)
    return max(ZERO, (start * stretch.over - lost * stretch.times) / stretch.over)


def _is_bonus_open(standard: Standard, deduct_part: Decimal) -> bool:
    gate = standard.scoring.bonus_above
    return gate is not None and deduct_part > gate


def _within_cap(bonus: Decimal, cap: Decimal | None) -> Decimal:
    return bonus if cap is None else min(bonus, cap)


def _trace(
    standard: Standard, subject: Subject, reading: Reading, *, priced: Sequence[TraceLine]
) -> tuple[TraceLine, ...]:
    by_rule = {line.rule: line for line in priced}
    applicable = standard.applicable_to(subject.kind, has_service=subject.has_service)
    lines: list[TraceLine] = []
    for indicator in standard.indicators:
        reason = _WHY_UNPRICED[indicator.part] if indicator in applicable else _NOT_FOR_THIS_KIND
        lines += _lines_of(indicator, reading, by_rule, reason=reason)
    return tuple(lines)


def _lines_of(
    indicator: Indicator, reading: Reading, priced: Mapping[str, TraceLine], *, reason: str
) -> Iterator[TraceLine]:
    charges = charges_on(reading, indicator)
    charged = {charge.rule for charge in charges}
    for rule in indicator.rules:
        if rule.code in priced:
            yield priced[rule.code]
        elif rule.code in charged:
            yield unpriced_line(indicator, rule, charges, reason=reason)


def _deduct_steps(
    start: Decimal, lost: Decimal, stretch: WithoutService | None, left: Decimal
) -> Iterable[str]:
    result = f"得{shown_number(left)}分"
    if stretch is None:
        yield f"基准分{shown_number(start)}分，共扣{shown_number(lost)}分，{result}。"
        return
    worth = start * stretch.over / stretch.times
    yield (
        f"没有办事服务职能，不计“{stretch.group}”：（{shown_number(worth)}－{shown_number(lost)}）"
        f"×{stretch.times}÷{stretch.over}，{result}。"
    )


def _bonus_steps(standard: Standard, bonus: Decimal, *, has_bonus: bool) -> Iterable[str]:
    gate, cap = standard.scoring.bonus_above, standard.scoring.bonus_cap
    if not has_bonus or gate is None:
        return
    limit = "" if cap is None else f"（最多{shown_number(cap)}分）"
    yield f"高于{shown_number(gate)}分，计入加分{shown_number(bonus)}分{limit}。"
