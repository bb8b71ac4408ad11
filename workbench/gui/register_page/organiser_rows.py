"""The register by organiser: one row each with what its subjects say alike and how they came out; no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.score import Result
from workbench.domain.subject import Subject, SubjectKind
from workbench.operations.edit_organiser import ORGANISER_CELLS, to_be_changed
from workbench.operations.score_campaign import SubjectStanding

_DIFFERENT = "各不相同"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserRow:
    """`name` is empty for the subjects nobody is named for. `shared` are the cells on which all its subjects agree."""

    name: str
    subjects: tuple[Subject, ...]
    shared: Mapping[str, str]
    passed: int
    judged: int

    @property
    def title(self) -> str:
        return self.name or "（没有填写）"

    @property
    def sites(self) -> int:
        return len(self.subjects) - self.accounts

    @property
    def accounts(self) -> int:
        return sum(subject.kind is SubjectKind.ACCOUNT for subject in self.subjects)

    @property
    def results(self) -> str:
        """How many of those with a result passed."""
        return f"{self.passed}/{self.judged}" if self.judged else "—"

    def said(self, cell: str) -> str:
        return self.shared.get(cell, _DIFFERENT)


def organiser_rows(standings: Sequence[SubjectStanding]) -> tuple[OrganiserRow, ...]:
    """In the order of the register; those without an organiser last."""
    groups: dict[str, list[SubjectStanding]] = {}
    for standing in standings:
        groups.setdefault(standing.subject.organiser, []).append(standing)
    rows = [_row(name, held) for name, held in groups.items()]
    return tuple(sorted(rows, key=lambda row: not row.name))


def cells_to_change(row: OrganiserRow, typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed and is said otherwise; an empty field for what differs leaves it as it is."""
    tidy = {name: " ".join(text.split()) for name, text in typed.items()}
    return {name: text for name, text in tidy.items() if text != row.shared.get(name, "")}


def change_in_words(rows: Sequence[OrganiserRow], row: OrganiserRow, cells: Mapping[str, str]) -> str:
    """What taking these cells would do; empty where it would do nothing."""
    changed = to_be_changed(row.subjects, row.name, cells)
    if not changed:
        return ""
    named = "、".join(subject.name for subject in changed[:3])
    told = f"将修改 {len(changed)} 个对象：{named}{' 等' if len(changed) > 3 else ''}。"
    other = next((each for each in rows if each.name == cells.get("organiser")), None)
    if other is not None:
        told += f"台账里已有“{other.name}”（{len(other.subjects)} 个对象），改名后两者算一个单位。"
    return told


def _row(name: str, held: Sequence[SubjectStanding]) -> OrganiserRow:
    subjects = tuple(standing.subject for standing in held)
    results = [standing.score.result for standing in held if standing.subject.is_inspected]
    passed = results.count(Result.PASS)
    values = {cell: {getattr(subject, cell) for subject in subjects} for cell in ORGANISER_CELLS}
    return OrganiserRow(
        name=name,
        subjects=subjects,
        shared={cell: next(iter(found)) for cell, found in values.items() if len(found) == 1},
        passed=passed,
        judged=passed + results.count(Result.FAIL),
    )
