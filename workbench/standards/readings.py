"""Three ways to read the judgements of a subject: as all agree, as harshly as any side would, as mildly as any side would."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import and_

from workbench.domain.answer import unite
from workbench.domain.charge import Charge
from workbench.domain.judgement import Judgement
from workbench.domain.standard import Indicator, Part, Standard
from workbench.domain.verdict import Outcome

_COSTS_NOTHING = (Outcome.PASS, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Held:
    """What one reading holds on one indicator."""

    outcome: Outcome
    charges: frozenset[Charge] = frozenset()


Reading = Mapping[str, Held]
Sides = tuple[Held, ...]
NOTHING = Held(Outcome.NOT_CHECKED)


def charges_on(reading: Reading, indicator: Indicator) -> frozenset[Charge]:
    return reading.get(indicator.code, NOTHING).charges


def agreed_reading(standard: Standard, judgements: Mapping[str, Judgement]) -> Reading:
    """What nobody disputes or doubts."""
    return _read(standard, judgements, lambda _, sides: _agreed(sides))


def harshest_reading(standard: Standard, judgements: Mapping[str, Judgement]) -> Reading:
    """Every charge of every side, and no bonus that a side denies."""
    return _read(standard, judgements, _harshest)


def mildest_reading(
    standard: Standard,
    judgements: Mapping[str, Judgement],
    *,
    worth: Callable[[Indicator, Held], Decimal],
) -> Reading:
    """For each indicator the side that is worth least by `worth`; for a bonus the one that is worth most."""

    def mildest(indicator: Indicator, sides: Sides) -> Held:
        ranked = sorted(sides, key=lambda side: (worth(indicator, side), _weight(side)))
        return ranked[-1 if indicator.part is Part.BONUS else 0]

    return _read(standard, judgements, mildest)


def _read(
    standard: Standard, judgements: Mapping[str, Judgement], choose: Callable[[Indicator, Sides], Held]
) -> Reading:
    judged = [(i, judgements[i.code]) for i in standard.indicators if i.code in judgements]
    return {
        indicator.code: choose(indicator, _sides(indicator, judgement)) for indicator, judgement in judged
    }


def _sides(indicator: Indicator, judgement: Judgement) -> Sides:
    """Every inspector's view while a dispute is open, else the one that counts."""
    if judgement.is_open_dispute:
        return tuple(_held(indicator, answer.outcome, answer.charges) for answer in judgement.answers)
    return (_held(indicator, judgement.outcome, judgement.charges),)


def _held(indicator: Indicator, outcome: Outcome, charges: frozenset[Charge]) -> Held:
    if outcome in _COSTS_NOTHING:
        return Held(outcome)
    if outcome is Outcome.FAIL and not charges and _is_charged_whole(indicator):
        return Held(outcome, frozenset({Charge(indicator.rules[0].code)}))
    return Held(outcome, charges)


def _is_charged_whole(indicator: Indicator) -> bool:
    """Whether "fails" alone says what it costs: there is one rule only that can be meant."""
    return indicator.part is Part.DEDUCT and len(indicator.rules) == 1


def _weight(side: Held) -> tuple[int, bool]:
    """Tells sides of equal worth apart: fewer problems, which may be counted by a veto, and no failure come first."""
    return sum(charge.count for charge in side.charges), side.outcome is Outcome.FAIL


def _agreed(sides: Sides) -> Held:
    outcomes = {side.outcome for side in sides}
    if outcomes != {Outcome.FAIL}:
        only = outcomes.pop() if len(outcomes) == 1 else Outcome.DOUBTFUL
        return Held(only)
    return Held(Outcome.FAIL, _shared(side.charges for side in sides))


def _harshest(indicator: Indicator, sides: Sides) -> Held:
    if indicator.part is Part.BONUS:
        return _agreed(sides)
    is_failed = any(side.outcome is Outcome.FAIL for side in sides)
    outcome = Outcome.FAIL if is_failed else _agreed(sides).outcome
    return Held(outcome, unite(charge for side in sides for charge in side.charges))


def _shared(all_charges: Iterable[frozenset[Charge]]) -> frozenset[Charge]:
    """What every side charges, at the lowest count any of them gives."""
    counted = (Counter({(c.rule, c.place, c.element): c.count for c in charges}) for charges in all_charges)
    common = reduce(and_, counted)
    return frozenset(Charge(rule, place, count, element) for (rule, place, element), count in common.items())
