"""The indicators of one subject as the list at the right shows them; plain values, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.domain.finding import Finding
from workbench.domain.judgement import Judgement
from workbench.domain.score import Score, shown_number
from workbench.domain.standard import PART_WORDS, Indicator, Part, Standard
from workbench.domain.verdict import Outcome
from workbench.gui.outcome_look import DISPUTE_LOOK, PROPOSED_LOOK, Look, look_of_outcome
from workbench.operations.score_campaign import SubjectStanding

_TELLING = ("veto", "dispute", "fail")
# Said wherever a judgement was made before a page as it was saved.
BY_SAVED_PAGE = "据保存的网页"
# Advice costs nothing and keeps nobody from being finished.
NEED_NOT_BE_JUDGED = "可不判"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading between indicators, with how many of its indicators are answered."""

    name: str
    answered: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    indicator: Indicator
    look: Look
    waiting: int
    amount: str
    is_open: bool
    is_by_saved_page: bool = False

    @property
    def word(self) -> str:
        """What stands at the right of the row."""
        if self.waiting:
            return f"{self.waiting} 待确认"
        return f"{self.look.word} · {BY_SAVED_PAGE}" if self.is_by_saved_page else self.look.word

    def in_words(self) -> str:
        parts = [f"{self.indicator.code} {self.indicator.name}", self.look.word, self.amount]
        if self.waiting:
            parts.append(f"{self.waiting}条待确认")
        if self.is_by_saved_page:
            parts.append(BY_SAVED_PAGE)
        return "，".join(part for part in parts if part)


IndicatorListRow = GroupRow | IndicatorRow


def indicator_rows(standard: Standard, standing: SubjectStanding) -> tuple[IndicatorListRow, ...]:
    """Every indicator this subject is judged by, in the order of the standard, below the heading of its group."""
    subject = standing.subject
    waiting = _waiting_by_rule(standing)
    grouped: dict[str, list[IndicatorRow]] = {}
    for indicator in standard.applicable_to(subject.kind, has_service=subject.has_service):
        name = (
            PART_WORDS[Part.VETO]
            if indicator.part is Part.VETO
            else indicator.group or PART_WORDS[indicator.part]
        )
        grouped.setdefault(name, []).append(_row(indicator, standing, waiting))
    rows: list[IndicatorListRow] = []
    for name, members in grouped.items():
        rows.append(GroupRow(name, sum(not member.is_open for member in members), len(members)))
        rows.extend(members)
    return tuple(rows)


def step_from(rows: tuple[IndicatorListRow, ...], code: str, step: int) -> str:
    """The code of the indicator `step` further on; it stays at the ends, and starts at the first."""
    codes = [row.indicator.code for row in rows if isinstance(row, IndicatorRow)]
    if not codes:
        return ""
    if code not in codes:
        return codes[0]
    return codes[min(len(codes) - 1, max(0, codes.index(code) + step))]


def topic_of(rows: tuple[IndicatorListRow, ...], code: str) -> tuple[str, ...]:
    """The codes under the same heading; a veto stands for itself, so its heading is no topic."""
    topic: list[str] = []
    for row in rows:
        if isinstance(row, GroupRow):
            if code in topic:
                break
            topic = []
        elif row.indicator.part is not Part.VETO:
            topic.append(row.indicator.code)
    return tuple(topic) if code in topic else ()


def first_to_do(rows: tuple[IndicatorListRow, ...]) -> str:
    """Where to begin: what the checks propose, else what is not answered, else what cost something, else the first."""
    listed = [row for row in rows if isinstance(row, IndicatorRow)]
    ranked = sorted(
        listed, key=lambda row: (not row.waiting, not row.is_open, row.look.meaning not in _TELLING)
    )
    return ranked[0].indicator.code if ranked else ""


def next_open(rows: tuple[IndicatorListRow, ...], code: str) -> str:
    """The next indicator that still wants an answer, looking on from `code` and round; `code` itself where none does."""
    listed = [row for row in rows if isinstance(row, IndicatorRow)]
    codes = [row.indicator.code for row in listed]
    start = codes.index(code) + 1 if code in codes else 0
    for row in (*listed[start:], *listed[:start]):
        if row.is_open and row.indicator.code != code:
            return row.indicator.code
    return code


def next_waiting(rows: tuple[IndicatorListRow, ...], code: str, step: int) -> str:
    """The indicator with something to confirm that comes next in the direction of `step`, round the end; else `code`."""
    listed = [row for row in rows if isinstance(row, IndicatorRow)][:: 1 if step > 0 else -1]
    codes = [row.indicator.code for row in listed]
    start = codes.index(code) + 1 if code in codes else 0
    ahead = (*listed[start:], *listed[:start])
    return next((row.indicator.code for row in ahead if row.waiting), code)


def _row(indicator: Indicator, standing: SubjectStanding, waiting: dict[str, int]) -> IndicatorRow:
    judgement = standing.judgements.get(indicator.code)
    open_here = sum(waiting.get(rule.code, 0) for rule in indicator.rules)
    is_vetoed = any(line.indicator == indicator.code for line in standing.score.vetoes)
    return IndicatorRow(
        indicator=indicator,
        look=Look("veto", "否决", "veto") if is_vetoed else _look(indicator, judgement, open_here),
        waiting=open_here,
        amount=_amount(indicator, standing.score),
        is_open=bool(open_here) or indicator.code in standing.score.unanswered,
        is_by_saved_page=any(
            verdict.indicator == indicator.code and verdict.page_saved_at is not None
            for verdict in standing.verdicts
        ),
    )


def _look(indicator: Indicator, judgement: Judgement | None, waiting: int) -> Look:
    if judgement is not None and judgement.is_open_dispute:
        return DISPUTE_LOOK
    outcome = Outcome.NOT_CHECKED if judgement is None else judgement.outcome
    if waiting and outcome is not Outcome.FAIL:
        return PROPOSED_LOOK
    look = look_of_outcome(outcome)
    is_free = indicator.part is Part.ADVICE and outcome is Outcome.NOT_CHECKED
    return replace(look, word=NEED_NOT_BE_JUDGED) if is_free else look


def _amount(indicator: Indicator, score: Score) -> str:
    taken = sum((line.amount for line in score.trace if line.indicator == indicator.code), Decimal(0))
    if not taken:
        return ""
    return f"{'+' if indicator.part is Part.BONUS else '−'}{shown_number(taken)}"


def _waiting_by_rule(standing: SubjectStanding) -> dict[str, int]:
    decided = {decision.finding_id for decision in standing.decisions}
    counted: dict[str, int] = {}
    for finding in _distinct(standing.findings):
        if finding.is_proposal and finding.is_seen and finding.id not in decided:
            counted[finding.rule] = counted.get(finding.rule, 0) + 1
    return counted


def _distinct(findings: Iterable[Finding]) -> Iterable[Finding]:
    return {finding.id: finding for finding in findings}.values()
