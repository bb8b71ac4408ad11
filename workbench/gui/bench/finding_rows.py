"""The findings under one indicator as the inspector sees them: what waits for him first; plain values, no Qt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import SOURCE_WORDS, Finding, Source
from workbench.domain.place import normalise_place
from workbench.domain.standard import Indicator, Rule, Standard
from workbench.gui.bench.indicator_rows import BY_SAVED_PAGE
from workbench.gui.bench.link_place import LinkPlace, is_in_file, link_of_finding, words_of_finding
from workbench.gui.outcome_look import PROPOSED_LOOK, Look, look_of_decision
from workbench.operations.score_campaign import SubjectStanding

# Checks and inspectors show in the word at the right already.
_TOLD_SOURCES = (Source.SUPERIOR, Source.CITIZEN)
ONCE = "同一位置只计一次"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """`decision` is this inspector's own; it `waits` while nobody has decided it; `evidence` counts what bears it out."""

    finding: Finding
    rule: Rule | None
    decision: Decision | None
    look: Look
    title: str
    below: str
    is_own: bool
    waits: bool
    evidence: int = 0

    @property
    def can_change(self) -> bool:
        """A proposal may be decided otherwise, one's own finding said anew; another's is his."""
        return self.finding.is_proposal or self.is_own

    @property
    def place(self) -> str:
        """As held, where he holds it: what a person confirmed stays what he confirmed."""
        kept = _kept(self.decision)
        return kept.place if kept is not None else self.finding.place

    @property
    def link(self) -> LinkPlace | None:
        """Where the place is the address of a link: the page it stands on."""
        return link_of_finding(self.finding, self.place)

    @property
    def is_confirmed(self) -> bool:
        """By this inspector, as it was proposed."""
        return self.decision is not None and self.decision.outcome is DecisionOutcome.CONFIRMED

    @property
    def is_in_file(self) -> bool:
        """The link opens, but leads to a file: what can be shown is the page with it."""
        return self.link is not None and is_in_file(self.finding)

    @property
    def count(self) -> int:
        kept = _kept(self.decision)
        return kept.count if kept is not None else self.finding.count

    def in_words(self) -> str:
        borne_out = f"{self.evidence}份证据" if self.evidence else ""
        return "，".join(part for part in (self.look.word, self.title, self.below, borne_out) if part)


def finding_rows(
    standard: Standard,
    standing: SubjectStanding,
    indicator: Indicator,
    *,
    inspector: str,
    evidence: Mapping[UUID, int] | None = None,
) -> tuple[FindingRow, ...]:
    """What nobody has decided yet first; what the latest run no longer found and nobody decided is left out.

    Of several that this inspector holds at one place, all but the first say that they cost nothing.
    """
    codes = {rule.code for rule in indicator.rules}
    decided: dict[UUID, list[Decision]] = {}
    for decision in standing.decisions:
        decided.setdefault(decision.finding_id, []).append(decision)
    rows = [
        _row(standard, finding, decided.get(finding.id, []), inspector)
        for finding in {f.id: f for f in standing.findings}.values()
        if finding.is_seen or not finding.is_proposal or finding.id in decided
    ]
    held = [
        row for row in rows if row.finding.rule in codes or (row.rule is not None and row.rule.code in codes)
    ]
    counts = evidence or {}
    ordered = sorted(held, key=_order)
    return tuple(
        replace(row, evidence=counts.get(row.finding.id, 0)) for row in _told_once(ordered, inspector)
    )


def next_waiting(
    before: Sequence[FindingRow], now: Sequence[FindingRow], decided: UUID | None
) -> FindingRow | None:
    """What waits next below the one just decided, as the list stood, then what was passed over above; None where none waits."""
    order = [row.finding.id for row in before]
    start = order.index(decided) if decided in order else 0
    places = {finding: (place - start) % len(order) for place, finding in enumerate(order)}
    waiting = [row for row in now if row.waits]
    return min(waiting, key=lambda row: places.get(row.finding.id, len(order)), default=None)


def _order(row: FindingRow) -> tuple[bool, bool, str, str, str]:
    """What waits first; of several at one place the one recorded first, which is the one that costs."""
    finding = row.finding
    at = finding.at.isoformat() if finding.at is not None else ""
    return not row.waits, finding.is_proposal, finding.rule, row.place, at


def _told_once(rows: Iterable[FindingRow], inspector: str) -> Iterator[FindingRow]:
    """Findings equal in rule, place and element are one problem when scored."""
    held: set[tuple[str, str, str]] = set()
    for row in rows:
        place = normalise_place(row.place)
        key = (row.rule.code if row.rule else "", place, row.finding.element)
        is_held = row.is_own or _kept(row.decision) is not None
        if not (is_held and place and row.rule is not None):
            yield row
            continue
        yield (
            replace(row, below=" · ".join(part for part in (row.below, ONCE) if part)) if key in held else row
        )
        held.add(key)


def _row(standard: Standard, finding: Finding, decisions: list[Decision], inspector: str) -> FindingRow:
    own = next((decision for decision in decisions if decision.inspector == inspector), None)
    others = [decision for decision in decisions if decision.inspector != inspector]
    kept = _kept(own)
    rule = standard.rule(kept.rule if kept else finding.rule)
    is_own = finding.inspector == inspector and not finding.is_proposal
    return FindingRow(
        finding=finding,
        rule=rule,
        decision=own,
        look=_look(finding, own or next(iter(others), None), is_own=is_own),
        title=words_of_finding(finding) or finding.note or (rule.when if rule else "未列入指标的问题"),
        below=_below(finding, own, others, count=kept.count if kept else finding.count),
        is_own=is_own,
        waits=finding.is_proposal and not decisions,
    )


def _kept(decision: Decision | None) -> Decision | None:
    """The decision, where by it he holds the problem."""
    is_held = decision is not None and decision.outcome is not DecisionOutcome.DISMISSED
    return decision if is_held else None


def _look(finding: Finding, decision: Decision | None, *, is_own: bool) -> Look:
    if decision is not None:
        return look_of_decision(decision.outcome)
    if finding.is_proposal:
        return PROPOSED_LOOK
    return Look("own-finding", "本人记录" if is_own else finding.inspector, "fail")


def _below(finding: Finding, own: Decision | None, others: list[Decision], *, count: int) -> str:
    parts = [f"{count} 处" if count > 1 else "", finding.element]
    parts.append(SOURCE_WORDS[finding.source] if finding.source in _TOLD_SOURCES else "")
    if finding.is_proposal and not finding.is_seen:
        parts.append("最近一次检查未再发现")
    seen = own.page_saved_at if own is not None else finding.page_saved_at
    parts.append(BY_SAVED_PAGE if seen is not None else "")
    if own is not None and own.reason:
        parts.append(f"理由：{own.reason}")
    parts += [f"{other.inspector}：{look_of_decision(other.outcome).word}" for other in others]
    return " · ".join(part for part in parts if part)
