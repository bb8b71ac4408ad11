"""What every report shows, put in order once: ranked rows, problem texts, rates with numerator and denominator."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from workbench.domain.campaign import Campaign
from workbench.domain.score import Result, Score, TraceLine, shown_number
from workbench.domain.standard import Part, Per, Rule, Standard
from workbench.domain.subject import KIND_WORDS, STATE_WORDS, Subject, SubjectKind

VETO_WORD = "单项否决"
_ORDER = (Result.PASS, Result.FAIL, Result.PROVISIONAL, Result.INCOMPLETE, Result.NOT_CHECKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedRow:
    """One line of the ranked table. `rank` is None outside the ranking; `problems` is the text the notice prints."""

    rank: int | None
    code: str
    name: str
    unit: str
    kind: str
    url: str
    problems: str
    number: str
    result: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """`passed` of `checked`; shown together, so that nobody has to believe a percentage."""

    label: str
    passed: int
    checked: int

    def shown(self, digits: int = 1) -> str:
        if not self.checked:
            return "—"
        share = Decimal(100) * self.passed / self.checked
        rounded = share.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
        return f"{rounded}%（{self.passed}/{self.checked}）"


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoredRow:
    """One ignore that holds: of whom, what and where, why, by whom and until when, and how many problems it holds back."""

    code: str
    name: str
    what: str
    scope: str
    target: str
    problems: int
    reason: str
    by: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportModel:
    """`outside` counts the subjects that are in no rate, by the word that says why. `ignored` belongs into every report."""

    title: str
    campaign: Campaign
    standard: Standard
    rows: tuple[RankedRow, ...]
    rates: tuple[Rate, ...]
    outside: tuple[tuple[str, int], ...]
    unverified: tuple[str, ...]
    ignored: tuple[IgnoredRow, ...] = ()


def build_model(
    campaign: Campaign,
    standard: Standard,
    scored: Iterable[tuple[Subject, Score]],
    *,
    ignored: Iterable[IgnoredRow] = (),
) -> ReportModel:
    ordered = sorted(scored, key=lambda pair: _place_in_table(*pair))
    ranks = _ranks([score for _, score in ordered])
    rows = tuple(
        _row(standard, subject, score, rank) for (subject, score), rank in zip(ordered, ranks, strict=True)
    )
    outside: dict[str, int] = {}
    for _, score in ordered:
        if not score.counts_in_rates:
            outside[score.result.value] = outside.get(score.result.value, 0) + 1
    return ReportModel(
        title=f"{campaign.name}检查结果排名表",
        campaign=campaign,
        standard=standard,
        rows=rows,
        rates=_rates(ordered),
        outside=tuple(outside.items()),
        unverified=tuple(sorted({code for _, score in ordered for code in score.unverified})),
        ignored=tuple(sorted(ignored, key=lambda row: (row.code, row.until, row.what, row.target))),
    )


def problem_text(standard: Standard, score: Score) -> str:
    """The findings as the notice prints them: one numbered clause per rule, vetoes first; what earns a bonus is no problem."""
    bonus = {indicator.code for indicator in standard.indicators if indicator.part is Part.BONUS}
    clauses = [f"{line.when}（{VETO_WORD}）" for line in score.vetoes]
    clauses += [
        _clause(standard.rule(line.rule), line)
        for line in score.trace
        if line.count and line.indicator not in bonus
    ]
    if len(clauses) <= 1:
        return "".join(clauses)
    return "；".join(f"{number}.{clause}" for number, clause in enumerate(clauses, start=1))


def _clause(rule: Rule | None, line: TraceLine) -> str:
    is_counted = rule is not None and rule.per is Per.ITEM
    return f"{line.when}{line.count}处" if is_counted else line.when


def _place_in_table(subject: Subject, score: Score) -> tuple[int, int, Decimal, str]:
    is_vetoed = bool(score.vetoes)
    number = score.number if score.number is not None else Decimal(0)
    group = (
        0
        if score.is_ranked
        else 2
        if is_vetoed
        else 1
        if score.counts_in_rates
        else 3 + _ORDER.index(score.result)
    )
    return (group, is_vetoed, -number, subject.code)


def _ranks(scores: Sequence[Score]) -> list[int | None]:
    """Equal numbers share a rank; the next one skips (1, 1, 3)."""
    ranks: list[int | None] = []
    for place, score in enumerate(scores, start=1):
        previous = scores[place - 2] if place > 1 else None
        is_tied = previous is not None and previous.is_ranked and previous.number == score.number
        ranks.append((ranks[-1] if is_tied else place) if score.is_ranked else None)
    return ranks


def _row(standard: Standard, subject: Subject, score: Score, rank: int | None) -> RankedRow:
    return RankedRow(
        rank=rank,
        code=subject.code,
        name=subject.name,
        unit=subject.organiser or subject.name,
        kind=KIND_WORDS[subject.kind],
        url=subject.home_url,
        problems=problem_text(standard, score),
        number=VETO_WORD if score.vetoes else _number(score),
        result=score.result.value,
        remark=_remark(subject, score),
    )


def _number(score: Score) -> str:
    if score.result is Result.NOT_CHECKED:
        return ""
    if score.disputed and score.high is not None:
        low = shown_number(score.low) or VETO_WORD
        return f"{low}–{shown_number(score.high)}" if score.low != score.high else shown_number(score.high)
    return shown_number(score.number)


def _remark(subject: Subject, score: Score) -> str:
    if score.result is Result.NOT_CHECKED:
        return f"未检查：{_why_not_checked(subject)}"
    remarks = []
    if score.disputed:
        remarks.append(f"{len(score.disputed)}项争议待裁定")
    if score.unverified:
        remarks.append(f"{len(score.unverified)}项分值未核实")
    if score.open_proposals:
        remarks.append(f"{score.open_proposals}条疑似问题待确认")
    if score.unanswered and score.result is Result.INCOMPLETE:
        remarks.append(f"{len(score.unanswered)}项指标未判定")
    return "；".join(remarks)


def _why_not_checked(subject: Subject) -> str:
    if subject.is_inspected:
        return "本指标体系没有适用于此类对象的指标"
    return subject.state_reason or (STATE_WORDS[subject.state] if subject.is_drawn else "未抽中")


def _rates(scored: Sequence[tuple[Subject, Score]]) -> tuple[Rate, ...]:
    """The sites together, each kind of site, the accounts; kinds nobody was checked in are left out."""

    def rate(label: str, kinds: Collection[SubjectKind]) -> Rate:
        counted = [score for subject, score in scored if subject.kind in kinds and score.counts_in_rates]
        passed = sum(score.result is Result.PASS for score in counted)
        return Rate(label=label, passed=passed, checked=len(counted))

    sites = {kind for kind in SubjectKind if kind is not SubjectKind.ACCOUNT}
    rates = [rate("网站总体合格率", sites)]
    rates += [rate(f"{KIND_WORDS[kind]}合格率", {kind}) for kind in SubjectKind]
    return tuple(r for r in rates if r.checked)
