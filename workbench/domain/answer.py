"""What each inspector holds on one indicator of one subject, put together from his verdict, findings and decisions."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

from workbench.domain.charge import Charge
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding
from workbench.domain.place import normalise_place
from workbench.domain.standard import Standard
from workbench.domain.verdict import Outcome, Verdict

Record = Verdict | Finding | Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One side. `device` is set only where one inspector gave two answers on two PCs.

    `outcome` is NOT_CHECKED while he has decided on proposals only and held nothing against the subject. `ruled_on` are
    the charges he was asked about by proposals, whichever way he decided: what another was asked and he was not is no
    difference between them.
    """

    indicator: str
    inspector: str
    device: str = ""
    outcome: Outcome
    charges: frozenset[Charge] = frozenset()
    ruled_on: frozenset[Charge] = frozenset()
    note: str = ""

    @property
    def digest(self) -> str:
        """Names this very answer, so that a settlement knows when it has changed."""
        held = "\n".join(f"{c.rule}\t{c.place}\t{c.count}\t{c.element}" for c in sorted(self.charges))
        text = f"{self.indicator}\n{self.inspector}\n{self.device}\n{self.outcome}\n{held}"
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def differs_from(self, other: "Answer") -> bool:
        """Whether the two cannot both stand: another outcome, count or place."""
        given = [a.outcome for a in (self, other) if a.outcome is not Outcome.NOT_CHECKED]
        if len(given) == 2 and given[0] is not given[1]:
            return True
        return self._holds_what(other) or other._holds_what(self)

    def _holds_what(self, other: "Answer") -> bool:
        """Whether this side holds a charge that the other was asked about and does not hold."""
        for charge in self.charges - other.charges:
            was_asked = any(_is_same_question(charge, asked) for asked in other.ruled_on)
            is_own = not any(_is_same_question(charge, asked) for asked in self.ruled_on)
            if was_asked or (is_own and other.outcome is not Outcome.NOT_CHECKED):
                return True
        return False


def _is_same_question(one: Charge, other: Charge) -> bool:
    return (one.rule, one.place, one.element) == (other.rule, other.place, other.element)


def unite(charges: Iterable[Charge]) -> frozenset[Charge]:
    """Places are united; for one and the same place, or none, the higher count stands: counts never add up across people."""
    highest: dict[tuple[str, str, str], int] = {}
    for charge in charges:
        key = (charge.rule, charge.place, charge.element)
        highest[key] = max(charge.count, highest.get(key, 0))
    return frozenset(Charge(rule, place, count, element) for (rule, place, element), count in highest.items())


def answers_of(
    standard: Standard,
    *,
    verdicts: Iterable[Verdict],
    findings: Iterable[Finding],
    decisions: Iterable[Decision],
) -> dict[str, tuple[Answer, ...]]:
    """Every inspector's answer by indicator code, for the records of one subject.

    Records of one inspector with one id from two devices are versions that neither device had seen of the other: they
    become two answers.
    """
    all_findings = list(findings)
    by_id = {finding.id: finding for finding in all_findings}
    own: list[Record] = [*verdicts, *(f for f in all_findings if not f.is_proposal), *decisions]
    per_inspector: dict[str, list[Record]] = defaultdict(list)
    for record in own:
        per_inspector[record.inspector].append(record)
    answers: dict[str, list[Answer]] = defaultdict(list)
    for inspector in sorted(per_inspector):
        for device, records in _worlds(per_inspector[inspector]):
            for indicator, draft in _drafts(standard, records, by_id).items():
                answers[indicator].append(draft.finish(indicator, inspector, device))
    return {indicator: _fold_equal(sides) for indicator, sides in sorted(answers.items())}


def _worlds(records: list[Record]) -> Iterator[tuple[str, list[Record]]]:
    """The records as each device sees them: one world, unless two devices hold different versions of one record."""
    versions: dict[UUID, list[Record]] = defaultdict(list)
    for record in records:
        versions[record.id].append(record)
    named = [_by_device(held) for held in versions.values()]
    torn = sorted({device for held in named if len(held) > 1 for device in held})
    if not torn:
        yield "", records
        return
    for device in torn:
        yield device, [held.get(device, next(iter(held.values()))) for held in named]


def _by_device(held: list[Record]) -> dict[str, Record]:
    """The versions of one record by device; one device has several where it worked in two copies of the file."""
    if len(held) == 1:
        return {held[0].device: held[0]}
    named: dict[str, Record] = {}
    for record in sorted(held, key=lambda record: (record.device, repr(record))):
        copies = sum(other.device == record.device for other in named.values())
        named[f"{record.device}#{copies + 1}" if copies else record.device] = record
    return named


@dataclass(slots=True)
class _Draft:
    verdict: Verdict | None = None
    placed: list[Charge] = field(default_factory=list)
    counted: dict[tuple[str, str], int] = field(default_factory=dict)
    ruled_on: set[Charge] = field(default_factory=set)

    def charge(self, charge: Charge) -> None:
        if charge.place:
            self.placed.append(charge)
        else:
            key = (charge.rule, charge.element)
            self.counted[key] = self.counted.get(key, 0) + charge.count

    def finish(self, indicator: str, inspector: str, device: str) -> Answer:
        counted = [Charge(rule, "", count, element) for (rule, element), count in self.counted.items()]
        charges = unite([*self.placed, *counted])
        outcome = self.verdict.outcome if self.verdict else Outcome.NOT_CHECKED
        if charges and outcome is not Outcome.DOUBTFUL:
            outcome = Outcome.FAIL
        return Answer(
            indicator=indicator,
            inspector=inspector,
            device=device,
            outcome=outcome,
            charges=charges,
            ruled_on=frozenset(self.ruled_on),
            note=self.verdict.note if self.verdict else "",
        )


def _drafts(standard: Standard, records: list[Record], by_id: dict[UUID, Finding]) -> dict[str, _Draft]:
    drafts: dict[str, _Draft] = defaultdict(_Draft)
    for record in records:
        if isinstance(record, Verdict):
            drafts[record.indicator].verdict = record
        elif isinstance(record, Finding):
            _hold(standard, drafts, _charge_of(record))
        elif record.finding_id in by_id:
            _rule(standard, drafts, by_id[record.finding_id], record)
    return drafts


def _rule(standard: Standard, drafts: dict[str, _Draft], finding: Finding, decision: Decision) -> None:
    asked = _charge_of(finding)
    indicator = standard.indicator_of(finding.rule)
    if indicator is not None:
        drafts[indicator.code].ruled_on.add(asked)
    if decision.outcome is DecisionOutcome.DISMISSED:
        return
    held = _charge_decided(finding, decision)
    _hold(standard, drafts, held)
    indicator = standard.indicator_of(held.rule)
    if indicator is not None:
        drafts[indicator.code].ruled_on.add(held)


def _charge_decided(finding: Finding, decision: Decision) -> Charge:
    """What he confirmed or changed it to: a re-run that finds it otherwise does not change what he decided."""
    asked = _charge_of(finding)
    if decision.outcome is DecisionOutcome.CONFIRMED and not decision.rule:
        return asked
    place = normalise_place(decision.place) if decision.place else asked.place
    return Charge(decision.rule or asked.rule, place, decision.count, asked.element)


def _hold(standard: Standard, drafts: dict[str, _Draft], charge: Charge) -> None:
    indicator = standard.indicator_of(charge.rule)
    if indicator is not None:
        drafts[indicator.code].charge(charge)


def _charge_of(finding: Finding) -> Charge:
    return Charge(finding.rule, normalise_place(finding.place), finding.count, finding.element)


def _fold_equal(sides: list[Answer]) -> tuple[Answer, ...]:
    """One inspector's devices that can all stand on this indicator are one answer, and an only answer names no device."""
    kept: list[Answer] = []
    for side in sides:
        place = next((n for n, k in enumerate(kept) if _is_twin(k, side)), None)
        if place is None:
            kept.append(side)
        else:
            kept[place] = _both(kept[place], side)
    answers_given = Counter(side.inspector for side in kept)
    return tuple(replace(side, device="") if answers_given[side.inspector] == 1 else side for side in kept)


def _is_twin(one: Answer, other: Answer) -> bool:
    return one.inspector == other.inspector and not one.differs_from(other)


def _both(one: Answer, other: Answer) -> Answer:
    """Two answers that do not differ, as one that holds what either does."""
    return replace(
        one,
        outcome=other.outcome if one.outcome is Outcome.NOT_CHECKED else one.outcome,
        charges=unite([*one.charges, *other.charges]),
        ruled_on=one.ruled_on | other.ruled_on,
        note=one.note or other.note,
    )
