"""Recompute a printed score table: do the printed scores follow from the printed problems?"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

from workbench.domain.finding import Finding, Source
from workbench.domain.score import Result, Score, shown_number
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject, SubjectKind
from workbench.domain.verdict import Outcome, Verdict
from workbench.errors import WrongUseError
from workbench.operations.printed_table import PrintedRow, read_printed_table
from workbench.standards.pack_reader import load_standard
from workbench.standards.scoring import score

_READER = "复算"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecomputedRow:
    """`printed` and `recomputed` are None where there is no number, as for a veto."""

    unit: str
    printed: Decimal | None
    recomputed: Decimal | None
    result: Result
    is_vetoed: bool
    unverified: tuple[str, ...]

    @property
    def is_match(self) -> bool:
        return self.printed == self.recomputed

    @property
    def is_numeric(self) -> bool:
        return self.printed is not None or self.recomputed is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputation:
    standard: Standard
    rows: tuple[RecomputedRow, ...]

    @property
    def totals(self) -> dict[str, int]:
        numeric = [row for row in self.rows if row.is_numeric]
        matching = sum(row.is_match for row in numeric)
        return {
            "rows": len(self.rows),
            "numeric": len(numeric),
            "matching": matching,
            "not_matching": len(numeric) - matching,
            "vetoed": sum(row.is_vetoed for row in self.rows),
        }


def recompute_scores(file: Path, *, standard_id: str = "") -> Recomputation:
    """The table in `file`, scored by the standard named, else by the one the file names.

    Raises:
        EnvironmentFaultError: the file cannot be read.
        WrongUseError: it is no score table, or names a rule or standard there is not.
    """
    table = read_printed_table(file)
    chosen = standard_id or table.standard
    if not chosen:
        raise WrongUseError("成绩表没有写明指标体系，请用 --standard 指定，例如 --standard national-2015。")
    standard = load_standard(chosen)
    return Recomputation(standard=standard, rows=tuple(_recompute(standard, row) for row in table.rows))


def _recompute(standard: Standard, row: PrintedRow) -> RecomputedRow:
    scored = _score_as_printed(standard, row)
    shown = shown_number(scored.number)
    return RecomputedRow(
        unit=row.unit,
        printed=row.printed,
        recomputed=Decimal(shown) if shown else None,
        result=scored.result,
        is_vetoed=bool(scored.vetoes),
        unverified=scored.unverified,
    )


def _score_as_printed(standard: Standard, row: PrintedRow) -> Score:
    """The printed problems are all there is: everything else has passed."""
    subject = Subject(id=uuid4(), code="", name=row.unit, kind=_kind_of(standard, row))
    verdicts = [
        Verdict(id=uuid4(), subject_id=subject.id, indicator=i.code, inspector=_READER, outcome=Outcome.PASS)
        for i in standard.indicators
    ]
    findings = [
        Finding(
            id=uuid4(),
            subject_id=subject.id,
            rule=printed.rule,
            count=printed.count,
            source=Source.INSPECTOR,
            inspector=_READER,
        )
        for printed in row.findings
    ]
    return score(standard, subject, verdicts=verdicts, findings=findings, decisions=(), settlements=())


def _kind_of(standard: Standard, row: PrintedRow) -> SubjectKind:
    """A printed table does not say what kind a unit is: the first that all its rules apply to, a scored kind if any."""
    kinds = sorted(SubjectKind, key=lambda kind: kind not in standard.scoring.scored_kinds)
    applying = [set(_kinds_under(standard, row.unit, printed.rule)) for printed in row.findings]
    return next((kind for kind in kinds if all(kind in some for some in applying)), kinds[0])


def _kinds_under(standard: Standard, unit: str, rule: str) -> tuple[SubjectKind, ...]:
    indicator = standard.indicator_of(rule)
    if indicator is None:
        raise WrongUseError(
            f"“{unit}”用到的细则“{rule}”在指标体系“{standard.id}”里没有，请用 --standard 换一个或改正成绩表。"
        )
    return indicator.applies_to
