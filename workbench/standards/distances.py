"""How far a subject is from each line that matters: the pooled vetoes, the pass line, the bonus gate."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from workbench.domain.score import Distance
from workbench.domain.standard import Indicator, Scoring
from workbench.standards.fired_vetoes import count_of, pooled_charges
from workbench.standards.readings import Reading


def veto_distances(indicators: Iterable[Indicator], reading: Reading) -> Iterator[Distance]:
    for indicator in indicators:
        for rule in indicator.rules:
            if rule.at_least is None or not rule.is_pooled:
                continue
            have = Decimal(count_of(pooled_charges(rule, reading)))
            label = rule.label or indicator.name
            yield Distance(label=label, rule=rule.code, have=have, need=Decimal(rule.at_least))


def point_distances(scoring: Scoring, deduct_part: Decimal | None) -> Iterator[Distance]:
    if deduct_part is None:
        return
    yield Distance(label="及格线", rule="", have=deduct_part, need=scoring.fail_below)
    if scoring.bonus_above is not None:
        yield Distance(label="加分线", rule="", have=deduct_part, need=scoring.bonus_above)
