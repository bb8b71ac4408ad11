"""What the campaign before this one found: read out of its file, remembered in this one, shown beside the indicators."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from workbench.domain.score import Score
from workbench.errors import WrongUseError
from workbench.operations.score_campaign import SubjectStanding, score_campaign
from workbench.storage.workspace import Workspace

_KEY = "previous_round"
MOST_PROBLEMS = 50_000
_MOST_PLACES = 20


class PastProblem(msgspec.Struct, frozen=True, kw_only=True):
    """What was held against a subject under one rule: how many, and where."""

    code: str
    indicator: str
    indicator_name: str
    rule: str
    when: str
    count: int
    places: tuple[str, ...] = ()


class PreviousRound(msgspec.Struct, frozen=True, kw_only=True):
    """`results` is the result in words by subject code."""

    name: str
    as_of: date
    results: dict[str, str]
    problems: tuple[PastProblem, ...]

    def problems_of(self, code: str, *, indicator: str, name: str) -> tuple[PastProblem, ...]:
        """Of one subject under one indicator; another edition's indicator of that code bears another name."""
        return tuple(
            each
            for each in self.problems
            if each.code == code and each.indicator == indicator and each.indicator_name == name
        )


def remember_previous_round(workspace: Workspace, path: Path) -> PreviousRound:
    """Read another campaign's confirmed problems and keep them in this file.

    Raises:
        WrongUseError: it is this campaign, or holds no subject of this one.
        ForeignFileError: not a workspace, or tampered with.
    """
    with Workspace.open_pack(path) as before:
        if before.campaign.id == workspace.campaign.id:
            raise WrongUseError(f"“{path.name}”就是本批次的文件，请选择上一轮的批次文件。")
        found = _read(before)
    here = {subject.code for subject in workspace.subjects()}
    if not here & set(found.results):
        raise WrongUseError(f"“{path.name}”里没有本批次的对象，请核对是不是上一轮的文件。")
    kept = msgspec.structs.replace(
        found, problems=tuple(each for each in found.problems if each.code in here)[:MOST_PROBLEMS]
    )
    workspace.remember(_KEY, msgspec.json.encode(kept).decode())
    return kept


def previous_round(workspace: Workspace) -> PreviousRound | None:
    """What is remembered, or None; what cannot be read counts as nothing."""
    text = workspace.recall(_KEY)
    if not text:
        return None
    try:
        return msgspec.json.decode(text, type=PreviousRound)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def _read(before: Workspace) -> PreviousRound:
    standings = score_campaign(before)
    names = {indicator.code: indicator.name for indicator in before.standard.indicators}
    return PreviousRound(
        name=before.campaign.name,
        as_of=before.campaign.as_of,
        results={
            standing.subject.code: "单项否决" if standing.score.vetoes else standing.score.result.value
            for standing in standings
        },
        problems=tuple(_problems(standings, names)),
    )


def _problems(standings: Iterable[SubjectStanding], names: dict[str, str]) -> Iterator[PastProblem]:
    for standing in standings:
        for indicator, rule, when, count, places in _lines(standing.score):
            yield PastProblem(
                code=standing.subject.code,
                indicator=indicator,
                indicator_name=names.get(indicator, ""),
                rule=rule,
                when=when,
                count=count,
                places=places[:_MOST_PLACES],
            )


def _lines(score: Score) -> Iterator[tuple[str, str, str, int, tuple[str, ...]]]:
    """The trace leaves out what a veto or a warning tells."""
    for veto in (*score.vetoes, *score.warnings):
        yield veto.indicator, veto.rule, veto.when, veto.count, veto.places
    for line in score.trace:
        yield line.indicator, line.rule, line.when, line.count, line.places
