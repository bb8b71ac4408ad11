"""What comes near a veto while there is still time: days of silence, and findings that count together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.column import Column
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding
from workbench.domain.standard import Part, Rule, Standard
from workbench.domain.subject import Subject

# The presets of the national monitoring: home page from 10 of 14 days on, blank columns from 3 of 5, others from 8 of 10.
_DAYS_SHARE = (5, 7)
_COUNT_BEFORE = 2
_HOME_CHECK = "home-updates"


class WarningKind(StrEnum):
    HOME_SILENT = "home-silent"
    COLUMN_SILENT = "column-silent"
    VETO_COUNT = "veto-count"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyWarning:
    """`reached` of `limit`, in days or in findings; beyond the limit it is no warning any more but a finding. `place` is the
    address or the code of the rule; `words` one sentence in Chinese.
    """

    subject_id: UUID
    kind: WarningKind
    place: str
    reached: int
    limit: int
    words: str


def early_warnings(
    standard: Standard,
    subject: Subject,
    *,
    columns: Iterable[Column] = (),
    outcomes: Iterable[CheckOutcome] = (),
    findings: Sequence[Finding] = (),
    decisions: Sequence[Decision] = (),
) -> tuple[EarlyWarning, ...]:
    """The nearest to its limit first. `findings` are those that count: what is ignored or no longer seen is left out before."""
    names = {column.url: column.name for column in columns}
    found = [
        *_silent(subject, outcomes, names),
        *_pooled(standard, subject, findings, decisions),
    ]
    return tuple(sorted(found, key=lambda each: (each.limit - each.reached, each.kind, each.place)))


def _silent(
    subject: Subject, outcomes: Iterable[CheckOutcome], names: dict[str, str]
) -> Iterator[EarlyWarning]:
    for outcome in outcomes:
        days, limit = outcome.measured("未更新天数"), outcome.measured("时限天数")
        if not (days.isdigit() and limit.isdigit()) or outcome.state is CheckEnd.FOUND:
            continue
        if outcome.measured("无更新说明") or not _is_near(int(days), int(limit)):
            continue
        yield _silent_warning(subject, outcome, names, days=int(days), limit=int(limit))


def _is_near(days: int, limit: int) -> bool:
    part, whole = _DAYS_SHARE
    return part * limit <= whole * days <= whole * limit


def _silent_warning(
    subject: Subject, outcome: CheckOutcome, names: dict[str, str], *, days: int, limit: int
) -> EarlyWarning:
    is_home = outcome.check == _HOME_CHECK
    what = "首页" if is_home else f"栏目“{names.get(outcome.target, outcome.target)}”"
    left = limit - days
    rest = f"再过{left}天不更新就到时限" if left else "今天已是时限的最后一天"
    return EarlyWarning(
        subject_id=subject.id,
        kind=WarningKind.HOME_SILENT if is_home else WarningKind.COLUMN_SILENT,
        place=outcome.target or subject.home_url,
        reached=days,
        limit=limit,
        words=f"{what}已{days}天未更新，{rest}（{outcome.measured('更新时限')}）。",
    )


def _pooled(
    standard: Standard, subject: Subject, findings: Sequence[Finding], decisions: Sequence[Decision]
) -> Iterator[EarlyWarning]:
    held = list(_held(findings, decisions))
    for indicator in standard.applicable_to(subject.kind, has_service=subject.has_service):
        if indicator.part is not Part.VETO:
            continue
        for rule in indicator.rules:
            yield from _pooled_warning(subject, rule, held, name=rule.label or indicator.name)


def _pooled_warning(
    subject: Subject, rule: Rule, held: Sequence[tuple[str, int, bool]], *, name: str
) -> Iterator[EarlyWarning]:
    limit = rule.at_least
    if limit is None or not rule.is_pooled:
        return
    mine = [(count, is_open) for code, count, is_open in held if code in rule.sum_of]
    reached, unsure = sum(count for count, _ in mine), sum(count for count, is_open in mine if is_open)
    if reached < max(1, limit - _COUNT_BEFORE) or reached - unsure >= limit:
        return
    pending = f"（其中{unsure}个待确认）" if unsure else ""
    rest = f"再有{limit - reached}个就达到" if reached < limit else "确认后即达到"
    yield EarlyWarning(
        subject_id=subject.id,
        kind=WarningKind.VETO_COUNT,
        place=rule.code,
        reached=reached,
        limit=limit,
        words=f"{name}已有{reached}个{pending}，{rest}单项否决线{limit}个。",
    )


def _held(findings: Sequence[Finding], decisions: Sequence[Decision]) -> Iterator[tuple[str, int, bool]]:
    """Rule, count and whether nobody has decided, of what is not dismissed; of several decisions the mildest counts."""
    decided: dict[UUID, list[Decision]] = {}
    for decision in decisions:
        decided.setdefault(decision.finding_id, []).append(decision)
    for finding in findings:
        own = decided.get(finding.id, [])
        if any(decision.outcome is DecisionOutcome.DISMISSED for decision in own) or not (
            own or finding.is_seen
        ):
            continue
        rule = next((decision.rule for decision in own if decision.rule), finding.rule)
        count = max((decision.count for decision in own), default=finding.count)
        yield rule, count, finding.is_proposal and not own
