"""The campaign cut by kind, region, inspector or supervisor: how many subjects of each part have which result; no Qt."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.score import Result
from workbench.domain.subject import KIND_WORDS, Subject, SubjectKind
from workbench.operations.score_campaign import SubjectStanding


class Cut(StrEnum):
    KIND = "kind"
    REGION = "region"
    INSPECTOR = "inspector"
    SUPERVISOR = "supervisor"


CUT_WORDS = {
    Cut.KIND: "按类型",
    Cut.REGION: "按地区",
    Cut.INSPECTOR: "按检查员",
    Cut.SUPERVISOR: "按主管单位",
}
NOBODY = "未分派"
NOWHERE = "未填写"


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownRow:
    """One part with the standings in it. A rate is `passed` of `rated`; a vetoed subject has failed."""

    label: str
    standings: tuple[SubjectStanding, ...]

    @property
    def by_result(self) -> dict[Result, int]:
        counted = Counter(each.score.result for each in self.standings)
        return {result: counted[result] for result in Result}

    @property
    def passed(self) -> int:
        return self.by_result[Result.PASS]

    @property
    def rated(self) -> int:
        return sum(each.score.counts_in_rates for each in self.standings)

    @property
    def finished(self) -> int:
        return self.rated + self.by_result[Result.PROVISIONAL]

    @property
    def in_words(self) -> str:
        """How far it is, and the rate as far as there is one."""
        done = f"{self.finished}/{len(self.standings)} 有结果"
        return f"{done} · 合格 {self.passed}/{self.rated}" if self.rated else done


def break_down(standings: Iterable[SubjectStanding], cut: Cut) -> tuple[BreakdownRow, ...]:
    """The inspected subjects by part; one assigned to two inspectors stands under both. Kinds keep their usual order,
    anything else the largest part first, what is not filled in last.
    """
    parts: dict[str, list[SubjectStanding]] = defaultdict(list)
    for each in standings:
        if each.is_assessed:
            for label in _LABELS[cut](each.subject):
                parts[label].append(each)
    rows = [BreakdownRow(label=label, standings=tuple(held)) for label, held in parts.items()]
    return tuple(sorted(rows, key=_kind_order if cut is Cut.KIND else _size_order))


def _kind_order(row: BreakdownRow) -> tuple[int]:
    return (list(SubjectKind).index(row.standings[0].subject.kind),)


def _size_order(row: BreakdownRow) -> tuple[bool, int, str]:
    return row.label in (NOBODY, NOWHERE), -len(row.standings), row.label


_LABELS: dict[Cut, Callable[[Subject], tuple[str, ...]]] = {
    Cut.KIND: lambda subject: (KIND_WORDS[subject.kind],),
    Cut.REGION: lambda subject: (subject.region or NOWHERE,),
    Cut.INSPECTOR: lambda subject: subject.assigned_to or (NOBODY,),
    Cut.SUPERVISOR: lambda subject: (subject.supervisor or NOWHERE,),
}
