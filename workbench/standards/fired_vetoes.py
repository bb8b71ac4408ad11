"""Which vetoes a reading fires: by a charge, by a person's "fails", or by a number of problems pooled over several rules."""

from collections.abc import Iterable, Iterator

from workbench.domain.answer import unite
from workbench.domain.charge import Charge
from workbench.domain.score import VetoLine
from workbench.domain.standard import Certainty, Indicator, Part, Rule, Standard
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome
from workbench.standards.readings import NOTHING, Reading, charges_on


def veto_indicators(standard: Standard, subject: Subject) -> tuple[Indicator, ...]:
    applicable = standard.applicable_to(subject.kind, has_service=subject.has_service)
    return tuple(indicator for indicator in applicable if indicator.part is Part.VETO)


def fired_vetoes(indicators: Iterable[Indicator], reading: Reading) -> tuple[VetoLine, ...]:
    """Every veto that fires; `is_binding` tells those that fail a subject from those that only warn."""
    return tuple(line for indicator in indicators for line in _fired(indicator, reading))


def is_binding(standard: Standard, line: VetoLine) -> bool:
    """An unverified veto warns and never fails."""
    rule = standard.rule(line.rule)
    return rule is not None and rule.certainty is not Certainty.UNVERIFIED


def pooled_charges(rule: Rule, reading: Reading) -> frozenset[Charge]:
    """The problems of the rules named by `sum_of`, on whatever indicators, priced or not.

    One place is one problem, under however many of the rules it was found.
    """
    named = (charge for held in reading.values() for charge in held.charges if charge.rule in rule.sum_of)
    return unite(Charge("" if c.place else c.rule, c.place, c.count, c.element) for c in named)


def count_of(charges: Iterable[Charge]) -> int:
    return sum(charge.count for charge in charges)


def _fired(indicator: Indicator, reading: Reading) -> Iterator[VetoLine]:
    held = reading.get(indicator.code, NOTHING)
    evidence = {rule.code: _evidence(rule, indicator, reading) for rule in indicator.rules}
    is_bare = held.outcome is Outcome.FAIL and not any(evidence.values())
    for rule in indicator.rules:
        if evidence[rule.code]:
            yield _line(indicator, rule, evidence[rule.code])
        elif is_bare and rule is indicator.rules[0]:
            yield _line(indicator, rule, frozenset({Charge(rule.code)}))


def _evidence(rule: Rule, indicator: Indicator, reading: Reading) -> frozenset[Charge]:
    """What the rule rests on; a charge made under a pooled rule itself needs no number."""
    own = frozenset(charge for charge in charges_on(reading, indicator) if charge.rule == rule.code)
    if own or rule.at_least is None or not rule.is_pooled:
        return own
    pooled = pooled_charges(rule, reading)
    return pooled if count_of(pooled) >= rule.at_least else frozenset()


def _line(indicator: Indicator, rule: Rule, evidence: frozenset[Charge]) -> VetoLine:
    return VetoLine(
        indicator=indicator.code,
        name=indicator.name,
        rule=rule.code,
        when=rule.when,
        count=count_of(evidence),
        places=tuple(sorted({charge.place for charge in evidence if charge.place})),
    )
