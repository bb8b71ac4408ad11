"""What the checks propose about the subject in hand, as rows of a table; plain values, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.catalogue import checks
from workbench.domain.decision import DecisionOutcome
from workbench.domain.finding import Finding
from workbench.gui.outcome_look import PROPOSED_LOOK, Look, look_of_decision
from workbench.operations.score_campaign import SubjectStanding

HEADINGS = ("状态", "检查", "问题", "数量", "细则", "位置")
_IGNORED = Look("left-out", "已忽略", "na")
_GONE = Look("na", "不再出现", "na")
_TOPICS = {
    "updates": "更新",
    "content": "内容",
    "identity": "标识",
    "links": "链接",
    "availability": "可用性",
    "service": "服务",
    "interaction": "互动",
    "register": "开办",
    "transport": "传输",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    finding: Finding
    look: Look
    title: str
    topic: str

    @property
    def cells(self) -> tuple[str, ...]:
        found = self.finding
        words = found.excerpt or found.note
        return (self.look.word, self.title, words, str(found.count), found.rule, found.place)


def problem_rows(standing: SubjectStanding) -> tuple[ProblemRow, ...]:
    """Every proposal with what has become of it: what waits first, what is ignored or gone last."""
    decided = {decision.finding_id: decision.outcome for decision in standing.decisions}
    ignored = {each.finding.id for each in standing.ignored}
    held = {finding.id: finding for finding in standing.findings if finding.is_proposal}
    held |= {each.finding.id: each.finding for each in standing.ignored}
    rows = [
        _row(finding, decided.get(finding.id), is_ignored=finding.id in ignored) for finding in held.values()
    ]
    return tuple(sorted(rows, key=_urgency))


def topics_of(rows: Iterable[ProblemRow]) -> dict[str, int]:
    """How many rows of each topic, the topics in the order of their words."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.topic] = counts.get(row.topic, 0) + 1
    return dict(sorted(counts.items()))


def _row(finding: Finding, decision: DecisionOutcome | None, *, is_ignored: bool) -> ProblemRow:
    # The catalogue knows `in` and `[]`, it is no dictionary.
    known = checks[finding.check] if finding.check in checks else None  # noqa: SIM401
    if is_ignored:
        look = _IGNORED
    elif decision is not None:
        look = look_of_decision(decision)
    else:
        look = PROPOSED_LOOK if finding.is_seen else _GONE
    return ProblemRow(
        finding=finding,
        look=look,
        title=known.title if known else finding.check,
        topic=_TOPICS.get(known.topic, known.topic) if known else "其他",
    )


def _urgency(row: ProblemRow) -> tuple[int, str, str]:
    order = (PROPOSED_LOOK.word, "确认", "修改", "不成立", _IGNORED.word, _GONE.word)
    return order.index(row.look.word) if row.look.word in order else len(order), row.topic, row.finding.place
